package io.crmkit.kernel.record;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A domain of values: what a value may be, its canonical form, its one order, its text form and how
 * a store keeps it. Everything else in the library asks the kind, so a new kind is one class.
 *
 * <p>Canonical values are equal by {@code equals} exactly where {@link #compare} gives 0.
 *
 * @param <T> the Java type of the values, immutable
 */
public abstract class Kind<T> implements Comparator<T> {
  /** How a store keeps a value: the few column types that every store knows. */
  public enum Storage {
    /** A {@link String} of limited length, ordered by code point. */
    TEXT,
    /** A {@link String} of any length; never sorted or indexed. */
    LONG_TEXT,
    /** A {@link Long}. */
    LONG,
    /** A {@link java.math.BigDecimal} that fits DECIMAL(28,8). */
    DECIMAL,
    /** A {@link Boolean}. */
    BOOLEAN,
    /** A {@link java.time.LocalDate}. */
    DATE,
    /** An {@link java.time.Instant} to the microsecond. */
    INSTANT,
    /** A {@link java.util.UUID}. */
    UUID,
    /** A {@link Ref}. */
    REF,
    /** A {@link io.crmkit.kernel.value.Money}: an amount and a currency. */
    MONEY
  }

  private final String name;
  private final Class<?> javaType;
  private final Storage storage;

  /**
   * @param name the stable name, used in descriptors, for example {@code "money"}
   * @param javaType the class of the values
   * @param storage how stores keep them
   */
  protected Kind(String name, Class<?> javaType, Storage storage) {
    this.name = name;
    this.javaType = javaType;
    this.storage = storage;
  }

  /** The stable name. */
  public final String name() {
    return name;
  }

  /** The class of the values. */
  public final Class<?> javaType() {
    return javaType;
  }

  /** How stores keep the values. */
  public final Storage storage() {
    return storage;
  }

  /**
   * The canonical form of a value.
   *
   * @return the form to keep; null where the value means “nothing”, such as an empty text
   * @throws Refused where the value is not of this domain
   */
  public @Nullable T normalise(T value) {
    return value;
  }

  /** The value's text, exactly inverse to {@link #parse}. */
  public abstract String format(T value);

  /**
   * Reads a text.
   *
   * @throws Refused where the text is no value of this kind
   */
  public abstract T parse(String text);

  /** True where values have an order that users mean: ranges and sorting make sense. */
  public boolean ordered() {
    return storage != Storage.LONG_TEXT && storage != Storage.UUID;
  }

  /**
   * The value as a number that a store in memory may sort by before it looks at the value: where
   * {@code a} comes before {@code b}, {@code rank(a) <= rank(b)}. So a kind that does not bother
   * gives all its values the same.
   */
  public long rank(T value) {
    return 0;
  }

  /**
   * True where the rank says all: canonical values of one rank are equal, and none has {@link
   * Long#MAX_VALUE}.
   */
  public boolean ranksFully() {
    return false;
  }

  /**
   * True where {@link #toStored} and {@link #fromStored} give what they are given, so that a store
   * need not call them. A kind that does not bother says no.
   */
  public boolean storedAsIs() {
    return false;
  }

  /** The value as a store with plain columns keeps it; an instance of the storage's type. */
  public Object toStored(T value) {
    return storage == Storage.TEXT || storage == Storage.LONG_TEXT ? format(value) : value;
  }

  /** The inverse of {@link #toStored}. */
  @SuppressWarnings("unchecked")
  public T fromStored(Object stored) {
    return storage == Storage.TEXT || storage == Storage.LONG_TEXT
        ? parse((String) stored)
        : (T) stored;
  }

  /** The canonical form where there is one, else the value itself: for use in conditions. */
  final T canonical(T value) {
    try {
      T normal = normalise(value);
      return normal == null ? value : normal;
    } catch (Refused refused) {
      return value;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
