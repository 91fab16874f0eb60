package io.crmkit.kernel.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How addresses are written on letters, country by country.
 *
 * <p>A layout is a list of lines and mentions every part, so that none is lost. In it, {@code A}
 * stands for all street lines, {@code C} for the city, {@code R} for the region, {@code Z} for the
 * postal code, {@code P} for the postal code with its Japanese mark, {@code N} for the name of the
 * country. Other characters are written only between two parts that are both present.
 */
final class AddressLayout {
  private static final List<String> GENERIC = List.of("A", "Z C", "R", "N");
  private static final List<String> CITY_THEN_CODE = List.of("A", "C R Z", "N");
  private static final List<String> CODE_LAST = List.of("A", "C", "R", "Z", "N");

  private static final Map<String, List<String>> BY_COUNTRY =
      Map.ofEntries(
          Map.entry("US", List.of("A", "C, R Z", "N")),
          Map.entry("CA", CITY_THEN_CODE),
          Map.entry("AU", CITY_THEN_CODE),
          Map.entry("NZ", List.of("A", "R", "C Z", "N")),
          Map.entry("GB", CODE_LAST),
          Map.entry("IE", CODE_LAST),
          Map.entry("IN", List.of("A", "C Z", "R", "N")),
          Map.entry("BR", List.of("A", "C - R", "Z", "N")),
          Map.entry("IT", List.of("A", "Z C R", "N")),
          Map.entry("ES", List.of("A", "Z C", "R", "N")),
          Map.entry("MX", List.of("A", "Z C, R", "N")),
          Map.entry("SG", CITY_THEN_CODE),
          Map.entry("HK", List.of("A", "C", "R", "Z", "N")),
          Map.entry("CN", List.of("A", "C", "R, Z", "N")),
          Map.entry("TW", List.of("A", "C, R Z", "N")),
          Map.entry("JP", List.of("A", "C, R Z", "N")),
          Map.entry("KR", List.of("A", "C", "R Z", "N")));

  /** Layouts from large to small, for addresses in the country’s own script. */
  private static final Map<String, List<String>> LARGE_TO_SMALL =
      Map.of(
          "CN", List.of("N", "Z", "RC", "A"),
          "TW", List.of("N", "Z", "RC", "A"),
          "HK", List.of("N", "Z", "RC", "A"),
          "JP", List.of("N", "P", "RC", "A"),
          "KR", List.of("N", "R C", "A", "Z"));

  private AddressLayout() {}

  static String format(Address address, Locale reader) {
    List<String> out = new ArrayList<>();
    for (String line : layoutOf(address)) {
      if (line.equals("A")) {
        out.addAll(address.lines());
      } else {
        String text = fill(line, address, reader);
        if (!text.isEmpty()) {
          out.add(text);
        }
      }
    }
    return String.join("\n", out);
  }

  private static List<String> layoutOf(Address address) {
    String country = address.country();
    if (country == null) {
      return GENERIC;
    }
    List<String> largeToSmall = LARGE_TO_SMALL.get(country);
    return largeToSmall != null && inEastAsianScript(address)
        ? largeToSmall
        : BY_COUNTRY.getOrDefault(country, GENERIC);
  }

  private static boolean inEastAsianScript(Address address) {
    return hasEastAsian(String.join("", address.lines()))
        || hasEastAsian(address.city())
        || hasEastAsian(address.region());
  }

  private static boolean hasEastAsian(@Nullable String text) {
    return text != null
        && text.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .anyMatch(
                script ->
                    switch (script) {
                      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
                      default -> false;
                    });
  }

  private static String fill(String line, Address address, Locale reader) {
    StringBuilder out = new StringBuilder();
    StringBuilder between = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ("CRZPN".indexOf(c) < 0) {
        between.append(c);
        continue;
      }
      String part = part(c, address, reader);
      if (part != null) {
        out.append(out.length() > 0 ? between : "").append(part);
      }
      between.setLength(0);
    }
    return out.toString();
  }

  private static @Nullable String part(char letter, Address address, Locale reader) {
    return switch (letter) {
      case 'C' -> address.city();
      case 'R' -> address.region();
      case 'Z' -> address.postalCode();
      case 'P' -> address.postalCode() == null ? null : "〒" + address.postalCode();
      default -> countryName(address.country(), reader);
    };
  }

  private static @Nullable String countryName(@Nullable String country, Locale reader) {
    return country == null || country.equals(reader.getCountry())
        ? null
        : new Locale("", country).getDisplayCountry(reader);
  }
}
