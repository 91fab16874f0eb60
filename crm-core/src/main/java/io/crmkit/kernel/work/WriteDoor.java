package io.crmkit.kernel.work;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.event.RecordEvent;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.secret.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write: right to the type → defaults → every rule of the record → right to each
 * changed field → right to the row as it was and as it will be → audit → outbox. Guards and the
 * version check follow at the commit. Nothing reaches the unit of work before all of it has passed.
 */
final class WriteDoor {
  private final UnitSpace unit;
  private final AccessPolicy policy;
  private final CallContext who;

  WriteDoor(UnitSpace unit) {
    this.unit = unit;
    this.policy = unit.policy();
    this.who = unit.context();
  }

  <E extends Entity<E>> E create(EntityType<E> type, Consumer<Draft<E>> filling, boolean own) {
    requireRight(Operation.CREATE, type, own);
    UUID id = unit.engine.nextId();
    Draft<E> draft =
        Draft.create(type, type.ref(id.getMostSignificantBits(), id.getLeastSignificantBits()));
    draft.fill(filling);
    requireFields(draft, own);
    Row row = finish(draft, null, unit.now(), own);
    if (!own && !(assigns(draft, null, row) && mayAssign(type, row))) {
      requireRow(Operation.CREATE, type, row);
    }
    record(AuditEntry.Event.CREATED, type, null, row);
    return unit.reading().entity(type, row);
  }

  <E extends Entity<E>> E update(E entity, Consumer<Draft<E>> filling, boolean own) {
    EntityType<E> type = entity.type();
    requireChangeable(type);
    requireRight(Operation.UPDATE, type, own);
    Row before = before(entity, Operation.UPDATE, own);
    if (before.deleted()) {
      throw new InvalidRequestException("request.deleted", entity.ref());
    }
    Draft<E> draft = Draft.change(entity, unit.layout());
    draft.fill(filling);
    requireFields(draft, own);
    Row row = finish(draft, before, behind(before), own);
    if (row == before) {
      return unit.reading().entity(type, before);
    }
    if (!own && assigns(draft, before, row)) {
      requireRight(Operation.ASSIGN, type);
      requireRow(Operation.ASSIGN, type, before);
      requireRow(Operation.ASSIGN, type, row);
    } else if (!own) {
      requireRow(Operation.UPDATE, type, row);
    }
    record(AuditEntry.Event.CHANGED, type, before, row);
    return unit.reading().entity(type, row);
  }

  <E extends Entity<E>> E delete(E entity, boolean own) {
    EntityType<E> type = entity.type();
    requireChangeable(type);
    requireRight(Operation.DELETE, type, own);
    Row before = before(entity, Operation.DELETE, own);
    if (before.deleted()) {
      return unit.reading().entity(type, before);
    }
    return unit.reading().entity(type, new Bundle(unit, this).delete(before));
  }

  <E extends Entity<E>> E restore(E entity, boolean own) {
    EntityType<E> type = entity.type();
    requireChangeable(type);
    requireRight(Operation.RESTORE, type, own);
    Row before = before(entity, Operation.RESTORE, own);
    if (!before.deleted()) {
      return unit.reading().entity(type, before);
    }
    return unit.reading().entity(type, new Bundle(unit, this).restore(before));
  }

  /** Facts are purged by their own feature alone, once nobody needs them. */
  <E extends Entity<E>> void purge(E entity, boolean own) {
    if (!own) {
      requireChangeable(entity.type());
    }
    requireRight(Operation.PURGE, entity.type(), own);
    Row before = before(entity, Operation.PURGE, own);
    new Bundle(unit, this).purge(before);
  }

  /** Makes another version with the same values: whoever relies on this one comes too late. */
  void touch(Row before) {
    Row row =
        keyed(before)
            .stamped(
                before.slot(EntityType.CREATED_AT),
                before.slot(EntityType.CREATED_BY),
                behind(before),
                who.actor(),
                before.slot(EntityType.DELETED_AT),
                before.version() + 1);
    record(AuditEntry.Event.CHANGED, before.type(), before, row);
  }

