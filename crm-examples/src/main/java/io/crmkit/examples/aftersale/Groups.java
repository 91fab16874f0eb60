package io.crmkit.examples.aftersale;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.work.Group;
import java.util.Objects;

/** Reads groups of records. */
final class Groups {
  private Groups() {}

  /** What a group is of, where it is never missing. */
  static <E extends Entity<E>, T> T key(Group<E> group, Expr<E, T> expr) {
    return Objects.requireNonNull(group.get(expr));
  }
}
