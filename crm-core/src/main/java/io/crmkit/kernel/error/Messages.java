package io.crmkit.kernel.error;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of the library, in English and Chinese, by stable key. Thread-safe. */
public final class Messages {
  /** The base name of the bundle with the library's own sentences. */
  public static final String BUNDLE = "io.crmkit.kernel.messages";

  private static final Pattern UPPER = Pattern.compile("(?<!^)\\p{Lu}");

  private Messages() {}

  /**
   * The sentence behind {@code key}, its places filled.
   *
   * @return the sentence; the key itself, with the arguments, where no bundle knows it
   */
  public static String text(Locale locale, String key, @Nullable Object... arguments) {
    String pattern = sentence(locale, key);
    if (pattern == null) {
      return arguments.length == 0 ? key : key + ' ' + java.util.Arrays.toString(arguments);
    }
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(locale, arguments[i]);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(shown);
  }

  /** True where there is a sentence behind {@code key}. */
  static boolean knows(Locale locale, String key) {
    return sentence(locale, key) != null;
  }

  private static String shown(Locale locale, @Nullable Object argument) {
    if (argument instanceof Localised text) {
      return text.in(locale);
    }
    if (argument instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String label = argument instanceof Enum<?> constant ? label(locale, constant) : null;
    return label == null ? String.valueOf(argument) : within(locale, label);
  }

  /** A label within a sentence: in English a word as any other. */
  private static String within(Locale locale, String label) {
    boolean abbreviated = label.length() > 1 && Character.isUpperCase(label.charAt(1));
    return abbreviated || !locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  /**
   * What a constant is called: the entry of the bundle {@code labels} beside its class, under
   * {@code case_state.open} or, where the class is part of another, {@code customer.kind.person}.
   *
   * @return the text, or null where there is none
   */
  public static @Nullable String label(Locale locale, Enum<?> constant) {
    Class<?> declaring = constant.getDeclaringClass();
    StringBuilder key = new StringBuilder(constant.name().toLowerCase(Locale.ROOT));
    for (Class<?> each = declaring; each != null; each = each.getDeclaringClass()) {
      String words = UPPER.matcher(each.getSimpleName()).replaceAll("_$0");
      key.insert(0, words.toLowerCase(Locale.ROOT) + '.');
    }
    String bundle = declaring.getPackageName() + ".labels";
    return find(bundle, declaring.getClassLoader(), locale, key.toString());
  }

  /** A feature has its sentences beside its code: those of {@code sales.closed} with sales. */
  private static @Nullable String sentence(Locale locale, String key) {
    ClassLoader loader = Messages.class.getClassLoader();
    String own = find(BUNDLE, loader, locale, key);
    int dot = key.indexOf('.');
    return own != null || dot < 0
        ? own
        : find("io.crmkit." + key.substring(0, dot) + ".messages", loader, locale, key);
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