  /**
   * Erases what a record says about people, deleted or not, with the key to what it said before.
   *
   * @return false where there was nothing to erase
   */
  <E extends Entity<E>> boolean erase(E entity) {
    Row before = known(entity, true);
    Erased erased = Erased.of(before, entity.type(), unit.layout());
    if (erased.changes().isEmpty() && before.key() == null) {
      return false;
    }
    Instant at = behind(before);
    unit.forget(before.ref());
    Row row =
        erased
            .row()
            .stamped(
                before.slot(EntityType.CREATED_AT),
                before.slot(EntityType.CREATED_BY),
                at,
                who.actor(),
                before.slot(EntityType.DELETED_AT),
                before.version() + 1);
    unit.put(entity.type(), before, row);
    if (!entity.type().journal()) {
      unit.tellErased(
          new RecordEvent(AuditEntry.Event.ERASED, row.ref(), row.version()),
          at,
          ChangeSet.of(erased.changes()));
    }
    return true;
  }

  <E extends Entity<E>> void expect(E entity, boolean own) {
    requireRight(Operation.READ, entity.type(), own);
    Row row = known(entity, own);
    if (!unit.hasTouched(row.ref())) {
      unit.expect(row);
    }
  }

  private <E extends Entity<E>> Row before(E entity, Operation operation, boolean own) {
    Row before = known(entity, own);
    if (!own) {
      requireRow(operation, entity.type(), before);
    }
    return before;
  }

  /**
   * The row handed in; of a record that is invisible by now, not even that it has changed is said.
   */
  private <E extends Entity<E>> Row known(E entity, boolean own) {
    Row handedIn = entity.snapshot().stored();
    if (!own) {
      Condition<E> scope = unit.reading().of(entity.type());
      if (!ReadDoor.everything(scope) && !isVisible(entity, handedIn, scope)) {
        throw unit.unseen(entity.ref());
      }
    }
    unit.requireCurrent(entity.snapshot());
    return handedIn;
  }

  /**
   * Where the record's own values decide, those handed in are as good as those stored: the version
   * check at the commit proves that they are the same, and tells nothing where they are not.
   */
  private <E extends Entity<E>> boolean isVisible(E entity, Row handedIn, Condition<E> scope) {
    if (scope.selfContained() && !unit.hasTouched(entity.ref())) {
      unit.assumeVisible(entity.ref());
      return scope.predicate(Lookup.NONE).test(handedIn);
    }
    Row now = unit.row(entity.ref());
    return now != null && scope.predicate(unit::row).test(now);
  }

  /** The time, not before the last change: clocks go backwards, the life of a record does not. */
  Instant behind(Row before) {
    Instant last = (Instant) before.slot(EntityType.UPDATED_AT);
    return last == null || last.isBefore(unit.now()) ? unit.now() : last;
  }

  private static void requireChangeable(EntityType<?> type) {
    if (type.journal()) {
      throw new InvalidRequestException("request.journal", type);
    }
  }

  private <E extends Entity<E>> Row finish(
      Draft<E> draft, @Nullable Row before, Instant at, boolean own) {
    EntityType<E> type = draft.ref().type();
    unit.engine.hooks().prepare(unit, type, draft);
    if (before == null && needsKey(type)) {
      draft.giveKey(newKey(draft.ref()));
    }
    List<Violation> violations = new ArrayList<>();
    Row row = draft.finish(unit.layout(), at, unit.engine.zone(), who.actor(), violations);
    if (!own && violations.isEmpty()) {
      checkReferences(draft, before, row, violations);
    }
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
    return row == before ? row : keyed(row);
  }

  /** With a key for what is confidential in its history, which lives as long as the record. */
  Row keyed(Row row) {
    if (row.keyIsPending()) {
      return row;
    }
    String key = row.key();
    if (key != null) {
      return unit.engine.vault().isCurrent(who.tenant(), key) ? row : withStoredKey(row);
    }
    return needsKey(row.type()) ? row.withKey(newKey(row.ref())) : row;
  }

  private boolean needsKey(EntityType<?> type) {
    return !type.journal() && unit.layout().confidential(type);
  }

  private Object newKey(Ref<?> record) {
    Vault vault = unit.engine.vault();
    String tenant = who.tenant();
    return unit.engine.later(() -> vault.newKey(tenant, record));
  }

