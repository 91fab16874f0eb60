package io.crmkit.examples.aftersale;

import java.util.Locale;

/** Says in words what the records keep as constants. */
final class Words {
  private Words() {}

  /** For example {@code Partly shipped}. */
  static String of(Enum<?> constant) {
    return capital(constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
