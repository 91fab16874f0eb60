package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Veil;
import java.util.EnumMap;
import java.util.Map;

/** What an actor may do with records of one type, ready to be asked. Immutable. */
final class TypeRights<E extends Entity<E>> implements Veil {
  private final EntityType<E> type;
  private final EnumMap<Operation, Condition<E>> rows;
  private final Map<String, FieldRight> fields;
  private final boolean veils;

  /**
   * @param rows where each operation may be done; nowhere where one is missing
   * @param fields the right to each field where it is not to write it
   */
  TypeRights(
      EntityType<E> type, Map<Operation, Condition<E>> rows, Map<String, FieldRight> fields) {
    this.type = type;
    this.rows = new EnumMap<>(Operation.class);
    this.rows.putAll(rows);
    this.fields = Map.copyOf(fields);
    this.veils = fields.values().stream().anyMatch(right -> !right.reads());
  }

  static <E extends Entity<E>> TypeRights<E> everything(EntityType<E> type) {
    Map<Operation, Condition<E>> rows = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      rows.put(operation, Condition.always());
    }
    return new TypeRights<>(type, rows, Map.of());
  }

  boolean allows(Operation operation) {
    return rows.containsKey(operation);
  }

  Condition<E> rows(Operation operation) {
    Condition<E> condition = rows.get(operation);
    return condition == null ? Condition.never() : condition;
  }

  FieldRight field(Field<?, ?> field) {
    FieldRight its = fields.get(field.name());
    return its != null ? its : FieldRight.WRITE;
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
