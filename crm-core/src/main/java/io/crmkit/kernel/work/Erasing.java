package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feature for the rights of people needs of the kernel: all that is kept, whatever the actor
 * may see otherwise. The feature itself asks for the actor's right to that.
 */
public final class Erasing {
  private final Workspace space;

  private Erasing(Workspace space) {
    this.space = space;
  }

  /**
   * What a feature needs to get at everything; given out while modules register, and never else.
   */
  public static final class Key {
    Key() {}

    /** Everything that is kept in the tenant of {@code space}. */
    public Erasing in(Workspace space) {
      return new Erasing(space);
    }
  }

  /** True where the value of a field can be erased: it may be missing, or is plain text. */
  public static boolean isErasable(Field<?, ?> field) {
    return Erased.isErasable(field);
  }

  /** A record, deleted or not. */
  public <E extends Entity<E>> Optional<E> find(Ref<E> ref) {
    Row row = space.reading(true).store().find(ref);
    return Optional.ofNullable(row).map(ref.type()::entity);
  }

  /** Records, deleted ones among them, by identity, at most {@code limit}. */
  public <E extends Entity<E>> List<E> list(EntityType<E> type, Condition<E> condition, int limit) {
    List<E> found = new ArrayList<>();
    for (Row row :
        space
            .reading(true)
            .store()
            .select(new Selection<>(type, condition, List.of(), null, limit))) {
      found.add(type.entity(row));
    }
    return found;
  }

  /** How many records, deleted ones among them, meet a condition. */
  public <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    return space.reading(true).store().count(type, condition);
  }

  /** The facts about a record, with what is confidential in them, oldest first. */
  public <E extends Entity<E>> List<AuditEntry> history(E entity) {
    return new Past<>(space, entity.type(), Instant.MAX).facts(entity.snapshot().row());
  }

  /**
   * Erases what a record says about people: personal values, and the key to those it had before.
   *
   * @return false where there was nothing to erase
   */
  public <E extends Entity<E>> boolean erase(E entity) {
    return space.call(unit -> ((UnitSpace) unit).writing().erase(entity));
  }

  /** Destroys a record. Refused while others refer to it. */
  public <E extends Entity<E>> void purge(E entity) {
    new Records<>(space, entity.type(), true).purge(entity);
  }

  /**
   * A fingerprint of a text, by which it is recognised but not read. It stays the same while keys
   * are exchanged. Null where the tenant has made none yet.
   */
  public @Nullable String fingerprint(String text) {
    String tenant = space.context().tenant();
    return space.engine.vault().fingerprint(tenant, text, space.reading(true).store());
  }

  /** As {@link #fingerprint}, for a tenant that may have made none yet. */
  public String newFingerprint(String text) {
    return space.engine.vault().newFingerprint(space.context().tenant(), text);
  }

  /** Where personal data is kept elsewhere than in fields. */
  public List<PersonalStore> stores() {
    return space.engine.hooks().personalStores();
  }
}
