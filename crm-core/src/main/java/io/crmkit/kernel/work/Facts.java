package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.event.RecordEvent;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the rows that the pipeline writes on its own account: audit and outbox. */
final class Facts {
  private Facts() {}

  static Row audit(
      UnitSpace unit, RecordEvent event, Instant at, @Nullable Row before, @Nullable Row after) {
    CallContext context = unit.context();
    @Nullable Object[] slots = begin(unit, AuditEntry.TYPE, at);
    put(slots, AuditEntry.RECORD_TYPE, event.record().type().name());
    put(slots, AuditEntry.RECORD_ID, event.record().id());
    put(slots, AuditEntry.RECORD_VERSION, event.version());
    put(slots, AuditEntry.EVENT, event.event());
    put(slots, AuditEntry.WORK, unit.id());
    put(slots, AuditEntry.ON_BEHALF_OF, context.onBehalfOf());
    put(slots, AuditEntry.ORIGIN, context.origin());
    put(slots, AuditEntry.REASON, context.reason());
    put(slots, AuditEntry.CHANGES, ChangeSet.between(unit.layout(), before, after));
    return end(unit, AuditEntry.TYPE, slots);
  }

  static Row outbox(UnitSpace unit, CrmEvent event) {
    Ref<?> record = event.record();
    @Nullable Object[] slots = begin(unit, OutboxEntry.TYPE, unit.now());
    put(slots, OutboxEntry.EVENT, event.name());
    put(slots, OutboxEntry.RECORD_TYPE, record.type().name());
    put(slots, OutboxEntry.RECORD_ID, record.id());
    put(slots, OutboxEntry.WORK, unit.id());
    if (event instanceof RecordEvent its) {
      put(slots, OutboxEntry.RECORD_VERSION, its.version());
    }
    Map<String, @Nullable Object> facts = event.facts();
    if (!facts.isEmpty()) {
      put(slots, OutboxEntry.FACTS, Json.of(facts));
    }
    return end(unit, OutboxEntry.TYPE, slots);
  }

  private static @Nullable Object[] begin(UnitSpace unit, EntityType<?> type, Instant at) {
    @Nullable Object[] slots = new @Nullable Object[type.slots().size()];
    slots[EntityType.CREATED_AT] = at;
    slots[EntityType.CREATED_BY] = unit.context().actor();
    slots[EntityType.UPDATED_AT] = at;
    slots[EntityType.UPDATED_BY] = unit.context().actor();
    return slots;
  }

  private static <T> void put(@Nullable Object[] slots, Field<?, T> field, @Nullable T value) {
    slots[field.slot()] = value;
  }

  private static Row end(UnitSpace unit, EntityType<?> type, @Nullable Object[] slots) {
    UUID id = unit.engine.nextId();
    return new Row(
        type.ref(id.getMostSignificantBits(), id.getLeastSignificantBits()), 1, slots, Map.of());
  }
}
