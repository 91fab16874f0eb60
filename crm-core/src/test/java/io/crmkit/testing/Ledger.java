package io.crmkit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Session;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.Replay;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * What must hold whatever was done: every version of every record has exactly one audited fact, the
 * facts give the record, and the outbox tells of each of them.
 */
public final class Ledger {
  private Ledger() {}

  /** Checks the tenant of a session that may see everything. */
  public static void check(Session session) {
    Map<UUID, List<AuditEntry>> facts = new HashMap<>();
    for (AuditEntry entry : session.records(AuditEntry.TYPE).query().list()) {
      facts
          .computeIfAbsent(entry.require(AuditEntry.RECORD_ID), id -> new ArrayList<>())
          .add(entry);
    }
    facts.values().forEach(Ledger::checkVersions);
    int records = 0;
    for (EntityType<?> type : session.workspace().layout().types()) {
      records += type.journal() ? 0 : check(session, type, facts);
    }
    long alive =
        facts.values().stream()
            .filter(of -> last(of).require(AuditEntry.EVENT) != AuditEntry.Event.PURGED)
            .count();
    assertEquals(alive, records, "records with facts, and records");
    checkOutbox(session, facts);
  }

  private static void checkVersions(List<AuditEntry> facts) {
    facts.sort(
        Comparator.comparing((AuditEntry entry) -> entry.require(AuditEntry.RECORD_VERSION))
            .thenComparing(entry -> entry.require(AuditEntry.EVENT)));
    int versions = facts.size();
    if (last(facts).require(AuditEntry.EVENT) == AuditEntry.Event.PURGED) {
      versions--;
    }
    assertEquals(
        LongStream.rangeClosed(1, versions).boxed().toList(),
        facts.stream()
            .limit(versions)
            .map(entry -> entry.require(AuditEntry.RECORD_VERSION))
            .toList(),
        "one fact per version of " + facts.get(0).require(AuditEntry.RECORD_TYPE));
  }

  private static <E extends Entity<E>> int check(
      Session session, EntityType<E> type, Map<UUID, List<AuditEntry>> facts) {
    List<E> records = session.records(type).query().withDeleted().list();
    for (E record : records) {
      List<AuditEntry> its = session.records(type).history(record.ref());
      assertEquals(its.size(), facts.getOrDefault(record.ref().id(), List.of()).size());
      Row replayed = Replay.of(session.workspace().layout(), type, record.snapshot().row(), its);
      assertEquals(record, replayed == null ? null : type.entity(replayed), "what the facts give");
    }
    return records.size();
  }

  private static void checkOutbox(Session session, Map<UUID, List<AuditEntry>> facts) {
    List<String> told = new ArrayList<>();
    for (OutboxEntry entry : session.records(OutboxEntry.TYPE).query().list()) {
      if (entry.get(OutboxEntry.RECORD_VERSION) != null) {
        told.add(
            entry.require(OutboxEntry.EVENT)
                + entry.require(OutboxEntry.RECORD_ID)
                + entry.require(OutboxEntry.RECORD_VERSION)
                + entry.require(OutboxEntry.WORK));
      }
    }
    List<String> audited = new ArrayList<>();
    facts.values().forEach(of -> of.forEach(entry -> audited.add(event(entry))));
    told.sort(null);
    audited.sort(null);
    assertEquals(audited, told, "the outbox tells what the audit keeps");
  }

  private static String event(AuditEntry entry) {
    return entry.require(AuditEntry.RECORD_TYPE)
        + '.'
        + entry.require(AuditEntry.EVENT).name().toLowerCase(Locale.ROOT)
        + entry.require(AuditEntry.RECORD_ID)
        + entry.require(AuditEntry.RECORD_VERSION)
        + entry.require(AuditEntry.WORK);
  }

  private static AuditEntry last(List<AuditEntry> facts) {
    return facts.get(facts.size() - 1);
  }
}
