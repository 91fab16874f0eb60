package io.crmkit.kernel.work;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.audit.Replay;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type as they were at a moment, made again from the audited facts. Shows what
 * the actor may see of a record today, where they may see what was done to it, and a purged record
 * not at all.
 *
 * @param <E> the record type
 */
public final class Past<E extends Entity<E>> {
  /** Nodes whose clocks differ make identities in another order than versions. */
  private static final Comparator<AuditEntry> OLDEST_FIRST =
      Comparator.comparing((AuditEntry entry) -> entry.require(AuditEntry.RECORD_VERSION))
          .thenComparing(entry -> entry.require(AuditEntry.EVENT));

  private final Workspace space;
  private final EntityType<E> type;
  private final Instant instant;

  Past(Workspace space, EntityType<E> type, Instant instant) {
    this.space = space;
    this.type = type;
    this.instant = instant;
  }

  /** A record as it was; empty where it did not exist yet, was deleted, or is invisible today. */
  public Optional<E> find(Ref<E> ref) {
    ReadDoor door = space.reading();
    requireRights(door);
    Row current = ref.type() == type ? visible(door, ref) : null;
    return current == null
        ? Optional.empty()
        : alive(door, Replay.of(space.layout(), type, current, facts(current)));
  }

  /**
   * The records that existed and met the conditions, by identity. References are followed to what
   * they refer to today. Reads all facts about the type, so it is meant for reports.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final List<E> list(Condition<E>... conditions) {
    ReadDoor door = space.reading();
    Condition<E> asked = Condition.all(Arrays.asList(conditions));
    requireRights(door);
    Predicate<Row> test = door.narrowed(type, asked).predicate(ref -> door.store().find(ref));
    Map<UUID, List<AuditEntry>> byRecord = new LinkedHashMap<>();
    for (AuditEntry entry : entries(AuditEntry.RECORD_TYPE.is(type.name()))) {
      byRecord
          .computeIfAbsent(entry.require(AuditEntry.RECORD_ID), id -> new ArrayList<>())
          .add(entry);
    }
    List<E> found = new ArrayList<>();
    byRecord.forEach(
        (id, facts) -> {
          Row current = visible(door, type.ref(id));
          Row row =
              current == null
                  ? null
                  : Replay.of(space.layout(), type, current, opened(current, facts));
          if (row != null && test.test(row)) {
            alive(door, row).ifPresent(found::add);
          }
        });
    found.sort((a, b) -> a.ref().compareTo(b.ref()));
    return found;
  }

  private void requireRights(ReadDoor door) {
    door.requireRight(type);
    door.requireRight(Operation.SEE_AUDIT, type);
  }

  /** The row as it is today, where the actor may see its history; else null. */
  private @Nullable Row visible(ReadDoor door, Ref<E> ref) {
    Row today = door.find(ref);
    return today != null && door.may(Operation.SEE_AUDIT, type, today) ? today : null;
  }

  private Optional<E> alive(ReadDoor door, @Nullable Row row) {
    return row == null || row.deleted() ? Optional.empty() : Optional.of(door.entity(type, row));
  }

  /** The facts about a record, with what is confidential in them. */
  List<AuditEntry> facts(Row current) {
    return opened(
        current,
        entries(
            AuditEntry.RECORD_ID
                .is(current.ref().id())
                .and(AuditEntry.RECORD_TYPE.is(type.name()))));
  }

  private List<AuditEntry> opened(Row current, List<AuditEntry> facts) {
    String key = current.key();
    if (key == null) {
      return facts; // never had anything confidential, or it was erased
    }
    long erased = 0;
    for (AuditEntry fact : facts) {
      if (fact.require(AuditEntry.EVENT) == AuditEntry.Event.ERASED) {
        erased = fact.require(AuditEntry.RECORD_VERSION); // the key went with what was erased
      }
    }
    List<AuditEntry> opened = new ArrayList<>(facts.size());
    for (AuditEntry fact : facts) {
      ChangeSet changes = fact.changes();
      opened.add(
          changes.isSealed() && fact.require(AuditEntry.RECORD_VERSION) > erased
              ? fact.with(
                  AuditEntry.CHANGES, changes.opened(text -> open(current.ref(), key, text)))
              : fact);
    }
    return opened;
  }

  private String open(Ref<?> record, String key, String text) {
    return space.engine.vault().open(space.context().tenant(), record, key, text);
  }

  private List<AuditEntry> entries(Condition<AuditEntry> which) {
    Condition<AuditEntry> until =
        instant.equals(Instant.MAX)
            ? which
            : which.and(AuditEntry.TYPE.createdAt().atMost(instant));
    List<AuditEntry> entries = new ArrayList<>();
    for (Row row :
        space
            .reading()
            .store()
            .select(new Selection<>(AuditEntry.TYPE, until, List.of(), null, Integer.MAX_VALUE))) {
      entries.add(AuditEntry.TYPE.entity(row));
    }
    entries.sort(OLDEST_FIRST);
    return entries;
  }
}
