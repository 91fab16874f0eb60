package io.crmkit.order;

import io.crmkit.quote.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host's system says about an order, see {@link Orders#apply}.
 *
 * @param externalId the order's external number
 * @param key names this update among all; the same key again is the same update, of the same order,
 *     kind, items and promised day
 * @param at when it was so, by the host
 * @param kind what happened
 * @param items of which lines how many; of none means all that is open, or for returns all that was
 *     shipped
 * @param carrier who carries a shipment, or null
 * @param trackingNumber of a shipment, or null
 * @param promisedOn the day promised, or null for none
 * @param reason of a cancellation or a return, or null
 */
public record HostUpdate(
    String externalId,
    String key,
    Instant at,
    Kind kind,
    List<Item> items,
    @Nullable String carrier,
    @Nullable String trackingNumber,
    @Nullable LocalDate promisedOn,
    @Nullable String reason) {
  /** What happened. */
  public enum Kind {
    /** The order was confirmed, perhaps with a day promised. */
    CONFIRMED,
    /** Another day was promised. */
    PROMISED,
    /** Something was shipped. */
    SHIPPED,
    /** Something will not be shipped. */
    CANCELLED,
    /** Something came back. */
    RETURNED,
    /** Nothing is left to do. */
    CLOSED
  }

  /**
   * So many of a line.
   *
   * @param position the position of the line
   * @param quantity more than zero; of a line for what is taken back, less than zero as the line
   */
  public record Item(long position, BigDecimal quantity) {
    /**
     * So many, for example {@code Item.of(1, "12.5")}.
     *
     * @throws io.crmkit.kernel.error.InvalidRequestException where the quantity is no decimal
     */
    public static Item of(long position, String quantity) {
      return new Item(position, Quantities.read(quantity));
    }
  }

  /** Copies the items. */
  public HostUpdate {
    items = List.copyOf(items);
  }

  /** The order was confirmed. */
  public static HostUpdate confirmed(
      String externalId, String key, Instant at, @Nullable LocalDate promisedOn) {
    return new HostUpdate(
        externalId, key, at, Kind.CONFIRMED, List.of(), null, null, promisedOn, null);
  }

  /** Another day was promised. */
  public static HostUpdate promised(
      String externalId, String key, Instant at, LocalDate promisedOn) {
    return new HostUpdate(
        externalId, key, at, Kind.PROMISED, List.of(), null, null, promisedOn, null);
  }

  /** Something was shipped. */
  public static HostUpdate shipped(
      String externalId,
      String key,
      Instant at,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      List<Item> items) {
    return new HostUpdate(
        externalId, key, at, Kind.SHIPPED, items, carrier, trackingNumber, null, null);
  }

  /** Something will not be shipped. */
  public static HostUpdate cancelled(
      String externalId, String key, Instant at, @Nullable String reason, List<Item> items) {
    return new HostUpdate(externalId, key, at, Kind.CANCELLED, items, null, null, null, reason);
  }

  /** Something came back. */
  public static HostUpdate returned(
      String externalId, String key, Instant at, @Nullable String reason, List<Item> items) {
    return new HostUpdate(externalId, key, at, Kind.RETURNED, items, null, null, null, reason);
  }

  /** Nothing is left to do. */
  public static HostUpdate closed(String externalId, String key, Instant at) {
    return new HostUpdate(externalId, key, at, Kind.CLOSED, List.of(), null, null, null, null);
  }
}
