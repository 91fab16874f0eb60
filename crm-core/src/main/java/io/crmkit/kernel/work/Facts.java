package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.event.RecordEvent;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.secret.Vault;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.value.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the rows that a unit of work writes on its own account: audit and outbox. */
final class Facts {
  /** So many characters are a JSON of allowed size, however they are escaped. */
  private static final int SHORT = 10_000;

  private final UnitSpace unit;
  private @Nullable UUID work;
  private @Nullable Ref<?> last;
  private @Nullable UUID idOfLast;

  Facts(UnitSpace unit) {
    this.unit = unit;
  }

  Change audit(RecordEvent event, Instant at, @Nullable Row before, @Nullable Row after) {
    return audit(event, at, changes(before, after));
  }

  /**
   * The fact of a change.
   *
   * @param changes a change set, or a later one
   */
  Change audit(RecordEvent event, Instant at, Object changes) {
    CallContext context = unit.context();
    @Nullable Object[] slots = begin(AuditEntry.TYPE, at);
    put(slots, AuditEntry.RECORD_TYPE, event.record().type().name());
    put(slots, AuditEntry.RECORD_ID, id(event.record()));
    put(slots, AuditEntry.RECORD_VERSION, event.version());
    put(slots, AuditEntry.EVENT, event.event());
    put(slots, AuditEntry.WORK, work());
    put(slots, AuditEntry.ON_BEHALF_OF, context.onBehalfOf());
    put(slots, AuditEntry.ORIGIN, context.origin());
    put(slots, AuditEntry.REASON, context.reason());
    slots[AuditEntry.CHANGES.slot()] = changes;
    return end(AuditEntry.TYPE, slots);
  }

  Change access(Access access) {
    CallContext context = unit.context();
    EntityType<?> type = access.type();
    Ref<?> record = access.record();
    @Nullable Object[] slots = begin(AccessEntry.TYPE, unit.now());
    put(slots, AccessEntry.KIND, access.kind());
    put(slots, AccessEntry.RECORD_TYPE, type == null ? null : type.name());
    put(slots, AccessEntry.RECORD_ID, record == null ? null : record.id());
    put(slots, AccessEntry.SHAPE, access.shape());
    put(slots, AccessEntry.RECORDS, access.records());
    put(slots, AccessEntry.WORK, work());
    put(slots, AccessEntry.ON_BEHALF_OF, context.onBehalfOf());
    put(slots, AccessEntry.ORIGIN, context.origin());
    put(slots, AccessEntry.REASON, context.reason());
    return end(AccessEntry.TYPE, slots);
  }

  private Object changes(@Nullable Row before, @Nullable Row after) {
    Layout layout = unit.layout();
    EntityType<?> type = Objects.requireNonNull(after != null ? after : before).type();
    if (!layout.confidential(type)) {
      return ChangeSet.between(layout, before, after);
    }
    Vault vault = unit.engine.vault();
    String tenant = unit.context().tenant();
    return layout.sealed(type).isEmpty()
        ? unit.engine.later(() -> sealed(vault, tenant, layout, before, after))
        : sealed(vault, tenant, layout, before, after); // the rows have what no store is to see
  }

  private static ChangeSet sealed(
      Vault vault, String tenant, Layout layout, @Nullable Row before, @Nullable Row after) {
    Row any = Objects.requireNonNull(after != null ? after : before);
    return ChangeSet.between(layout, before, after)
        .sealed(confidential(layout, any.type()), text -> seal(vault, tenant, any, text));
  }

  private static <E extends Entity<E>> Predicate<String> confidential(
      Layout layout, EntityType<E> type) {
    return name -> {
      Field<E, ?> field = layout.find(type, name);
      return field != null && field.confidential();
    };
  }

  private static String seal(Vault vault, String tenant, Row row, String text) {
    String key = row.key();
    // A record from before there were keys, at its end: nobody is to read what it held.
    return vault.seal(tenant, row.ref(), key == null ? vault.newKey(tenant, row.ref()) : key, text);
  }

  Change outbox(CrmEvent event) {
    Ref<?> record = event.record();
    @Nullable Object[] slots = begin(OutboxEntry.TYPE, unit.now());
    put(slots, OutboxEntry.EVENT, event.name());
    put(slots, OutboxEntry.RECORD_TYPE, record.type().name());
    put(slots, OutboxEntry.RECORD_ID, id(record));
    put(slots, OutboxEntry.WORK, work());
    if (event instanceof RecordEvent its) {
      put(slots, OutboxEntry.RECORD_VERSION, its.version());
    }
    Map<String, @Nullable Object> facts = event.facts();
    if (!facts.isEmpty()) {
      slots[OutboxEntry.FACTS.slot()] = json(facts);
    }
    return end(OutboxEntry.TYPE, slots);
  }

  /** Texts can be told in any case, so they need not be spelled out yet. */
  private Object json(Map<String, @Nullable Object> facts) {
    int length = 0;
    for (Map.Entry<String, @Nullable Object> fact : facts.entrySet()) {
      if (!(fact.getValue() instanceof String text)) {
        return Json.of(facts);
      }
      length += fact.getKey().length() + text.length();
    }
    if (length > SHORT) {
      return Json.of(facts);
    }
    Map<String, Object> kept = Map.copyOf(facts);
    return unit.engine.later(() -> Json.of(kept));
  }

  /** The identity of the unit, which its facts have in common. */
  UUID work() {
    UUID known = work;
    if (known == null) {
      known = unit.engine.nextId();
      work = known;
    }
    return known;
  }

  /** What is kept of a record is told of it several times in a row: one object is enough. */
  private UUID id(Ref<?> record) {
    UUID known = idOfLast;
    if (known == null || !record.equals(last)) {
      known = record.id();
      idOfLast = known;
      last = record;
    }
    return known;
  }

  private @Nullable Object[] begin(EntityType<?> type, Instant at) {
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

  private Change end(EntityType<?> type, @Nullable Object[] slots) {
    UUID id = unit.engine.nextId();
    return new Change.Insert(
        new Row(
            type.ref(id.getMostSignificantBits(), id.getLeastSignificantBits()),
            1,
            slots,
            Map.of()));
  }
}
