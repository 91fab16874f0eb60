package io.crmkit.kernel.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value.
 *
 * <p>{@link #toString} is its canonical text: no white space, keys in the {@linkplain TextOrder
 * order of code points}, numbers as exact decimals without trailing zeros. Two values are equal if
 * their canonical texts are, so {@code {"b":1.0,"a":2}} equals {@code {"a":2,"b":1}}.
 *
 * <p>A value is at most {@value #MAX_DEPTH} levels deep and {@value #MAX_BYTES} bytes long as
 * canonical UTF-8; numbers lie between 1E-1000 and 1E+1000. Anything else is an {@link
 * IllegalArgumentException}.
 */
public final class Json {
  /** Levels of arrays and objects within each other. */
  public static final int MAX_DEPTH = 64;

  /** Size of the text in UTF-8: 1 MiB. */
  public static final int MAX_BYTES = 1 << 20;

  /** What a JSON value is. */
  public enum Kind {
    /** Names with values. */
    OBJECT,
    /** Values in order. */
    ARRAY,
    /** A string. */
    TEXT,
    /** An exact decimal number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** The JSON null. */
    NULL
  }

  private final String text;

  /**
   * Map, List, String, BigDecimal, Boolean or null; unmodifiable all the way down. Read from the
   * text when it is asked for first, since most values are kept and compared and nothing else.
   */
  private volatile @Nullable Object value;

  private volatile boolean known;

  private Json(@Nullable Object value) {
    this.text = JsonText.write(value);
    JsonText.requireShort(text);
  }

  /**
   * The text of a Java value however long it is: for what the library keeps of its own. What comes
   * from elsewhere has limits, see {@link #of}.
   */
  public static String writeLong(@Nullable Object value) {
    return JsonText.write(copy(value, 0));
  }

  /**
   * Reads what {@link #writeLong} wrote.
   *
   * @return a map, a list, a string, a number, a boolean or null, unmodifiable
   * @throws IllegalArgumentException if the text is not JSON
   */
  public static @Nullable Object readLong(String text) {
    return JsonText.readLong(text);
  }

  private @Nullable Object value() {
    if (!known) {
      value = JsonText.read(text);
      known = true;
    }
    return value;
  }

  /**
   * Reads JSON text: exactly one value, as RFC 8259 has it. Duplicate keys in an object are
   * refused.
   *
   * @throws IllegalArgumentException if the text is not JSON or exceeds the limits; the message
   *     names line and column
   */
  public static Json parse(String text) {
    return new Json(JsonText.read(text));
  }

  /**
   * Returns the JSON value of a Java value.
   *
   * @param value a map with string keys, a collection, a string, a number, a boolean, another
   *     {@code Json}, or null; nested as you like. It is copied.
   * @throws IllegalArgumentException for any other type, for NaN and infinity, and beyond the
   *     limits
   */
  public static Json of(@Nullable Object value) {
    return value instanceof Json json ? json : new Json(copy(value, 0));
  }

  /** Returns what this value is. */
  public Kind kind() {
    Object value = value();
    if (value instanceof Map) {
      return Kind.OBJECT;
    } else if (value instanceof List) {
      return Kind.ARRAY;
    } else if (value instanceof String) {
      return Kind.TEXT;
    } else if (value instanceof BigDecimal) {
      return Kind.NUMBER;
    }
    return value == null ? Kind.NULL : Kind.BOOLEAN;
  }

  /** Whether this is the JSON null. */
  public boolean isNull() {
    return text.equals("null");
  }

  /**
   * Returns an object as plain Java: maps, lists, strings, {@link BigDecimal}s, booleans and nulls,
   * the keys in canonical order. Unmodifiable all the way down.
   *
   * @throws IllegalStateException if this is not an object
   */
  @SuppressWarnings("unchecked") // what the constructor was given
  public Map<String, @Nullable Object> toMap() {
    return (Map<String, @Nullable Object>) as(Kind.OBJECT, Map.class);
  }

  /**
   * Returns an array as plain Java, as {@link #toMap} does.
   *
   * @throws IllegalStateException if this is not an array
   */
  @SuppressWarnings("unchecked") // what the constructor was given
  public List<@Nullable Object> toList() {
    return (List<@Nullable Object>) as(Kind.ARRAY, List.class);
  }

  /**
   * Returns the string.
   *
   * @throws IllegalStateException if this is no string
   */
  public String asText() {
    return as(Kind.TEXT, String.class);
  }

  /**
   * Returns the number, without trailing zeros.
   *
   * @throws IllegalStateException if this is no number
   */
  public BigDecimal asNumber() {
    return as(Kind.NUMBER, BigDecimal.class);
  }

  /**
   * Returns the boolean.
   *
   * @throws IllegalStateException if this is no boolean
   */
  public boolean asBoolean() {
    return as(Kind.BOOLEAN, Boolean.class);
  }

  /** Equal if the canonical texts are equal. */
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Json other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the canonical text; {@link #parse} is its inverse. */
  @Override
  public String toString() {
    return text;
  }

  private <T> T as(Kind wanted, Class<T> type) {
    Object its = value();
    if (!type.isInstance(its)) {
      throw new IllegalStateException("The JSON value is " + kind() + ", not " + wanted);
    }
    return type.cast(its);
  }

  private static @Nullable Object copy(@Nullable Object value, int depth) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    } else if (value instanceof Json json) {
      return copy(json.value(), depth);
    } else if (value instanceof Number number) {
      return JsonText.number(decimal(number));
    } else if (value instanceof Map<?, ?> map) {
      return copyMap(map, JsonText.deeper(depth));
    } else if (value instanceof Collection<?> items) {
      int below = JsonText.deeper(depth);
      List<@Nullable Object> copies = new ArrayList<>(items.size());
      for (Object item : items) {
        copies.add(copy(item, below));
      }
      return Collections.unmodifiableList(copies);
    }
    throw new IllegalArgumentException(
        "No JSON for "
            + value.getClass().getName()
            + "; use maps, collections, strings, numbers, booleans and null");
  }

  private static Map<String, @Nullable Object> copyMap(Map<?, ?> map, int below) {
    Map<String, @Nullable Object> sorted = new TreeMap<>(TextOrder.BY_CODE_POINT);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalArgumentException("A JSON key must be a string, not " + entry.getKey());
      }
      sorted.put(key, copy(entry.getValue(), below));
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    } else if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    try {
      return new BigDecimal(number.toString()); // the shortest text that means this double
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("No JSON for the number " + number, e);
    }
  }
}
