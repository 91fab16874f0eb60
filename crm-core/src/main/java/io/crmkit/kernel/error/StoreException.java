package io.crmkit.kernel.error;

import org.jspecify.annotations.Nullable;

/** The store failed. {@link #isTransient()} tells whether repeating the whole work can help. */
public final class StoreException extends CrmException {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  private StoreException(
      String code, boolean temporary, @Nullable Throwable cause, Object... arguments) {
    super(code, cause, arguments);
    this.temporary = temporary;
  }

  /** A failure that a repetition of the whole work may survive, such as a deadlock. */
  public static StoreException temporary(String what, @Nullable Throwable cause) {
    return new StoreException("store.transient", true, cause, what);
  }

  /** A failure that repeating will not mend. */
  public static StoreException permanent(String what, @Nullable Throwable cause) {
    return new StoreException("store.permanent", false, cause, what);
  }

  /** The store, or what was opened on it, is closed. */
  public static StoreException closed(String what) {
    return new StoreException("store.closed", false, null, what);
  }

  /** True where the whole work, begun anew, may succeed. */
  public boolean isTransient() {
    return temporary;
  }
}
