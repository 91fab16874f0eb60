package io.crmkit.kernel.record;

import io.crmkit.kernel.error.InvalidRequestException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The typed identity of a record: its type and a UUID, as a rule of version 7 (RFC 9562), so that
 * order by identity is order of creation.
 *
 * <p>Compared as unsigned bytes, as databases do. Immutable; equal where type and UUID are equal.
 *
 * @param <E> the record type referred to
 */
public final class Ref<E extends Entity<E>> implements Comparable<Ref<?>> {
  private final EntityType<E> type;
  private final long high;
  private final long low;

  Ref(EntityType<E> type, long high, long low) {
    this.type = type;
    this.high = high;
    this.low = low;
  }

  /** The identity {@code id} of a record of {@code type}. */
  public static <E extends Entity<E>> Ref<E> of(EntityType<E> type, UUID id) {
    return new Ref<>(type, id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  /**
   * Reads the form {@code 0190a3b2-…} or {@code customer:0190a3b2-…}.
   *
   * @throws InvalidRequestException where the text is no UUID or names another type
   */
  public static <E extends Entity<E>> Ref<E> parse(EntityType<E> type, String text) {
    int colon = text.indexOf(':');
    if (colon >= 0 && !text.substring(0, colon).equals(type.name())) {
      throw new InvalidRequestException("request.ref", text, type.name());
    }
    String id = text.substring(colon + 1);
    try {
      if (id.length() != 36) {
        throw new IllegalArgumentException(id);
      }
      return of(type, UUID.fromString(id));
    } catch (IllegalArgumentException bad) {
      throw new InvalidRequestException("request.ref", text, type.name());
    }
  }

  /** The type of the record. */
  public EntityType<E> type() {
    return type;
  }

  /** The identity without its type. */
  public UUID id() {
    return new UUID(high, low);
  }

  /** The upper 64 bits. */
  public long high() {
    return high;
  }

  /** The lower 64 bits. */
  public long low() {
    return low;
  }

  @Override
  public int compareTo(Ref<?> other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref<?> that
        && high == that.high
        && low == that.low
        && (type == that.type || type.name().equals(that.type.name()));
  }

  @Override
  public int hashCode() {
    long mixed = high ^ low;
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** {@code customer:0190a3b2-…}. */
  @Override
  public String toString() {
    return type.name() + ':' + id();
  }
}
