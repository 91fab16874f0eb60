package io.crmkit.kernel.error;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of the library, in English and Chinese, by stable key. Thread-safe. */
public final class Messages {
  /** The base name of the bundle with the library's own sentences. */
  public static final String BUNDLE = "io.crmkit.kernel.messages";

  private Messages() {}

  /**
   * The sentence behind {@code key}, its places filled.
   *
   * @return the sentence; the key itself, with the arguments, where no bundle knows it
   */
  public static String text(Locale locale, String key, @Nullable Object... arguments) {
    String pattern = find(BUNDLE, Messages.class.getClassLoader(), locale, key);
    if (pattern == null) {
      return arguments.length == 0 ? key : key + ' ' + java.util.Arrays.toString(arguments);
    }
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      shown[i] = argument instanceof Localised text ? text.in(locale) : String.valueOf(argument);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(shown);
  }

  /**
   * The entry of a bundle of labels or messages, without falling back to the machine's language.
   *
   * @return the text, or null where neither the language nor the base bundle has the key
   */
  public static @Nullable String find(
      String bundle, @Nullable ClassLoader loader, Locale locale, String key) {
    ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try {
      ResourceBundle found = ResourceBundle.getBundle(bundle, locale, from);
      // A control that forbids falling back cannot be used from a module.
      String language = found.getLocale().getLanguage();
      if (!language.isEmpty() && !language.equals(locale.getLanguage())) {
        found = ResourceBundle.getBundle(bundle, Locale.ROOT, from);
      }
      return found.getString(key);
    } catch (MissingResourceException missing) {
      return null;
    }
  }
}
