package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Veil;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an actor may do with records of one type, ready to be asked. Immutable. */
final class TypeRights<E extends Entity<E>> implements Veil {
  /**
   * Where an operation may be done.
   *
   * @param test the condition as a test, where the record alone decides; null where others do
   */
  private record Reach<E extends Entity<E>>(Condition<E> condition, @Nullable Predicate<Row> test) {
    static <E extends Entity<E>> Reach<E> of(Condition<E> condition) {
      return new Reach<>(
          condition, condition.selfContained() ? condition.predicate(Lookup.NONE) : null);
    }

    boolean has(Row row, Lookup lookup) {
      return test != null ? test.test(row) : condition.predicate(lookup).test(row);
    }
  }

  private final EntityType<E> type;
  private final Map<Operation, Reach<E>> rows = new EnumMap<>(Operation.class);
  private final Map<String, FieldRight> fields;
  private final Function<Field<?, ?>, FieldRight> later;
  private final boolean veils;

  /**
   * @param rows where each operation may be done; nowhere where one is missing
   * @param fields the right to each field that is known
   * @param later the right to one that is not known yet
   */
  TypeRights(
      EntityType<E> type,
      Map<Operation, Condition<E>> rows,
      Map<String, FieldRight> fields,
      Function<Field<?, ?>, FieldRight> later) {
    this.type = type;
    rows.forEach((operation, condition) -> this.rows.put(operation, Reach.of(condition)));
    this.fields = Map.copyOf(fields);
    this.later = later;
    this.veils = fields.values().stream().anyMatch(right -> !right.reads());
  }

  static <E extends Entity<E>> TypeRights<E> everything(EntityType<E> type) {
    Map<Operation, Condition<E>> rows = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      rows.put(operation, Condition.always());
    }
    return new TypeRights<>(type, rows, Map.of(), field -> FieldRight.WRITE);
  }

  boolean allows(Operation operation) {
    return rows.containsKey(operation);
  }

  Condition<E> rows(Operation operation) {
    Reach<E> reach = rows.get(operation);
    return reach == null ? Condition.never() : reach.condition();
  }

  boolean may(Operation operation, Row row, Lookup lookup) {
    Reach<E> reach = rows.get(operation);
    return reach != null && reach.has(row, lookup);
  }

  FieldRight field(Field<?, ?> field) {
    FieldRight its = fields.get(field.name());
    return its != null ? its : later.apply(field);
  }

  /** True where something does not show. */
  boolean veils() {
    return veils;
  }

  /** What does not show of a record; nothing that costs anything where all shows. */
  Veil veil() {
    return veils ? this : NONE;
  }

  @Override
  public boolean hides(Field<?, ?> field) {
    return field.type() == type && !field(field).reads();
  }

  @Override
  public boolean masks(Field<?, ?> field) {
    return field.type() == type && field(field) == FieldRight.MASKED;
  }
}
