package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Turns;
import io.crmkit.kernel.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Dated records of which two must not say the same of the same days. */
public final class Overlaps<E extends Entity<E>> {
  private final Definition<E> definition;
  private final EntityType<E> type;
  private final Period<E> period;
  private final Turns<E> turns;

  private Overlaps(Definition<E> definition, Period<E> period, Turns<E> turns) {
    this.definition = definition;
    this.type = period.since().type();
    this.period = period;
    this.turns = turns;
  }

  /**
   * Refuses a record that says the same as another one, which is not in the bin, of a day that both
   * have in common. Whatever makes a record be in force on more days, also that it is restored,
   * takes the next turn of its group and ties the others of the group to the unit of work. So of
   * two who do so at the same time one is told, and no other record gets another version.
   *
   * @param definition the key to the managed field
   */
  public static <E extends Entity<E>> void refused(
      Hooks hooks, Definition<E> definition, Period<E> period, Turns<E> turns) {
    Overlaps<E> its = new Overlaps<>(definition, period, turns);
    hooks
        .prepare(its.type, its::prepare)
        .revive(its.type, its::revived)
        .beforeCommit(its.type, its::check);
  }

  private void prepare(Workspace space, Draft<E> draft) {
    if (period.extended(draft)) {
      Long turn = next((UnitSpace) space, draft.preview(space.layout()));
      draft.unlock(definition).setOrClear(turns.turn(), turn);
    }
  }

  private Row revived(UnitSpace unit, Row row) {
    @Nullable Object[] slots = row.copyOfSlots();
    slots[turns.turn().slot()] = next(unit, row);
    return new Row(row.ref(), row.version(), slots, row.extra());
  }

  /** The next turn of the group of a row; null where the row is not complete. */
  private @Nullable Long next(UnitSpace unit, Row row) {
    List<Object> group = new ArrayList<>(turns.group().size() + 1);
    group.add(type);
    for (Field<E, ?> field : turns.group()) {
      Object value = field.of(row);
      if (value == null) {
        return null;
      }
      group.add(value);
    }
    return unit.turns().next(row.ref(), group, () -> last(unit, group, row));
  }

  private long last(UnitSpace unit, List<Object> group, Row row) {
    if (group.stream().anyMatch(value -> value instanceof Ref<?> ref && unit.makes(ref))) {
      return 0;
    }
    List<Order<E>> greatestFirst = List.of(turns.turn().desc());
    Selection<E> greatest = new Selection<>(type, alike(row), greatestFirst, null, 1);
    for (Row last : unit.stored().select(greatest)) {
      return Objects.requireNonNullElse(turns.turn().of(last), 0L);
    }
    return 0;
  }

  private void check(Workspace space, @Nullable E before, @Nullable E after) {
    if (after == null || after.deleted() || (before != null && turn(before).equals(turn(after)))) {
      return;
    }
    UnitSpace unit = (UnitSpace) space;
    Predicate<Row> sameDays = period.overlaps(after).predicate(Lookup.NONE);
    Selection<E> alike =
        new Selection<>(
            type,
            alike(after.snapshot().row()).and(type.id().expr().isNot(after.ref())),
            List.of(),
            null,
            Integer.MAX_VALUE);
    for (Row other : unit.reading(true).store().select(alike)) {
      if (!other.deleted() && sameDays.test(other)) {
        throw new ValidationException(
            List.of(
                Violation.of(
                    type.name(),
                    period.since().name(),
                    "violation.overlap",
                    after.ref(),
                    other.ref())));
      }
      if (!unit.hasTouched(other.ref())) {
        unit.expect(other);
      }
    }
  }

  private Object turn(E record) {
    return Objects.requireNonNullElse(turns.turn().of(record.snapshot().row()), 0L);
  }

  /** All records of the group; what this unit itself has put into the bin keeps its turn too. */
  private Condition<E> alike(Row row) {
    List<Condition<E>> all = new ArrayList<>(turns.group().size());
    turns.group().forEach(field -> all.add(is(field, row)));
    return Condition.all(all);
  }

  private static <E extends Entity<E>, T> Condition<E> is(Field<E, T> field, Row row) {
    return field.is(Objects.requireNonNull(field.of(row), field::name));
  }
}
