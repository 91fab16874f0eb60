package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditHash;
import io.crmkit.kernel.audit.AuditHead;
import io.crmkit.kernel.audit.AuditKeys;
import io.crmkit.kernel.audit.AuditSeal;
import io.crmkit.kernel.audit.Auditing;
import io.crmkit.kernel.audit.SealedFacts;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals what was audited, {@value SealReader#BATCH} facts with one row.
 *
 * <p>A fact gets its identity before its commit, so it may become visible after greater ones were
 * sealed. Each run therefore looks again at everything behind the greatest identity that was sealed
 * {@link Auditing#late} before the last seal was made, and leaves out what the seals since then
 * name. Two sealers at once make a seal of the same number, and the store takes one of them.
 */
final class Sealing implements Job {
  /** What is known at the beginning of a run. */
  record Start(@Nullable UUID behind, Set<Ref<?>> sealed) {}

  @Override
  public String name() {
    return "audit.sealing";
  }

  @Override
  public int runDue(Workspace space) {
    Engine engine = space.engine;
    String tenant = space.context().tenant();
    int sealed = 0;
    AuditSeal last = null;
    Start start = null;
    UUID cursor = null;
    while (true) {
      Instant now = engine.now();
      try (StoreTransaction transaction = engine.store().begin(tenant, space.layout())) {
        SealReader reader = new SealReader(transaction);
        if (start == null) {
          last = reader.last();
          start = start(reader, last, engine.auditing());
          cursor = start.behind();
        }
        List<Row> facts = reader.facts(cursor);
        if (facts.isEmpty()) {
          break;
        }
        cursor = facts.get(facts.size() - 1).ref().id();
        Set<Ref<?>> known = start.sealed();
        List<Row> open = facts.stream().filter(row -> !known.contains(row.ref())).toList();
        if (!open.isEmpty()) {
          AuditSeal seal = seal(space, last, start.behind(), open, now);
          transaction.commit(List.of(new Change.Insert(seal.snapshot().stored())));
          last = seal;
          sealed += open.size();
        }
      } catch (ConflictException | ValidationException otherWasFirst) {
        return sealed;
      }
    }
    if (last != null && sealed > 0) {
      engine.auditing().anchor().publish(head(tenant, last));
    }
    return sealed;
  }

  static AuditHead head(String tenant, AuditSeal seal) {
    return new AuditHead(
        tenant,
        seal.require(AuditSeal.NUMBER),
        seal.require(AuditSeal.SEALED),
        seal.require(AuditSeal.HEAD),
        seal.require(AuditSeal.TYPE.createdAt()));
  }

  static Start start(SealReader reader, @Nullable AuditSeal last, Auditing auditing) {
    Set<Ref<?>> sealed = new HashSet<>();
    if (last == null) {
      return new Start(null, sealed);
    }
    Instant until = last.require(AuditSeal.TYPE.createdAt()).minus(auditing.late());
    List<AuditSeal> seals = List.of(last);
    while (!seals.isEmpty()) {
      for (AuditSeal seal : seals) {
        if (!seal.require(AuditSeal.TYPE.createdAt()).isAfter(until)) {
          return new Start(seal.require(AuditSeal.UP_TO), sealed);
        }
        SealedFacts.parse(seal.require(AuditSeal.FACTS)).forEach(fact -> sealed.add(fact.ref()));
      }
      seals = reader.before(seals.get(seals.size() - 1).require(AuditSeal.NUMBER));
    }
    return new Start(null, sealed);
  }

  private static AuditSeal seal(
      Workspace space,
      @Nullable AuditSeal last,
      @Nullable UUID behind,
      List<Row> facts,
      Instant now) {
    Engine engine = space.engine;
    String tenant = space.context().tenant();
    AuditHash hash =
        last == null
            ? AuditHash.begin(tenant)
            : AuditHash.resume(
                tenant, last.require(AuditSeal.SEALED), last.require(AuditSeal.HEAD));
    List<SealedFacts.Fact> named = new ArrayList<>(facts.size());
    Ref<?> upTo =
        last == null ? facts.get(0).ref() : AuditSeal.TYPE.ref(last.require(AuditSeal.UP_TO));
    for (Row fact : facts) {
      named.add(SealedFacts.Fact.of(fact.ref(), hash.add(fact)));
      upTo = fact.ref().compareTo(upTo) > 0 ? fact.ref() : upTo;
    }
    AuditKeys keys = engine.auditing().keys();
    String key = keys.current().orElse(null);
    @Nullable Object[] slots = new @Nullable Object[AuditSeal.TYPE.slots().size()];
    slots[EntityType.CREATED_AT] = now;
    slots[EntityType.CREATED_BY] = space.context().actor();
    slots[EntityType.UPDATED_AT] = now;
    slots[EntityType.UPDATED_BY] = space.context().actor();
    put(slots, AuditSeal.NUMBER, last == null ? 1L : last.require(AuditSeal.NUMBER) + 1);
    put(slots, AuditSeal.SEALED, hash.count());
    put(slots, AuditSeal.BEHIND, behind);
    put(slots, AuditSeal.UP_TO, upTo.id());
    put(slots, AuditSeal.FACTS, SealedFacts.format(named));
    put(slots, AuditSeal.HEAD, hash.head());
    put(slots, AuditSeal.KEY, key);
    Row row = new Row(AuditSeal.TYPE.ref(engine.nextId()), 1, slots, Map.of());
    if (key != null) {
      put(
          slots,
          AuditSeal.MAC,
          AuditHash.mac(
              keys.key(key).orElseThrow(() -> new IllegalStateException("no audit key " + key)),
              tenant,
              AuditSeal.TYPE.entity(row),
              link(last)));
    }
    return AuditSeal.TYPE.entity(row);
  }

  /** What the next seal is bound to. */
  static String link(@Nullable AuditSeal seal) {
    return seal == null
        ? ""
        : Objects.requireNonNullElseGet(
            seal.get(AuditSeal.MAC), () -> seal.require(AuditSeal.HEAD));
  }

  private static <T> void put(@Nullable Object[] slots, Field<?, T> field, @Nullable T value) {
    slots[field.slot()] = value;
  }
}
