package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import java.util.List;

/**
 * Figures over groups of rows.
 *
 * @param type the type of the rows
 * @param condition what they must meet
 * @param groups what to group by; without any there is one group, even of no rows. A missing value
 *     makes a group of its own
 * @param measures the figures
 */
public record Aggregation<E extends Entity<E>>(
    EntityType<E> type,
    Condition<E> condition,
    List<Expr<E, ?>> groups,
    List<Measure<E, ?>> measures) {
  /** Copies the lists. */
  public Aggregation {
    groups = List.copyOf(groups);
    measures = List.copyOf(measures);
  }
}
