package io.crmkit.kernel.event;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.Ref;

/**
 * A record was created, changed, deleted, restored or purged.
 *
 * @param event what happened
 * @param record to which record
 * @param version the version that came of it
 */
public record RecordEvent(AuditEntry.Event event, Ref<?> record, long version) implements CrmEvent {
  /** For example {@code "customer.created"}. */
  @Override
  public String name() {
    return record.type().named(event.word());
  }
}
