package io.crmkit.persistence.query;

import org.jooq.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A key to sort by.
 *
 * @param value that of the place to go on behind; null where it has none
 * @param follows it has a value wherever the key before it has one, as an amount has beside its
 *     currency
 */
record Key(Term term, boolean descending, @Nullable Object value, boolean follows) {
  boolean present() {
    return follows || term.present();
  }

  Filter behind() {
    return compare(descending ? Comparator.LESS : Comparator.GREATER);
  }

  Filter atOrBehind() {
    return compare(descending ? Comparator.LESS_OR_EQUAL : Comparator.GREATER_OR_EQUAL);
  }

  Filter compare(Comparator operator) {
    return value == null ? Filter.FALSE : Filter.Compare.of(term, operator, value);
  }
}
