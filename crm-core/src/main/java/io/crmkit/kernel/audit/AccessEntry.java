package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/**
 * A fact: somebody saw this, took it away, or was refused. A type of its own beside {@link
 * AuditEntry}, so the history of a record stays what it was and replay reads nothing in vain. Names
 * records and fields, never a value. When and by whom are {@code created_at} and {@code
 * created_by}.
 */
public final class AccessEntry extends Entity<AccessEntry> {
  /** What somebody did. */
  public enum Kind {
    /** Saw one record. */
    READ,
    /** Saw a list of records, or went through them. */
    LIST,
    /** Saw a count or other figures about records. */
    FIGURES,
    /** Took records out of the system. */
    EXPORT,
    /** Tried something without the right to it. */
    DENIED
  }

  private static final Definition<AccessEntry> DEF =
      Definition.of("access_entry", AccessEntry::new).journal();

  /** What was done. */
  public static final ChoiceField<AccessEntry, Kind> KIND =
      DEF.choice("kind", Kind.class).required().managed().add();

  /** The record type; missing where a right was lacking that belongs to none. */
  public static final TextField<AccessEntry> RECORD_TYPE =
      DEF.text("record_type").max(48).managed().add();

  /** The identity of the record, where it was one. */
  public static final ValueField<AccessEntry, UUID> RECORD_ID =
      DEF.uuid("record_id").indexed().managed().add();

  /**
   * What was asked for: the condition in its JSON form without the values, or the right that was
   * lacking. Missing where nothing narrowed the list.
   */
  public static final TextField<AccessEntry> SHAPE = DEF.longText("shape").managed().add();

  /**
   * How many records were seen; of a denied attempt, how many more of the same actor were not
   * recorded before it.
   */
  public static final NumberField<AccessEntry, Long> RECORDS =
      DEF.integer("records").required().managed().add();

  /** The unit of work it belongs to. */
  public static final ValueField<AccessEntry, UUID> WORK =
      DEF.uuid("work").required().managed().add();

  /** For whom the actor stood in. */
  public static final TextField<AccessEntry> ON_BEHALF_OF =
      DEF.text("on_behalf_of").managed().add();

  /** Through which door of the host. */
  public static final TextField<AccessEntry> ORIGIN = DEF.text("origin").required().managed().add();

  /** Why, in the actor's words. */
  public static final TextField<AccessEntry> REASON = DEF.text("reason").max(1000).managed().add();

  /** The type. */
  public static final EntityType<AccessEntry> TYPE = DEF.seal();

  private AccessEntry(Snapshot snapshot) {
    super(snapshot);
  }
}
