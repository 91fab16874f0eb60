package io.crmkit.kernel.error;

import org.jspecify.annotations.Nullable;

/** A call that makes no sense as it stands: a bad cursor, an unknown field, a misuse of the API. */
public final class InvalidRequestException extends CrmException {
  private static final long serialVersionUID = 1L;

  /**
   * @param code the stable code, a key of the message bundle
   * @param arguments what the message mentions
   */
  public InvalidRequestException(String code, @Nullable Object... arguments) {
    super(code, null, arguments);
  }
}
