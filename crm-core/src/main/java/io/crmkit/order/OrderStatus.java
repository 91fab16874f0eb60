package io.crmkit.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands, as whoever asks may see it.
 *
 * @param number the number
 * @param state where it stands
 * @param confirmedOn the day it was confirmed, or null
 * @param promisedOn the day it was promised for, or null
 * @param lines what was ordered and what has become of it, in order
 * @param shipments what is on its way or has come, oldest first
 */
public record OrderStatus(
    String number,
    OrderState state,
    @Nullable LocalDate confirmedOn,
    @Nullable LocalDate promisedOn,
    List<Line> lines,
    List<Parcel> shipments) {
  /** Copies the lists. */
  public OrderStatus {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
  }

  /**
   * A line.
   *
   * @param ordered how many were ordered; what was shipped, is open and was cancelled, together
   * @param returned how many of those shipped came back
   */
  public record Line(
      long position,
      String name,
      BigDecimal ordered,
      BigDecimal shipped,
      BigDecimal open,
      BigDecimal cancelled,
      BigDecimal returned) {}

  /**
   * A shipment.
   *
   * @param carrier who carries it, or null
   * @param trackingNumber the number by which the carrier tells where it is, or null
   * @param items of which lines how many
   */
  public record Parcel(
      Instant shippedAt,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      List<HostUpdate.Item> items) {
    /** Copies the items. */
    public Parcel {
      items = List.copyOf(items);
    }
  }
}
