package io.crmkit.kernel.work;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an actor of a tenant reads and writes records.
 *
 * <p>On a session's workspace every verb is a transaction of its own, and it is thread-safe. The
 * workspace handed to {@link #call} belongs to one transaction and to the thread that runs it.
 */
public abstract sealed class Workspace permits SessionSpace, UnitSpace {
  private static final List<Order<AuditEntry>> BY_TIME =
      List.of(AuditEntry.TYPE.createdAt().desc());

  final Engine engine;
  private final CallContext context;
  private final AccessPolicy policy;

  Workspace(Engine engine, CallContext context, AccessPolicy policy) {
    this.engine = engine;
    this.context = context;
    this.policy = policy;
  }

  /** Who may do what, asked about the actor. */
  final AccessPolicy policy() {
    return policy;
  }

  /** In whose name this is. */
  public final CallContext context() {
    return context;
  }

  /** True for the workspace of a unit of work, false for that of a session. */
  public final boolean inUnit() {
    return this instanceof UnitSpace;
  }

  /** The time: within a unit of work, of its beginning. */
  public abstract Instant now();

  /** A new identity, for what a feature keeps outside of records. */
  public final UUID nextId() {
    return engine.nextId();
  }

  /**
   * The day in the zone of the installation, which is UTC unless the host gave another: what a date
   * without a zone means where something begins or ends today.
   */
  public final LocalDate today() {
    return dayOf(now());
  }

  /** The day of a moment, by the same clock as {@link #today}. */
  public final LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, engine.zone());
  }

  /** The moment a day begins at, by the same clock as {@link #today}. */
  public final Instant startOf(LocalDate day) {
    return day.atStartOfDay(engine.zone()).toInstant();
  }

  /** The shape of the tenant's data. */
  public abstract Layout layout();

  /** The same, for what the actor writes as text: refusals name no field hidden from them. */
  public final Layout naming() {
    return layout().naming(field -> policy.reads(context, field));
  }

  /** The module of this class that the installation was given. */
  public final <M extends CrmModule> M module(Class<M> type) {
    return engine.module(type);
  }

  /** The modules that this installation was given which are also a {@code type}, in their order. */
  public final <M> List<M> modules(Class<M> type) {
    return engine.modules(type);
  }

  /** The records of a type. */
  public final <E extends Entity<E>> Records<E> records(EntityType<E> type) {
    return new Records<>(this, Shaped.known(layout(), type), false);
  }

  /**
   * The records of a feature's own type, for the feature itself: the policy is not asked again and
   * managed fields are open. Only the holder of the definition can call this.
   */
  public final <E extends Entity<E>> Records<E> own(Definition<E> definition, EntityType<E> type) {
    Shaped.requireOwner(definition, type);
    return new Records<>(this, Shaped.known(layout(), type), true);
  }

  /**
   * Runs a unit of work: all of it or, where it throws, nothing. Within a unit it is a part, undone
   * on its own where it throws; but a part that fails after it has queried what it wrote itself
   * takes the whole unit with it.
   *
   * @return what the work returns
   * @throws io.crmkit.kernel.error.ConflictException where somebody else was first
   */
  public abstract <T> T call(Function<? super Workspace, T> work);

  /**
   * Runs a unit of work as {@link #call} does, with every check up to the commit, and then leaves
   * nothing. Within a unit it is a part, undone in any case; what only a commit checks is not
   * checked then.
   *
   * @return what the work returns; records in it do not exist
   */
  public abstract <T> T rehearse(Function<? super Workspace, T> work);

  /** As {@link #call}, without a result. */
  public final void run(Consumer<? super Workspace> work) {
    Function<Workspace, Boolean> called =
        space -> {
          work.accept(space);
          return true;
        };
    call(called);
  }

  /**
   * Announces that something happened: into the outbox with this unit of work, to the listeners
   * after it.
   */
  public abstract void publish(CrmEvent event);

  /** The rights that modules bring, besides those to their record types. */
  public final List<String> permissions() {
    return engine.permissions();
  }

  /** True where the actor has a right that a module brings, see {@link CrmModule#permissions}. */
  public final boolean permits(String permission) {
    return policy.permits(context, permission);
  }

  /**
   * Refuses an actor who lacks a right that a module brings.
   *
   * @throws AccessDeniedException naming the right
   */
  public final void require(String permission) {
    if (!permits(permission)) {
      throw denied(AccessDeniedException.permission(context.actor(), permission), null, null);
    }
  }

  /**
   * A token of a place in a list that a feature puts together itself.
   *
   * @param list which list; together with tenant and actor it is what the token is good for
   * @param at the moment of what stands at the place
   * @param record what stands there
   */
  public final String seal(String list, Instant at, Ref<?> record) {
    Keyset place = new Keyset(List.of(at), AuditEntry.TYPE.ref(record.id()));
    return engine.cursors().seal(place, BY_TIME, bound(list));
  }

  /**
   * The place that {@link #seal} made a token of: the moment and the identity.
   *
   * @throws io.crmkit.kernel.error.InvalidRequestException where the token is of another list,
   *     tenant, actor or installation
   */
  public final Map.Entry<Instant, UUID> open(String list, String token) {
    Keyset place = engine.cursors().open(token, AuditEntry.TYPE, BY_TIME, bound(list));
    Instant at = (Instant) Objects.requireNonNull(place.values().get(0));
    return Map.entry(at, place.ref().id());
  }

  private String bound(String list) {
    return Cursors.context(Condition.<AuditEntry>always(), context.tenant(), context.actor(), list);
  }

  /** True where the actor may read everything that {@code expr} mentions. */
  public final boolean mayRead(Expr<?, ?> expr) {
    List<Field<?, ?>> mentioned = new ArrayList<>();
    expr.mentions(mentioned::add);
    return mentioned.stream().allMatch(field -> policy.reads(context, field));
  }

  /** True where the actor may write {@code field}. */
  public final boolean mayWrite(Field<?, ?> field) {
    return policy.writes(context, field);
  }

  /**
   * Refuses a field that the actor may not read, or that this installation does not have.
   *
   * @throws AccessDeniedException where it is hidden
   */
  public final void requireReadable(Field<?, ?> field) {
    reading().requireReadable(field);
  }

  /** As the other, for several: the first that they may not read is named. */
  public final void requireReadable(Iterable<? extends Field<?, ?>> fields) {
    fields.forEach(this::requireReadable);
  }

  /** A record that a feature has read for itself, as the actor may see it. */
  public final <E extends Entity<E>> E shown(E record) {
    return record.type().entity(record.snapshot().row(), policy.veil(context, record.type()));
  }

  /**
   * Refuses a field that the actor may not write, for a verb that writes it in their name.
   *
   * @throws AccessDeniedException where it is hidden or read only
   */
  public final void requireWritable(Field<?, ?> field) {
    requireReadable(field);
    if (!mayWrite(field)) {
      throw denied(
          AccessDeniedException.fieldWrite(context.actor(), field.type().name(), field.name()),
          field.type(),
          null);
    }
  }

  /** The identity of the unit of work, which the audit keeps; empty outside of one. */
  public abstract Optional<UUID> workId();

  /** Keeps that the actor saw something or was refused. */
  abstract void note(Access access);

  /** Notes a denied attempt, as far as the policy of the audit wants it and the limit allows. */
  final AccessDeniedException denied(
      AccessDeniedException refusal, @Nullable EntityType<?> type, @Nullable Ref<?> record) {
    if (engine.auditing().policy().wantsDenied()) {
      long missed = engine.denials().admit(context);
      if (missed >= 0) {
        note(new Access(AccessEntry.Kind.DENIED, type, record, Access.shape(refusal), missed));
      }
    }
    return refusal;
  }

  /** For a record that the actor asked for and does not see; noted where the audit wants that. */
  final <E extends Entity<E>> NotFoundException unseen(Ref<E> ref) {
    if (engine.auditing().policy().wantsUnseen()) {
      Row row = reading(true).store().find(ref);
      if (row != null && !reading().visible(ref.type(), row)) {
        denied(
            AccessDeniedException.operation(context.actor(), Operation.READ, ref.toString()),
            ref.type(),
            ref);
      }
    }
    return NotFoundException.record(ref);
  }

  /** True where the host has given keys, so that fields can be kept encrypted. */
  public final boolean encrypts() {
    return engine.vault().protects();
  }

  /** True where the actor may do {@code operation} to some records of {@code type}. */
  public final boolean may(Operation operation, EntityType<?> type) {
    return policy.allows(context, operation, type);
  }

  /**
   * True where the actor may do {@code operation} to {@code record}, as it stands, whether or not
   * they see it.
   */
  public final <E extends Entity<E>> boolean may(Operation operation, E record) {
    return may(operation, record.type(), record.snapshot().stored());
  }

  /** What the actor may do with {@code field}, on the records that they may see. */
  public final FieldRight right(Field<?, ?> field) {
    return policy.field(context, field);
  }

  /**
   * Refuses an actor who may not do {@code operation} to {@code record}.
   *
   * @throws AccessDeniedException naming the operation
   */
  public final <E extends Entity<E>> void require(Operation operation, E record) {
    if (!may(operation, record)) {
      throw denied(
          AccessDeniedException.operation(context.actor(), operation, record.ref().toString()),
          record.type(),
          record.ref());
    }
  }

  /**
   * Refuses an actor who may not do {@code operation} to any record of {@code type}.
   *
   * @throws AccessDeniedException naming the operation
   */
  public final void require(Operation operation, EntityType<?> type) {
    if (!may(operation, type)) {
      throw denied(
          AccessDeniedException.operation(context.actor(), operation, type.name()), type, null);
    }
  }

  /**
   * Does a part of a unit of work in which whatever the actor writes needs the right to {@code
   * also} as well, such as to import.
   *
   * @return what {@code part} returns
   * @throws io.crmkit.kernel.error.InvalidRequestException outside of a unit of work
   */
  public abstract <T> T requiring(Operation also, Supplier<T> part);

  abstract <E extends Entity<E>> boolean may(Operation operation, EntityType<E> type, Row row);

  abstract ReadDoor reading();

  /**
   * The door to read through.
   *
   * @param own true for a feature that reads its own type
   */
  final ReadDoor reading(boolean own) {
    ReadDoor door = reading();
    return own ? door.unlimited() : door;
  }
}
