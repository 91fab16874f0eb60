package io.crmkit.kernel.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store failed. {@link #isTransient()} tells whether repeating the whole work can help. */
public final class StoreException extends CrmException {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;
  private final @Nullable UUID operation;

  private StoreException(
      String code, boolean temporary, @Nullable Throwable cause, Object... arguments) {
    super(code, cause, arguments);
    this.temporary = temporary;
    this.operation = null;
  }

  private StoreException(UUID operation, @Nullable Throwable cause) {
    super("store.unknown", cause, operation);
    this.temporary = false;
    this.operation = operation;
  }

  /** A failure that a repetition of the whole work may survive, such as a deadlock. */
  public static StoreException temporary(String what, @Nullable Throwable cause) {
    return new StoreException("store.transient", true, cause, what);
  }

  /** A failure that repeating will not mend. */
  public static StoreException permanent(String what, @Nullable Throwable cause) {
    return new StoreException("store.permanent", false, cause, what);
  }

  /** No connection came free in time; nothing was written. */
  public static StoreException exhausted(String what, @Nullable Throwable cause) {
    return new StoreException("store.exhausted", true, cause, what);
  }

  /** The connection broke during a commit, so whether it took place is not known. */
  public static StoreException unknown(UUID operation, @Nullable Throwable cause) {
    return new StoreException(operation, cause);
  }

  /** The host's connection is not in a transaction; {@code remedy} says what to do. */
  public static StoreException wiring(String remedy) {
    return new StoreException("store.wiring", false, null, remedy);
  }

  /** The store, or what was opened on it, is closed. */
  public static StoreException closed(String what) {
    return new StoreException("store.closed", false, null, what);
  }

  /** The unit of work whose outcome is not known; null where it is known that nothing happened. */
  public @Nullable UUID operation() {
    return operation;
  }

  /** True where the whole work, begun anew, may succeed. */
  public boolean isTransient() {
    return temporary;
  }
}
