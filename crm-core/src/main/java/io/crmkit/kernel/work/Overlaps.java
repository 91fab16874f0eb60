package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Dated records of which two must not say the same of the same days. */
public final class Overlaps {
  private Overlaps() {}

  /**
   * Refuses a record that says the same as another one, which is not in the bin, of a day that both
   * have in common. Who makes a record, or lets it be in force on more days, makes another version
   * of the record that it is about, so two made at the same time cannot overlap either.
   *
   * @param definition shows that the caller is the feature that the type belongs to
   * @param about the record that it is about; two that say the same are about the same one
   * @param same the other fields, all of them required, in which two are alike that say the same
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <E extends Entity<E>> Hooks.Guard<E> refused(
      Definition<E> definition, Period<E> period, RefField<E, ?> about, Field<E, ?>... same) {
    List<Field<E, ?>> fields = new ArrayList<>(List.of(same));
    fields.add(about);
    return (space, before, after) -> {
      if (after == null
          || after.deleted()
          || (before != null
              && !before.deleted()
              && period.covers(before, after)
              && isAlike(before, after, fields))) {
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
      Guards.touch((UnitSpace) space, Objects.requireNonNull(about.of(row(after)), about::name));
    };
  }

  private static <E extends Entity<E>> Row row(E record) {
    return record.snapshot().row();
  }

  private static <E extends Entity<E>> boolean isAlike(E one, E other, List<Field<E, ?>> fields) {
    return fields.stream()
        .allMatch(field -> Objects.equals(field.of(row(one)), field.of(row(other))));
  }

  private static <E extends Entity<E>, T> Condition<E> alike(Field<E, T> field, E record) {
    return field.is(Objects.requireNonNull(field.of(row(record)), field::name));
  }
}
