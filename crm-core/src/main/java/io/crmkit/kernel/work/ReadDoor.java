package io.crmkit.kernel.work;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Outcome;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.RowScope;
import io.crmkit.kernel.record.Veil;
import io.crmkit.kernel.store.StoreReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one way to read: no hidden field may be mentioned, the actor's row condition is added to the
 * reader's own and to every reference followed, and hidden fields are veiled in what comes out.
 */
final class ReadDoor implements RowScope {
  private final Engine engine;
  private final AccessPolicy policy;
  private final CallContext who;
  private final Layout layout;
  private final StoreReader store;
  private final @Nullable Workspace witness;

  ReadDoor(Workspace space, Layout layout, StoreReader store) {
    this(space.engine, space.policy(), space.context(), layout, store, space);
  }

  private ReadDoor(
      Engine engine,
      AccessPolicy policy,
      CallContext who,
      Layout layout,
      StoreReader store,
      @Nullable Workspace witness) {
    this.witness = witness;
    this.engine = engine;
    this.policy = policy;
    this.who = who;
    this.layout = layout;
    this.store = store;
  }

  static boolean everything(Condition<?> condition) {
    return condition instanceof Condition.All<?> all && all.conditions().isEmpty();
  }

  /**
   * The door for a feature that reads its own type, whatever the actor may see; what it reads there
   * is not audited as read by the actor.
   */
  ReadDoor unlimited() {
    return new ReadDoor(engine, AccessPolicy.open(), who, layout, store, null);
  }

  Engine engine() {
    return engine;
  }

  StoreReader store() {
    return store;
  }

  /** The rows of a type that the actor may see. */
  @Override
  public <E extends Entity<E>> Condition<E> of(EntityType<E> type) {
    return policy.allows(who, Operation.READ, type)
        ? policy.rows(who, Operation.READ, type)
        : Condition.never();
  }

  <E extends Entity<E>> E entity(EntityType<E> type, Row row) {
    return type.entity(row, veil(type), outcome(row));
  }

  private @Nullable Outcome outcome(Row row) {
    return store instanceof UnitReader unit ? unit.outcome(row.ref()) : null;
  }

  private Veil veil(EntityType<?> type) {
    return policy == AccessPolicy.open() ? Veil.NONE : policy.veil(who, type);
  }

  <E extends Entity<E>> List<E> entities(EntityType<E> type, Collection<Row> rows) {
    List<E> entities = new ArrayList<>(rows.size());
    Veil veil = veil(type);
    for (Row row : rows) {
      entities.add(type.entity(row, veil, outcome(row)));
    }
    return entities;
  }

  <E extends Entity<E>> boolean visible(EntityType<E> type, Row row) {
    return may(Operation.READ, type, row);
  }

  /** The row, deleted or not; null where it is absent or invisible. */
  <E extends Entity<E>> @Nullable Row find(Ref<E> ref) {
    Row row = store.find(ref);
    return row != null && visible(ref.type(), row) ? row : null;
  }

  void requireRight(EntityType<?> type) {
    requireRight(Operation.READ, type);
  }

  void requireRight(Operation operation, EntityType<?> type) {
    if (!policy.allows(who, operation, type)) {
      throw denied(AccessDeniedException.operation(who.actor(), operation, type.name()), type);
    }
  }

  private AccessDeniedException denied(AccessDeniedException refusal, EntityType<?> type) {
    return witness == null ? refusal : witness.denied(refusal, type, null);
  }

  /** True where the actor may do {@code operation} to the row, whether or not they see it. */
  <E extends Entity<E>> boolean may(Operation operation, EntityType<E> type, Row row) {
    return policy.may(who, operation, type, row, store::find);
  }

  /** True where the actor may do {@code operation} to every row of the type. */
  boolean everywhere(Operation operation, EntityType<?> type) {
    return policy.allows(who, operation, type) && everything(policy.rows(who, operation, type));
  }

  /** Notes that the actor has seen a record. */
  void seen(Row row) {
    if (witness != null && engine.auditing().policy().wants(AccessEntry.Kind.READ, row.type())) {
      witness.note(new Access(AccessEntry.Kind.READ, row.type(), row.ref(), null, 1));
    }
  }

  /**
   * Notes that the actor has seen several records, or figures about them.
   *
   * @return the note, of which the number of records may still change; null where none is wanted
   */
  <E extends Entity<E>> @Nullable Access seen(
      AccessEntry.Kind kind, EntityType<E> type, Condition<E> asked, long records) {
    if (witness == null || !engine.auditing().policy().wants(kind, type)) {
      return null;
    }
    Access access = new Access(kind, type, null, Access.shape(asked), records);
    witness.note(access);
    return access;
  }

