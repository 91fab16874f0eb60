package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Refuses that two records say the same of the same days. */
final class Overlaps {
  private Overlaps() {}

  /**
   * The guard.
   *
   * @param same records with the same references may not overlap
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <E extends Entity<E>> Hooks.Guard<E> refused(
      Definition<E> definition, Period<E> period, RefField<E, ?>... same) {
    List<RefField<E, ?>> fields = Arrays.asList(same);
    return (space, before, after) -> {
      if (after == null || after.deleted()) {
        return;
      }
      Records<E> records = space.own(definition, period.since().type());
      List<Condition<E>> conditions = new ArrayList<>();
      fields.forEach(field -> conditions.add(alike(field, after)));
      for (E other : records.where(Condition.all(conditions)).list()) {
        if (!other.ref().equals(after.ref())
            && Span.of(other, period).overlaps(Span.of(after, period))) {
          throw new ValidationException(
              List.of(
                  Violation.of(
                      after.type().name(),
                      period.since().name(),
                      "org.overlap",
                      after.ref(),
                      other.ref())));
        }
      }
    };
  }

  private static <E extends Entity<E>, X extends Entity<X>> Condition<E> alike(
      RefField<E, X> field, E record) {
    return field.is(record.require(field));
  }
}
