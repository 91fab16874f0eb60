package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Dated records of which two must not say the same of the same days. */
public final class Overlaps {
  private Overlaps() {}

  /**
   * Refuses a record that says the same as another one, which is not in the bin, of a day that both
   * have in common.
   *
   * @param definition shows that the caller is the feature that the type belongs to
   * @param same the fields, all of them required, in which two records are alike that say the same
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <E extends Entity<E>> Hooks.Guard<E> refused(
      Definition<E> definition, Period<E> period, Field<E, ?>... same) {
    List<Field<E, ?>> fields = Arrays.asList(same);
    return (space, before, after) -> {
      if (after == null || after.deleted()) {
        return;
      }
      EntityType<E> type = period.since().type();
      List<Condition<E>> conditions = new ArrayList<>();
      fields.forEach(field -> conditions.add(alike(field, after)));
      conditions.add(period.overlaps(after));
      conditions.add(type.id().expr().isNot(after.ref()));
      space
          .own(definition, type)
          .where(Condition.all(conditions))
          .first()
          .ifPresent(
              other -> {
                throw new ValidationException(
                    List.of(
                        Violation.of(
                            type.name(),
                            period.since().name(),
                            "violation.overlap",
                            after.ref(),
                            other.ref())));
              });
    };
  }

  private static <E extends Entity<E>, T> Condition<E> alike(Field<E, T> field, E record) {
    return field.is(Objects.requireNonNull(field.of(record.snapshot().row()), field::name));
  }
}
