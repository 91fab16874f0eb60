package io.crmkit.kernel.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One stored version of a record: what a store keeps and gives back. Immutable.
 *
 * <p>The values of declared fields stand in slots, those of custom fields under their names, so a
 * node that does not know a custom field carries its value through unchanged.
 */
public final class Row {
  private final Ref<?> ref;
  private final long version;
  private final @Nullable Object[] slots;
  private final Map<String, Object> extra;

  /**
   * @param ref whose row it is
   * @param version 1 for a new record, one more with each change
   * @param slots the values of the declared fields, canonical, or {@link Later}s of them; not
   *     copied, never changed afterwards
   * @param extra the values of custom fields by name, canonical; never changed afterwards
   */
  public Row(Ref<?> ref, long version, @Nullable Object[] slots, Map<String, Object> extra) {
    this.ref = ref;
    this.version = version;
    this.slots = slots;
    this.extra = extra;
  }

  /** Whose row it is. */
  public Ref<?> ref() {
    return ref;
  }

  /** The type of the record. */
  public EntityType<?> type() {
    return ref.type();
  }

  /** The version, from 1. */
  public long version() {
    return version;
  }

  /** The value of a declared field by its slot; null where there is none. */
  public @Nullable Object slot(int index) {
    Object value = slots[index];
    return value instanceof Later later ? later.value() : value;
  }

  /** The values of the custom fields. */
  public Map<String, Object> extra() {
    return extra;
  }

  /** The value of {@code field}; null where there is none. */
  public <T> @Nullable T get(Field<?, T> field) {
    return field.of(this);
  }

  /** True where the record is in the bin: deleted, restorable, outside of lists. */
  public boolean deleted() {
    return slots[EntityType.DELETED_AT] != null;
  }

  /** The key of the record's confidential values in the history; null where it has none. */
  public @Nullable String key() {
    int slot = type().keySlot();
    return slot < 0 ? null : (String) slot(slot);
  }

  /** True where the record has a key, but nobody has asked for it yet. */
  public boolean keyIsPending() {
    int slot = type().keySlot();
    return slot >= 0 && slots[slot] instanceof Later later && later.isPending();
  }

  /**
   * A copy with another key.
   *
   * @param key a text, or {@link Later} one
   */
  public Row withKey(Object key) {
    @Nullable Object[] copy = slots.clone();
    copy[type().keySlot()] = key;
    return new Row(ref, version, copy, extra);
  }

  /** A copy of the slots, to make another row of. */
  public @Nullable Object[] copyOfSlots() {
    return slots.clone();
  }

  boolean hasSlots(@Nullable Object[] others) {
    return Arrays.equals(slots, others);
  }

  /** Whether the values are the same; how the key is wrapped is none. */
  boolean sameValues(Row other) {
    int key = type().keySlot();
    int end = key < 0 ? slots.length : key;
    return Arrays.equals(slots, 0, end, other.slots, 0, end) && extra.equals(other.extra);
  }

  /** A copy without the values of {@code fields}. */
  Row without(Set<Field<?, ?>> fields) {
    @Nullable Object[] kept = slots.clone();
    Map<String, Object> keptExtra = new TreeMap<>(extra);
    for (Field<?, ?> field : fields) {
      if (field.slot() >= 0 && field.type() == type()) {
        kept[field.slot()] = null;
      } else if (field.custom()) {
        keptExtra.remove(field.name());
      }
    }
    return new Row(ref, version, kept, keptExtra);
  }

  /** A copy with the system's own slots as the write pipeline stamps them. */
  public Row stamped(
      @Nullable Object createdAt,
      @Nullable Object createdBy,
      @Nullable Object updatedAt,
      @Nullable Object updatedBy,
      @Nullable Object deletedAt,
      long newVersion) {
    @Nullable Object[] copy = slots.clone();
    copy[EntityType.CREATED_AT] = createdAt;
    copy[EntityType.CREATED_BY] = createdBy;
    copy[EntityType.UPDATED_AT] = updatedAt;
    copy[EntityType.UPDATED_BY] = updatedBy;
    copy[EntityType.DELETED_AT] = deletedAt;
    return new Row(ref, newVersion, copy, extra);
  }
}
