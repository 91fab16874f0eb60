package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.CrmException;
import org.jspecify.annotations.Nullable;

/** A key is missing or wrong, or what was encrypted has been changed or moved. */
public final class KeyException extends CrmException {
  private static final long serialVersionUID = 1L;

  private KeyException(String code, @Nullable Throwable cause, Object... arguments) {
    super(code, cause, arguments);
  }

  /** There are encrypted fields and no key ring. */
  static KeyException ringMissing(Object what) {
    return new KeyException("secret.no_ring", null, String.valueOf(what));
  }

  /** The ring does not have a key. */
  static KeyException unknown(String key) {
    return new KeyException("secret.key", null, key);
  }

  /** What was encrypted is damaged, or stands where it does not belong. */
  static KeyException damaged(String where, @Nullable Throwable cause) {
    return new KeyException("secret.damaged", cause, where);
  }

  /** The host's keys refuse. */
  static KeyException refused(Throwable cause) {
    return new KeyException("secret.refused", cause, String.valueOf(cause.getMessage()));
  }

  /** The machinery of the JDK refuses. */
  static KeyException failed(Throwable cause) {
    return new KeyException("secret.failed", cause, String.valueOf(cause.getMessage()));
  }
}
