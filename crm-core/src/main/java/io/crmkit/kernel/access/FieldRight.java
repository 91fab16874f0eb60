package io.crmkit.kernel.access;

import java.util.Locale;

/** What an actor may do with a field of the records that they may see. From least to most. */
public enum FieldRight {
  /** Not to be seen and nowhere to be mentioned. */
  HIDDEN,
  /** Shown as a mask that tells little; to be mentioned as little as a hidden one. */
  MASKED,
  /** Seen, filtered and sorted by, but not written. */
  READ_ONLY,
  /** Seen and written. */
  WRITE;

  /** True where the value may be seen, and the field mentioned in questions. */
  public boolean reads() {
    return this == READ_ONLY || this == WRITE;
  }

  /** The greater of two rights. */
  public FieldRight or(FieldRight other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The lesser of two rights. */
  public FieldRight and(FieldRight other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