  /**
   * Lets records through that come one by one while the actor may still have them.
   *
   * @param also what the actor has to be allowed to do to them besides reading them
   */
  <E extends Entity<E>> Predicate<Row> still(EntityType<E> type, Set<Operation> also) {
    Set<Operation> operations = EnumSet.of(Operation.READ);
    operations.addAll(also);
    Map<Operation, Condition<E>> begun = new EnumMap<>(Operation.class);
    operations.forEach(each -> begun.put(each, policy.rows(who, each, type)));
    return row -> {
      boolean may = true;
      for (Operation operation : operations) {
        requireRight(operation, type);
        Condition<E> rows = policy.rows(who, operation, type);
        may &= rows.equals(begun.get(operation)) || rows.predicate(store::find).test(row);
      }
      return may;
    };
  }

  /**
   * The condition that the store is asked with.
   *
   * @param also what the actor has to be allowed to do to the rows besides reading them
   */
  <E extends Entity<E>> Condition<E> condition(
      EntityType<E> type, Condition<E> asked, Bin bin, Set<Operation> also) {
    requireRight(type);
    List<Condition<E>> all = new ArrayList<>(3);
    all.add(narrowed(type, asked));
    all.add(policy.rows(who, Operation.READ, type));
    for (Operation operation : also) {
      requireRight(operation, type);
      all.add(policy.rows(who, operation, type));
    }
    bin.condition(type).ifPresent(all::add);
    return Condition.all(all);
  }

  /** The reader's own condition, where references lead to visible records alone. */
  <E extends Entity<E>> Condition<E> narrowed(EntityType<E> type, Condition<E> asked) {
    refuse(asked.stray(type));
    asked.mentions(this::requireReadable);
    requireAnswerable(asked);
    return asked.within(this);
  }

  /** What is kept encrypted can be found by its value, but not by a range or a part of it. */
  private static void requireAnswerable(Condition<?> asked) {
    if (asked instanceof Condition.Group<?> group) {
      group.conditions().forEach(ReadDoor::requireAnswerable);
    } else if (asked instanceof Condition.Not<?> not) {
      requireAnswerable(not.condition());
    } else if (asked instanceof Condition.Matches<?, ?> matches) {
      requireAnswerable(matches.condition());
    } else if (asked instanceof Condition.Leaf<?> leaf && !leaf.byEquality()) {
      leaf.expr().mentions(ReadDoor::requirePlain);
    }
  }

  <E extends Entity<E>> List<Order<E>> orders(EntityType<E> type, List<Order<E>> asked) {
    List<Order<E>> orders = new ArrayList<>(asked.size());
    for (Order<E> order : asked) {
      requireSortable(type, order.expr());
      orders.add(order.within(this));
    }
    return orders;
  }

  <E extends Entity<E>> Expr<E, ?> group(EntityType<E> type, Expr<E, ?> asked) {
    requireSortable(type, asked);
    return asked.within(this);
  }

  <E extends Entity<E>> Measure<E, ?> measure(EntityType<E> type, Measure<E, ?> asked) {
    asked.mentions(this::requireReadable);
    asked.mentions(ReadDoor::requirePlain);
    if (asked.expr() != null) {
      refuse(asked.expr().stray(type));
      boolean adds =
          asked.function() == Measure.Function.SUM || asked.function() == Measure.Function.AVG;
      boolean number =
          switch (asked.expr().kind().storage()) {
            case LONG, DECIMAL, MONEY -> true;
            default -> false;
          };
      if (adds && !number) {
        throw new InvalidRequestException("request.not_a_number", asked.expr());
      }
    }
    return asked.within(this);
  }

  private void requireSortable(EntityType<?> type, Expr<?, ?> expr) {
    refuse(expr.stray(type));
    expr.mentions(this::requireReadable);
    expr.mentions(ReadDoor::requirePlain);
    if (!expr.kind().ordered()) {
      throw new InvalidRequestException("request.not_sortable", expr, expr.kind());
    }
  }

  void requireReadable(Field<?, ?> field) {
    if (!policy.reads(who, field)) {
      throw denied(
          AccessDeniedException.field(who.actor(), field.type().name(), field.name()),
          field.type());
    }
    if (field.custom() && layout.custom(field.type()).stream().noneMatch(field::equals)) {
      refuse(field);
    }
  }

  private static void refuse(@Nullable Field<?, ?> stray) {
    if (stray != null) {
      throw new InvalidRequestException("request.field", stray);
    }
  }

  private static void requirePlain(Field<?, ?> field) {
    if (field.encrypted()) {
      throw new InvalidRequestException("request.encrypted", field);
    }
  }
}
