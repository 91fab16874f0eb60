package io.crmkit.kernel.record;

/** Which fields of a snapshot its reader may not see. */
@FunctionalInterface
public interface Veil {
  /** Hides nothing. */
  Veil NONE = field -> false;

  /** True where the value of {@code field} must not be shown. */
  boolean hides(Field<?, ?> field);

  /** True where a {@linkplain #hides hidden} value is shown as a mask. */
  default boolean masks(Field<?, ?> field) {
    return false;
  }
}
