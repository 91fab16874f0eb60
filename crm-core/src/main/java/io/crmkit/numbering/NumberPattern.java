package io.crmkit.numbering;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The form of numbers: text with places in braces for the year and for the number itself. */
record NumberPattern(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern DIGITS = Pattern.compile("0{1,18}");
  private static final List<String> YEARS = List.of("year", "yy");

  /** True for a text with exactly one place for the number and no brace without a meaning. */
  static boolean isOne(String text) {
    List<String> places = places(text);
    return places.stream().filter(NumberPattern::isNumber).count() == 1
        && places.stream().allMatch(place -> isNumber(place) || YEARS.contains(place))
        && PLACE.matcher(text).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}');
  }

  private static boolean isNumber(String place) {
    return DIGITS.matcher(place).matches();
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** True where numbers begin anew each year. */
  boolean yearly() {
    return places(text).stream().anyMatch(YEARS::contains);
  }

  String format(long year, long number) {
    return PLACE.matcher(text).replaceAll(found -> written(found, year, number));
  }

  private static String written(MatchResult place, long year, long number) {
    return switch (place.group(1)) {
      case "year" -> padded(year, 4);
      case "yy" -> padded(year % 100, 2);
      default -> padded(number, place.group(1).length());
    };
  }

  private static String padded(long number, int digits) {
    String written = Long.toString(number);
    return "0".repeat(Math.max(0, digits - written.length())) + written;
  }
}
