package io.crmkit.permission;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Veil;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may do, compiled from the persons in whose name they act: themselves, and whom they
 * stand in for. Types are compiled when they are first asked about, from what is in memory.
 * Thread-safe.
 */
final class Rights implements AccessPolicy {
  private static final Layout NO_LAYOUT = new Layout(List.of(), List.of(), Map.of());

  /** May do everything. */
  static final Rights EVERYTHING = new Rights(List.of(), null, NO_LAYOUT, true);

  private final List<Scope> scopes;
  private final @Nullable Withheld withheld;
  private final Layout layout;
  private final boolean everything;
  private final Map<EntityType<?>, TypeRights<?>> types = new ConcurrentHashMap<>();

  private Rights(
      List<Scope> scopes, @Nullable Withheld withheld, Layout layout, boolean everything) {
    this.scopes = scopes;
    this.withheld = withheld == null || withheld.spares(scopes) ? null : withheld;
    this.layout = layout;
    this.everything = everything;
  }

  /** Those of several persons together; none where there are none. */
  static Rights of(List<Scope> scopes, Withheld withheld, Layout layout) {
    return new Rights(List.copyOf(scopes), withheld, layout, false);
  }

  /** True for those who may do everything, whatever roles there are. */
  boolean everything() {
    return everything;
  }

  @Override
  public boolean permits(CallContext who, String permission) {
    return permits(permission);
  }

  /** True where a permission that a module brings is given. */
  boolean permits(String permission) {
    return everything || scopes.stream().anyMatch(scope -> scope.permits(permission));
  }

  List<Scope> scopes() {
    return scopes;
  }

  @Override
  public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
    return of(type).allows(operation);
  }

  @Override
  public <E extends Entity<E>> Condition<E> rows(
      CallContext who, Operation operation, EntityType<E> type) {
    return of(type).rows(operation);
  }

  @Override
  public <E extends Entity<E>> boolean may(
      CallContext who, Operation operation, EntityType<E> type, Row row, Lookup lookup) {
    return of(type).may(operation, row, lookup);
  }

  @Override
  public FieldRight field(CallContext who, Field<?, ?> field) {
    return of(field.type()).field(field);
  }

  @Override
  public Veil veil(CallContext who, EntityType<?> type) {
    return of(type).veil();
  }

  @SuppressWarnings("unchecked") // put in under the same type
  <E extends Entity<E>> TypeRights<E> of(EntityType<E> type) {
    TypeRights<?> known = types.get(type);
    if (known == null) {
      known = everything ? TypeRights.everything(type) : compile(type);
      types.put(type, known);
    }
    return (TypeRights<E>) known;
  }

  private synchronized <E extends Entity<E>> TypeRights<E> compile(EntityType<E> type) {
    Map<Operation, Condition<E>> rows = new EnumMap<>(Operation.class);
    Condition<E> kept = withheld == null ? Condition.never() : withheld.of(type, layout);
    for (Operation operation : Operation.values()) {
      List<Condition<E>> any = new ArrayList<>();
      for (Scope scope : scopes) {
        if (scope.covers(type)) {
          any.add(scope.rows(type, operation));
        }
      }
      Condition<E> allowed = Scope.union(any);
      if (!Scope.isNever(allowed) && !Scope.isAlways(kept)) {
        Condition<E> narrow = narrow(type, allowed);
        rows.put(operation, Scope.isNever(kept) ? narrow : narrow.and(kept.not()));
      }
    }
    Map<String, FieldRight> fields = new HashMap<>();
    layout.fields(type).forEach(field -> fields.put(field.name(), right(field)));
    return new TypeRights<>(type, rows, fields, this::right);
  }

  private FieldRight right(Field<?, ?> field) {
    FieldRight right = FieldRight.HIDDEN;
    for (Scope scope : scopes) {
      right = scope.covers(field.type()) ? right.or(scope.field(field)) : right;
    }
    return right;
  }

  /** Facts are seen by those who may see everything that they are about. */
  @SuppressWarnings("unchecked") // the condition is on the type that it is for
  private <E extends Entity<E>> Condition<E> narrow(EntityType<E> type, Condition<E> allowed) {
    if (type == (EntityType<?>) AuditEntry.TYPE) {
      return allowed.and(
          (Condition<E>) (Condition<?>) AuditEntry.RECORD_TYPE.in(wholly(Operation.SEE_AUDIT)));
    }
    if (type == (EntityType<?>) OutboxEntry.TYPE) {
      return allowed.and(
          (Condition<E>) (Condition<?>) OutboxEntry.RECORD_TYPE.in(wholly(Operation.READ)));
    }
    return allowed;
  }

  private List<String> wholly(Operation operation) {
    List<String> names = new ArrayList<>();
    for (EntityType<?> type : layout.types()) {
      if (!type.journal()
          && of(type).allows(operation)
          && Scope.isAlways(of(type).rows(operation))
          && !of(type).veils()) {
        names.add(type.name());
      }
    }
    return names;
  }
}
