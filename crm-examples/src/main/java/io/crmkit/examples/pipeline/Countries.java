package io.crmkit.examples.pipeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their English names. */
final class Countries {
  /** Names in use that are not those of the Java platform. */
  private static final Map<String, String> OTHER_NAMES = Map.of("Czech Republic", "CZ");

  private Countries() {}

  /** The ISO 3166 codes by the names that the Java platform has for them. */
  static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(OTHER_NAMES);
    for (String code : Locale.getISOCountries()) {
      codes.put(
          new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code);
    }
    return codes;
  }
}
