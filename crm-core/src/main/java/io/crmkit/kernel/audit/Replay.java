package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record again from the facts about it, as it was after the last of them. A field that the
 * layout no longer knows is left out.
 */
public final class Replay {
  private Replay() {}

  /**
   * Makes the row again. Values that were sealed and not opened, or erased, are missing.
   *
   * @param current the record as it is today
   * @param entries the facts about it from its creation on, oldest first
   * @return the row; null where there are no facts or the last says that it was purged
   */
  public static <E extends Entity<E>> @Nullable Row of(
      Layout layout, EntityType<E> type, Row current, List<AuditEntry> entries) {
    @Nullable Object[] slots = new @Nullable Object[type.slots().size()];
    if (type.keySlot() >= 0) {
      slots[type.keySlot()] = current.key();
    }
    Map<String, Object> extra = new TreeMap<>();
    long version = 0;
    for (AuditEntry entry : entries) {
      if (entry.require(AuditEntry.EVENT) == AuditEntry.Event.PURGED) {
        return null;
      }
      for (FieldChange change : entry.changes().changes()) {
        Field<E, ?> field = layout.find(type, change.field());
        if (field != null) {
          apply(field, change, slots, extra);
        }
      }
      stamp(entry, slots);
      version = entry.require(AuditEntry.RECORD_VERSION);
    }
    return version == 0 ? null : new Row(current.ref(), version, slots, extra);
  }

  private static void apply(
      Field<?, ?> field, FieldChange change, @Nullable Object[] slots, Map<String, Object> extra) {
    Object value = change.after() == null ? null : field.kind().parse(change.after());
    if (field.slot() >= 0) {
      slots[field.slot()] = value;
    } else if (value == null) {
      extra.remove(field.name());
    } else {
      extra.put(field.name(), value);
    }
  }

  private static void stamp(AuditEntry entry, @Nullable Object[] slots) {
    Object at = entry.get(AuditEntry.TYPE.createdAt());
    Object by = entry.get(AuditEntry.TYPE.createdBy());
    switch (entry.require(AuditEntry.EVENT)) {
      case CREATED -> {
        slots[EntityType.CREATED_AT] = at;
        slots[EntityType.CREATED_BY] = by;
      }
      case DELETED -> slots[EntityType.DELETED_AT] = at;
      case RESTORED -> slots[EntityType.DELETED_AT] = null;
      default -> {
        // nothing but the last change, below
      }
    }
    slots[EntityType.UPDATED_AT] = at;
    slots[EntityType.UPDATED_BY] = by;
  }
}
