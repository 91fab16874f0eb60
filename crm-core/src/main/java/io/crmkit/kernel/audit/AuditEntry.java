package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.Locale;
import java.util.UUID;

/**
 * A fact: this record changed in this way. Written in the transaction of the change and never
 * changed. When and by whom are {@code created_at} and {@code created_by}.
 */
public final class AuditEntry extends Entity<AuditEntry> {
  /** What happened to a record. */
  public enum Event {
    /** It was made. */
    CREATED,
    /** Values changed. */
    CHANGED,
    /** It went into the bin. */
    DELETED,
    /** It came out of the bin. */
    RESTORED,
    /** What it said about a person was erased. */
    ERASED,
    /** It was destroyed. */
    PURGED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in names of events, for example {@code "created"}. */
    public String word() {
      return word;
    }
  }

  private static final Definition<AuditEntry> DEF =
      Definition.of("audit_entry", AuditEntry::new).journal();

  /** The type of the record. */
  public static final TextField<AuditEntry> RECORD_TYPE =
      DEF.text("record_type").required().max(48).managed().add();

  /** The identity of the record. */
  public static final ValueField<AuditEntry, UUID> RECORD_ID =
      DEF.uuid("record_id").required().indexed().managed().add();

  /** The version that came of it. */
  public static final NumberField<AuditEntry, Long> RECORD_VERSION =
      DEF.integer("record_version").required().managed().add();

  /** What happened. */
  public static final ChoiceField<AuditEntry, Event> EVENT =
      DEF.choice("event", Event.class).required().managed().add();

  /** The unit of work it belongs to: what was written together has the same. */
  public static final ValueField<AuditEntry, UUID> WORK =
      DEF.uuid("work").required().managed().add();

  /** For whom the actor stood in. */
  public static final TextField<AuditEntry> ON_BEHALF_OF = DEF.text("on_behalf_of").managed().add();

  /** Through which door of the host. */
  public static final TextField<AuditEntry> ORIGIN = DEF.text("origin").required().managed().add();

  /** Why, in the actor's words. */
  public static final TextField<AuditEntry> REASON = DEF.text("reason").max(1000).managed().add();

  /** The fields that changed. */
  public static final ValueField<AuditEntry, ChangeSet> CHANGES =
      DEF.value("changes", ChangeSet.KIND).required().managed().add();

  /** The type. */
  public static final EntityType<AuditEntry> TYPE = DEF.seal();

  private AuditEntry(Snapshot snapshot) {
    super(snapshot);
  }

  /** The fields that changed. */
  public ChangeSet changes() {
    return require(CHANGES);
  }

  /** True where this is about {@code record}. */
  public boolean isAbout(Ref<?> record) {
    return require(RECORD_TYPE).equals(record.type().name())
        && require(RECORD_ID).equals(record.id());
  }
}