  /** Keys are wrapped anew behind the back of who holds a snapshot. */
  private Row withStoredKey(Row row) {
    Row stored = unit.row(row.ref());
    return stored == null || stored.key() == null ? row : row.withKey(stored.key());
  }

  /**
   * A record that the actor cannot see cannot be referred to, and looks as if it were absent; nor
   * can one in the bin. Who sees everything is not worth a look at each record referred to.
   */
  private <E extends Entity<E>> void checkReferences(
      Draft<E> draft, @Nullable Row before, Row row, List<Violation> violations) {
    List<Field<E, ?>> asked = draft.asked();
    for (int i = 0; i < asked.size(); i++) {
      RefField<E, ?> reference = asked.get(i).asRef();
      if (reference != null) {
        checkReference(reference, before, row, violations);
      }
    }
  }

  private <E extends Entity<E>, X extends Entity<X>> void checkReference(
      RefField<E, X> field, @Nullable Row before, Row row, List<Violation> violations) {
    Ref<X> target = field.of(row);
    if (target == null || (before != null && target.equals(field.of(before)))) {
      return;
    }
    if (!ReadDoor.everything(unit.reading().of(field.target()))) {
      Row its = unit.reading().find(target);
      String code =
          its == null ? "violation.ref_missing" : its.deleted() ? "violation.ref_deleted" : null;
      if (code != null) {
        violations.add(Violation.of(row.type().name(), field.name(), code, target.toString()));
      }
    }
  }

  /** True where the caller says whose the record is to be, and it is not so already. */
  private static <E extends Entity<E>> boolean assigns(
      Draft<E> draft, @Nullable Row before, Row row) {
    RefField<E, ?> owner = draft.ref().type().owner();
    return owner != null
        && draft.asked().contains(owner)
        && !Objects.equals(owner.of(row), before == null ? null : owner.of(before));
  }

  private <E extends Entity<E>> boolean mayAssign(EntityType<E> type, Row row) {
    return unit.reading().may(Operation.ASSIGN, type, row);
  }

  private void requireRight(Operation operation, EntityType<?> type, boolean own) {
    if (own) {
      return;
    }
    requireRight(operation, type);
    for (Operation also : unit.required()) {
      requireRight(also, type);
    }
  }

  private void requireRight(Operation operation, EntityType<?> type) {
    if (!policy.allows(who, operation, type)) {
      throw unit.denied(
          AccessDeniedException.operation(who.actor(), operation, type.name()), type, null);
    }
  }

  private <E extends Entity<E>> void requireFields(Draft<E> draft, boolean own) {
    if (own) {
      return;
    }
    List<Field<E, ?>> asked = draft.asked();
    for (int i = 0; i < asked.size(); i++) {
      Field<E, ?> field = asked.get(i);
      if (!policy.reads(who, field)) {
        throw unit.denied(
            AccessDeniedException.field(who.actor(), field.type().name(), field.name()),
            field.type(),
            draft.ref());
      }
      if (!policy.writes(who, field)) {
        throw unit.denied(
            AccessDeniedException.fieldWrite(who.actor(), field.type().name(), field.name()),
            field.type(),
            draft.ref());
      }
    }
  }

  private <E extends Entity<E>> void requireRow(Operation operation, EntityType<E> type, Row row) {
    requireIn(policy.rows(who, operation, type), operation, row);
    for (Operation also : unit.required()) {
      requireIn(policy.rows(who, also, type), also, row);
    }
  }

  private void requireIn(Condition<?> allowed, Operation operation, Row row) {
    if (!ReadDoor.everything(allowed) && !allowed.predicate(unit::row).test(row)) {
      throw unit.denied(
          AccessDeniedException.operation(who.actor(), operation, row.ref().toString()),
          row.type(),
          row.ref());
    }
  }

  void record(
      AuditEntry.Event event, EntityType<?> type, @Nullable Row before, @Nullable Row after) {
    if (type.journal()) {
      unit.put(type, before, after);
      return;
    }
    Row any = Objects.requireNonNull(after != null ? after : before);
    RecordEvent told = new RecordEvent(event, any.ref(), any.version());
    unit.put(type, before, after);
    unit.tell(told, behind(any), before, after);
  }
}
