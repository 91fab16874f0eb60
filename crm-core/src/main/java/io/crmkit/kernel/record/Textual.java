package io.crmkit.kernel.record;

/** An expression whose values are texts, compared by code point. */
public interface Textual<E extends Entity<E>> extends Ordered<E, String> {
  /** Matches texts that begin with {@code start}, letter for letter. */
  default Condition<E> startsWith(String start) {
    return new Condition.Text<>(expr(), Condition.TextOp.STARTS_WITH, start);
  }

  /** Matches texts that contain {@code part}, letter for letter. */
  default Condition<E> contains(String part) {
    return new Condition.Text<>(expr(), Condition.TextOp.CONTAINS, part);
  }

  /**
   * Matches texts that contain every word of {@code words}, whatever the case, the accents and the
   * width of the letters; see {@link io.crmkit.kernel.value.SearchText}. No words match everything
   * that has a value.
   */
  default Condition<E> mentions(String words) {
    return new Condition.Text<>(expr(), Condition.TextOp.MENTIONS, words);
  }
}
