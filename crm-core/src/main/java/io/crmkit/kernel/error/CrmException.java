package io.crmkit.kernel.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws for a reason that a host can act on.
 *
 * <p>{@link #code()} never changes once published; {@link #getMessage()} is English and names the
 * remedy; {@link #message(Locale)} gives the same sentence in another language the library speaks.
 */
public abstract class CrmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<@Nullable Object> arguments;

  /**
   * @param code the stable code, also the key of the message
   * @param cause what was behind it, or null
   * @param arguments what the message mentions
   */
  protected CrmException(String code, @Nullable Throwable cause, @Nullable Object... arguments) {
    super(Messages.text(Locale.ENGLISH, code, arguments), cause);
    this.code = code;
    this.arguments = Arrays.asList(arguments.clone());
  }

  /** The stable code of this error, for example {@code "conflict.stale"}. */
  public final String code() {
    return code;
  }

  /** The message in the language of {@code locale}; English where that language is not spoken. */
  public String message(Locale locale) {
    return arguments == null
        ? getMessageOrCode()
        : Messages.text(locale, code, arguments.toArray());
  }

  private String getMessageOrCode() {
    String message = getMessage();
    return message == null ? code : message;
  }
}
