package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Messages;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field whose value is one of a closed list; sorted by code. */
public final class ChoiceField<E extends Entity<E>, C> extends Field<E, C>
    implements Ordered<E, C> {
  private final List<C> options;
  private final @Nullable Class<?> home;

  ChoiceField(FieldBuilder<E, C, ?, ?> builder, List<C> options, @Nullable Class<?> home) {
    super(builder);
    this.options = options;
    this.home = home;
  }

  @Override
  public ChoiceField<E, C> expr() {
    return this;
  }

  /** The values there are, in the order declared. */
  public List<C> options() {
    return options;
  }

  /**
   * What a value is called in the language of {@code locale}: the label {@code type.field.code} of
   * the record type where it has one, else that of the constant, see {@link Messages#label}; the
   * words of its code where nobody has given it a label.
   */
  public String label(C option, Locale locale) {
    String code = kind().format(option);
    String own = type().text(type().name() + '.' + name() + '.' + code, locale);
    String label = own == null ? general(option, code, locale) : own;
    return Objects.requireNonNullElseGet(label, () -> words(code));
  }

  private @Nullable String general(C option, String code, Locale locale) {
    if (option instanceof DayOfWeek day) {
      return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
    if (option instanceof Enum<?> constant) {
      return Messages.label(locale, constant);
    }
    return home == null ? null : Definition.find(home, locale, name() + '.' + code);
  }

  private static String words(String code) {
    String text = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return text.isEmpty() || code.length() < 3
        ? code
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
