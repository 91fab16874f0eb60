package io.crmkit.kernel.work;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import java.util.Optional;

/**
 * What was audited, as far as the actor may see it: of records that they can see today, and of
 * those the fields that they may read today. Facts about a record that was purged are shown to
 * those whose sight of its type is not limited to some records.
 */
public final class AuditLog {
  /** The right to a type, and to the facts themselves, that seeing its audit needs. */
  static final Operation SEE = Operation.SEE_AUDIT;

  private final Workspace space;

  /** The audit that the actor of {@code space} may see. */
  public AuditLog(Workspace space) {
    this.space = space;
  }

  /** Changes of records, the latest first. */
  public AuditQuery<AuditEntry> changes() {
    return new AuditQuery<>(
        space,
        new AuditQuery.Source<>(
            AuditEntry.TYPE,
            AuditEntry.RECORD_TYPE,
            AuditEntry.RECORD_ID,
            AuditEntry.WORK,
            AuditEntry.ORIGIN,
            this::shown));
  }

  /** Reads, exports and denied attempts, the latest first. */
  public AuditQuery<AccessEntry> accesses() {
    return new AuditQuery<>(
        space,
        new AuditQuery.Source<>(
            AccessEntry.TYPE,
            AccessEntry.RECORD_TYPE,
            AccessEntry.RECORD_ID,
            AccessEntry.WORK,
            AccessEntry.ORIGIN,
            (fact, type) -> Optional.of(fact)));
  }

  /**
   * Gives a field the value back that it had before a change: an update like others, for which the
   * actor needs the right to change the record and to read and write the field.
   *
   * @param entity the current snapshot of the record
   * @param change a change of that record
   * @throws InvalidRequestException where {@code change} is not one of {@code field} in that record
   */
  public <E extends Entity<E>> E restoreValue(E entity, AuditEntry change, Field<E, ?> field) {
    FieldChange its = change.isAbout(entity.ref()) ? change.changes().of(field) : null;
    if (its == null) {
      throw new InvalidRequestException("request.no_change", field);
    }
    String before = its.before();
    return space
        .records(entity.type())
        .update(
            entity,
            draft -> {
              if (before == null) {
                draft.clear(field);
              } else {
                draft.parse(field, before);
              }
            });
  }

  /** A change without hidden fields; empty where nothing is left of it. */
  private <E extends Entity<E>> Optional<AuditEntry> shown(AuditEntry fact, EntityType<E> type) {
    AuditEntry shown =
        fact.with(AuditEntry.CHANGES, fact.changes().only(name -> reads(type, name)));
    boolean empty =
        fact.require(AuditEntry.EVENT) == AuditEntry.Event.CHANGED
            && shown.changes().changes().isEmpty();
    return empty ? Optional.empty() : Optional.of(shown);
  }

  private <E extends Entity<E>> boolean reads(EntityType<E> type, String name) {
    Field<E, ?> field = space.layout().find(type, name);
    return field != null && space.engine.policy().reads(space.context(), field);
  }
}
