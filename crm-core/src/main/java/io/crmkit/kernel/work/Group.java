package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group with its figures. Immutable. */
public final class Group<E extends Entity<E>> {
  private final List<Expr<E, ?>> groups;
  private final List<Measure<E, ?>> measures;
  private final @Nullable Object[] values;

  Group(List<Expr<E, ?>> groups, List<Measure<E, ?>> measures, @Nullable Object[] values) {
    this.groups = groups;
    this.measures = measures;
    this.values = values;
  }

  /** The value that the group has in common; null where it is missing. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T get(Expr<E, T> expr) {
    return (T) values[index(groups, expr)];
  }

  /** A figure; null where there was nothing to make it of. A count is never null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <R> @Nullable R get(Measure<E, R> measure) {
    return (R) values[groups.size() + index(measures, measure)];
  }

  /** How many records the group has; asked for with {@link Measure#count}. */
  public long count() {
    Long count = get(Measure.<E>count());
    return count == null ? 0 : count;
  }

  private static int index(List<?> list, Object wanted) {
    int index = list.indexOf(wanted);
    if (index < 0) {
      throw new IllegalArgumentException(wanted + " was not asked for, but " + list);
    }
    return index;
  }
}
