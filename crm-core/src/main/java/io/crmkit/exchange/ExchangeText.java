package io.crmkit.exchange;

import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.Messages;
import java.text.MessageFormat;
import java.util.Locale;

/** The sentences of this package, in English and Chinese. */
final class ExchangeText {
  private static final String BUNDLE = "io.crmkit.exchange.messages";

  private ExchangeText() {}

  /** The sentence behind {@code key}; the key with its arguments where no bundle knows it. */
  static String of(Locale locale, String key, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      shown[i] = argument instanceof Localised text ? text.in(locale) : String.valueOf(argument);
    }
    String pattern = Messages.find(BUNDLE, ExchangeText.class.getClassLoader(), locale, key);
    return pattern == null
        ? key + ' ' + java.util.Arrays.toString(shown)
        : new MessageFormat(pattern, Locale.ROOT).format(shown);
  }

  /** The sentence behind {@code key}, in whichever language it is asked for. */
  static Localised lazily(String key, Object... arguments) {
    return locale -> of(locale, key, arguments);
  }
}
