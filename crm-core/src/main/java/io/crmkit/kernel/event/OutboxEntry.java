package io.crmkit.kernel.event;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import java.util.UUID;

/**
 * An event that waits to be delivered, written in the transaction that made it happen. When and by
 * whom are {@code created_at} and {@code created_by}.
 */
public final class OutboxEntry extends Entity<OutboxEntry> {
  private static final Definition<OutboxEntry> DEF =
      Definition.of("outbox_entry", OutboxEntry::new).journal();

  /** The name of the event. */
  public static final TextField<OutboxEntry> EVENT = DEF.text("event").required().managed().add();

  /** The type of the record that it happened to. */
  public static final TextField<OutboxEntry> RECORD_TYPE =
      DEF.text("record_type").required().max(48).managed().add();

  /** The identity of the record. */
  public static final ValueField<OutboxEntry, UUID> RECORD_ID =
      DEF.uuid("record_id").required().managed().add();

  /** The version that the record had then, where the event is about the record itself. */
  public static final NumberField<OutboxEntry, Long> RECORD_VERSION =
      DEF.integer("record_version").managed().add();

  /** The unit of work it belongs to. */
  public static final ValueField<OutboxEntry, UUID> WORK =
      DEF.uuid("work").required().managed().add();

  /** What else a receiver has to know. */
  public static final ValueField<OutboxEntry, Json> FACTS = DEF.json("facts").managed().add();

  /** The type. */
  public static final EntityType<OutboxEntry> TYPE = DEF.seal();

  private OutboxEntry(Snapshot snapshot) {
    super(snapshot);
  }
}
