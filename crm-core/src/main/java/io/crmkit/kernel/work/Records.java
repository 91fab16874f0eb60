package io.crmkit.kernel.work;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The records of one type, in somebody's name. Every verb gives the new snapshot; a snapshot that
 * somebody else has made old is refused, so no change is ever lost.
 *
 * @param <E> the record type
 */
public class Records<E extends Entity<E>> {
  private final Workspace space;
  private final EntityType<E> type;
  private final boolean own;

  /** The records of a type, for a feature that adds verbs of its own. */
  protected Records(Workspace space, EntityType<E> type) {
    this(space, Shaped.known(space.layout(), type), false);
  }

  Records(Workspace space, EntityType<E> type, boolean own) {
    this.space = space;
    this.type = type;
    this.own = own;
  }

  /** Where these records are read and written. */
  protected final Workspace space() {
    return space;
  }

  /** The type. */
  public final EntityType<E> type() {
    return type;
  }

  /**
   * Makes a record.
   *
   * @param filling sets its values
   * @throws io.crmkit.kernel.error.ValidationException with everything that is wrong
   */
  public final E create(Consumer<Draft<E>> filling) {
    return write(door -> door.create(type, filling, own));
  }

  /**
   * Changes a record. A change of nothing writes nothing and gives the same snapshot.
   *
   * @throws io.crmkit.kernel.error.ConflictException where {@code entity} is not current
   * @throws io.crmkit.kernel.error.ValidationException with everything that is wrong
   */
  public final E update(E entity, Consumer<Draft<E>> filling) {
    return write(door -> door.update(entity, filling, own));
  }

  /** Writes what {@link Entity#with} changed; otherwise as {@link #update}. */
  public final E save(E entity) {
    return update(entity, draft -> {});
  }

  /** Puts a record into the bin: it is in no list, its unique values are free. */
  public final E delete(E entity) {
    return write(door -> door.delete(entity, own));
  }

  /**
   * Takes a record out of the bin.
   *
   * @throws io.crmkit.kernel.error.ValidationException where its unique values were taken meanwhile
   */
  public final E restore(E entity) {
    return write(door -> door.restore(entity, own));
  }

  /**
   * As {@link #restore(Entity)}, with other values, such as where a unique one was taken meanwhile;
   * the actor needs the rights to both.
   */
  public final E restore(E entity, Consumer<Draft<E>> filling) {
    return write(door -> door.update(door.restore(entity, own), filling, own));
  }

  /**
   * Destroys a record; what was audited of it stays, except confidential values, which nobody can
   * read any more. Refused while others refer to it.
   */
  public final void purge(E entity) {
    write(
        door -> {
          door.purge(entity, own);
          return true;
        });
  }

  /** Makes the commit depend on {@code entity} still being current, without changing it. */
  public final void expect(E entity) {
    write(
        door -> {
          door.expect(entity, own);
          return true;
        });
  }

  private <T> T write(Function<WriteDoor, T> verb) {
    return space.call(unit -> verb.apply(((UnitSpace) unit).writing()));
  }

  /**
   * A record.
   *
   * @throws NotFoundException where it is absent, deleted or invisible
   */
  public final E get(Ref<E> ref) {
    return find(ref).orElseThrow(() -> space.unseen(ref));
  }

  /** A record; empty where it is absent, deleted or invisible. */
  public final Optional<E> find(Ref<E> ref) {
    return find(ref, false);
  }

  /** A deleted record; empty where it is absent, not deleted or invisible. */
  public final Optional<E> findDeleted(Ref<E> ref) {
    return find(ref, true);
  }

  private Optional<E> find(Ref<E> ref, boolean deleted) {
    ReadDoor door = readable();
    Row row = ref.type() == type ? door.find(ref) : null;
    if (row == null || row.deleted() != deleted) {
      return Optional.empty();
    }
    door.seen(row);
    return Optional.of(door.entity(type, row));
  }

  /** Several records by identity; those that are absent, deleted or invisible are left out. */
  public final Map<Ref<E>, E> find(Collection<Ref<E>> refs) {
    ReadDoor door = readable();
    Map<Ref<E>, E> found = new HashMap<>();
    for (Row row : door.store().find(refs)) {
      if (row.type() == type && !row.deleted() && door.visible(type, row)) {
        door.seen(row);
        E entity = door.entity(type, row);
        found.put(entity.ref(), entity);
      }
    }
    return found;
  }

  private ReadDoor readable() {
    ReadDoor door = space.reading(own);
    door.requireRight(type);
    return door;
  }

  /** All records, to be narrowed down. */
  public final Query<E> query() {
    return new Query<>(space, type, own);
  }

  /** The records that meet all of {@code conditions}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Query<E> where(Condition<E>... conditions) {
    return query().where(conditions);
  }

  /**
   * The facts about a record the actor can see, deleted or not, oldest first; of changes to fields
   * that the actor may not read they are silent.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may see the record, but
   *     not what was done to it
   */
  public final List<AuditEntry> history(Ref<E> ref) {
    ReadDoor door = readable();
    Row current = ref.type() == type ? door.find(ref) : null;
    if (current == null) {
      throw space.unseen(ref);
    }
    if (!door.may(Operation.SEE_AUDIT, type, current)) {
      throw space.denied(
          AccessDeniedException.operation(
              space.context().actor(), Operation.SEE_AUDIT, type.name()),
          type,
          ref);
    }
    List<AuditEntry> shown = new ArrayList<>();
    for (AuditEntry entry : new Past<>(space, type, Instant.MAX).facts(current)) {
      shown.add(entry.with(AuditEntry.CHANGES, entry.changes().only(this::reads)));
    }
    return shown;
  }

  private boolean reads(String name) {
    Field<E, ?> field = space.layout().find(type, name);
    return own || (field != null && space.policy().reads(space.context(), field));
  }

  /** The records as they were at {@code instant}. */
  public final Past<E> asOf(Instant instant) {
    return new Past<>(space, type, instant);
  }

  /** Makes several records, all or none; what is wrong with any of them is said together. */
  public final List<E> createAll(List<Consumer<Draft<E>>> fillings) {
    return space.call(
        unit -> {
          Batch batch = new Batch();
          List<E> made = new ArrayList<>(fillings.size());
          for (Consumer<Draft<E>> filling : fillings) {
            batch.collect(() -> made.add(((UnitSpace) unit).writing().create(type, filling, own)));
          }
          batch.throwIfAny();
          return made;
        });
  }
}
