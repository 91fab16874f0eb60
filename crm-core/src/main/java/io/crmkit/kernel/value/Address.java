package io.crmkit.kernel.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * <p>Each part may be absent, but not all of them. White space around a part is dropped and a blank
 * part is absent; a street line with line breaks becomes several lines, blank ones dropped. The
 * country is kept in capitals.
 *
 * @param lines street, house number, floor and the like, in the order they are written; null is
 *     taken for none, so the component is never null
 * @param city the town
 * @param region the state, province or county
 * @param postalCode the postal code, as written
 * @param country the ISO 3166-1 alpha-2 code
 */
public record Address(
    List<String> lines,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country) {
  /** The most street lines. */
  public static final int MAX_LINES = 10;

  /** The longest part, in characters. */
  public static final int MAX_LENGTH = 250;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> KEYS =
      Set.of("lines", "city", "region", "postalCode", "country");

  /**
   * Makes an address from its parts.
   *
   * @throws IllegalArgumentException if all parts are absent, a part is too long or has control
   *     characters, or the country is no ISO code; the message names the part and the remedy
   */
  public Address(
      @Nullable List<String> lines,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country) {
    this.lines = lines == null ? List.of() : streetLines(lines);
    this.city = part("city", city);
    this.region = part("region", region);
    this.postalCode = part("postalCode", postalCode);
    this.country = countryCode(country);
    if (this.lines.isEmpty()
        && this.city == null
        && this.region == null
        && this.postalCode == null
        && this.country == null) {
      throw new IllegalArgumentException(
          "An address needs at least one part; leave the field empty instead");
    }
  }

  /** Returns a builder without any part. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the address as it is written on a letter, one line per line, without a line break at
   * the end.
   *
   * <p>The order is that of the address’s own country, for addresses in Chinese, Japanese or Korean
   * characters from large to small where that is the custom; where the country is unknown, a
   * generic order. The country is named in the language of {@code reader}, and left out if it is
   * the reader’s own.
   *
   * @param reader whom the text is for, for example {@link Locale#GERMANY}
   */
  public String format(Locale reader) {
    return AddressLayout.format(this, reader);
  }

  /** Returns a compact JSON object of the parts present; {@link #parse} is the exact inverse. */
  public String toText() {
    Map<String, Object> parts = new TreeMap<>();
    if (!lines.isEmpty()) {
      parts.put("lines", lines);
    }
    putIfPresent(parts, "city", city);
    putIfPresent(parts, "region", region);
    putIfPresent(parts, "postalCode", postalCode);
    putIfPresent(parts, "country", country);
    return Json.of(parts).toString();
  }

  /**
   * Reads what {@link #toText} wrote.
   *
   * @throws IllegalArgumentException if the text is no JSON object, has an unknown or ill-typed
   *     part, or is no address
   */
  public static Address parse(String text) {
    Json json = Json.parse(text);
    if (json.kind() != Json.Kind.OBJECT) {
      throw new IllegalArgumentException(
          "Not an address: "
              + Quoted.of(text)
              + "; write a JSON object with any of "
              + sorted(KEYS));
    }
    Map<String, @Nullable Object> parts = json.toMap();
    for (String key : parts.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "Unknown part of an address: " + Quoted.of(key) + "; use any of " + sorted(KEYS));
      }
    }
    return new Address(
        textLines(parts.get("lines")),
        text("city", parts),
        text("region", parts),
        text("postalCode", parts),
        text("country", parts));
  }

  private static void putIfPresent(Map<String, Object> parts, String name, @Nullable String part) {
    if (part != null) {
      parts.put(name, part);
    }
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  private static @Nullable String text(String name, Map<String, @Nullable Object> parts) {
    Object part = parts.get(name);
    if (part == null || part instanceof String) {
      return (String) part;
    }
    throw new IllegalArgumentException("The part " + name + " of an address must be a string");
  }

  private static List<String> textLines(@Nullable Object part) {
    if (part == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (part instanceof List<?> items) {
      for (Object item : items) {
        if (!(item instanceof String line)) {
          throw new IllegalArgumentException("Each line of an address must be a string");
        }
        lines.add(line);
      }
      return lines;
    }
    throw new IllegalArgumentException("The lines of an address must be an array of strings");
  }

  private static List<String> streetLines(List<String> given) {
    List<String> lines = new ArrayList<>();
    for (String text : given) {
      text.lines().map(line -> part("lines", line)).filter(Objects::nonNull).forEach(lines::add);
    }
    if (lines.size() > MAX_LINES) {
      throw new IllegalArgumentException(
          "An address has at most "
              + MAX_LINES
              + " street lines, not "
              + lines.size()
              + "; join some");
    }
    return List.copyOf(lines);
  }

  private static @Nullable String part(String name, @Nullable String given) {
    String part = given == null ? "" : given.strip();
    if (part.isEmpty()) {
      return null;
    }
    if (part.length() > MAX_LENGTH || part.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The part "
              + name
              + " of an address is too long or has control characters: "
              + Quoted.of(part)
              + "; use one line of at most "
              + MAX_LENGTH
              + " characters");
    }
    return part;
  }

  private static @Nullable String countryCode(@Nullable String given) {
    String country = part("country", given);
    if (country == null) {
      return null;
    }
    String code = country.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      throw new IllegalArgumentException(
          "Unknown country "
              + Quoted.of(country)
              + "; use the ISO 3166 code of two letters, as in \"DE\"");
    }
    return code;
  }

  /** Collects the parts of an address. Not thread-safe; may be used again after building. */
  public static final class Builder {
    private final List<String> lines = new ArrayList<>();
    private @Nullable String city;
    private @Nullable String region;
    private @Nullable String postalCode;
    private @Nullable String country;

    private Builder() {}

    /** Adds a street line; null adds nothing. */
    public Builder line(@Nullable String line) {
      if (line != null) {
        lines.add(line);
      }
      return this;
    }

    /** Sets the town; null for none. */
    public Builder city(@Nullable String city) {
      this.city = city;
      return this;
    }

    /** Sets the state, province or county; null for none. */
    public Builder region(@Nullable String region) {
      this.region = region;
      return this;
    }

    /** Sets the postal code; null for none. */
    public Builder postalCode(@Nullable String postalCode) {
      this.postalCode = postalCode;
      return this;
    }

    /** Sets the ISO 3166-1 alpha-2 code of the country; null for none. */
    public Builder country(@Nullable String country) {
      this.country = country;
      return this;
    }

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException as the constructor of {@link Address} does
     */
    public Address build() {
      return new Address(lines, city, region, postalCode, country);
    }
  }
}
