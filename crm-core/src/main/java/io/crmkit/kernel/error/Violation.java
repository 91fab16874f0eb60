package io.crmkit.kernel.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one value.
 *
 * @param type the name of the record type, for example {@code "customer"}
 * @param field the name of the field, or null where a rule concerns the whole record
 * @param code the stable code, for example {@code "violation.required"}
 * @param arguments what the sentence mentions besides the field; never the value of a secret field
 */
public record Violation(
    String type, @Nullable String field, String code, List<@Nullable Object> arguments) {

  /** A violation of {@code field}; the arguments are copied. */
  public static Violation of(
      String type, @Nullable String field, String code, @Nullable Object... arguments) {
    return new Violation(type, field, code, Arrays.asList(arguments.clone()));
  }

  /** What is wrong and what to do, in the language of {@code locale}. */
  public String message(Locale locale) {
    Object[] all = new Object[arguments.size() + 1];
    all[0] = place();
    for (int i = 0; i < arguments.size(); i++) {
      all[i + 1] = Objects.requireNonNullElse(arguments.get(i), "-");
    }
    return Messages.text(locale, code, all);
  }

  /** {@code type.field}, or the type alone. */
  public String place() {
    return field == null ? type : type + '.' + field;
  }

  @Override
  public String toString() {
    return message(Locale.ENGLISH);
  }
}
