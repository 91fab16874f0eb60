package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditHash;
import io.crmkit.kernel.audit.AuditHead;
import io.crmkit.kernel.audit.AuditSeal;
import io.crmkit.kernel.audit.AuditVerification;
import io.crmkit.kernel.audit.AuditVerification.Finding;
import io.crmkit.kernel.audit.AuditVerification.Kind;
import io.crmkit.kernel.audit.SealedFacts;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.StoreReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The chain that shows whether somebody has tampered with a tenant's audit: a door of the host, not
 * of a user. Facts are sealed by the job {@code audit.sealing}, see {@link Jobs}.
 *
 * <p>Without a key, whoever can write to the database can tamper and seal again; with one, they can
 * still cut off the end, which an anchor shows. What they put in before it is sealed is sealed.
 */
public final class AuditChain {
  private final Engine engine;
  private final String tenant;

  AuditChain(Engine engine, String tenant) {
    this.engine = engine;
    this.tenant = tenant;
  }

  /** How far the audit is sealed; empty before the first seal. */
  public Optional<AuditHead> head() {
    return Optional.ofNullable(new SealReader(store()).last())
        .map(seal -> Sealing.head(tenant, seal));
  }

  /**
   * Looks at every fact and every seal, {@value SealReader#BATCH} at a time: memory is needed for
   * those that became visible late alone.
   */
  public AuditVerification verify() {
    return new Walk(null).run();
  }

  /** As {@link #verify()}; also finds where the audit ends before, or differs from, an anchor. */
  public AuditVerification verify(AuditHead anchor) {
    if (!anchor.tenant().equals(tenant)) {
      throw new IllegalArgumentException(
          "the anchor is of tenant " + anchor.tenant() + ", the audit of " + tenant);
    }
    return new Walk(anchor).run();
  }

  private StoreReader store() {
    Layout layout = engine.layouts().of(tenant).layout();
    return engine.store().reader(tenant, layout);
  }

  /** One verification: goes through seals in their order and through facts in theirs. */
  private final class Walk {
    private final StoreReader store = store();
    private final SealReader reader = new SealReader(store);
    private final AuditHash hash = AuditHash.begin(tenant);

    /** Facts read that no seal has named yet, by identity. */
    private final Map<Ref<?>, Row> waiting = new LinkedHashMap<>();

    private final @Nullable AuditHead anchor;
    private @Nullable UUID read;
    private boolean all;
    private @Nullable AuditSeal last;
    private long sealed;
    private boolean anchored;

    Walk(@Nullable AuditHead anchor) {
      this.anchor = anchor;
    }

    AuditVerification run() {
      Finding finding = seals();
      if (finding != null) {
        return new AuditVerification(sealed, 0, finding);
      }
      if (anchor != null && !anchored) {
        return new AuditVerification(sealed, 0, new Finding(Kind.ANCHOR, sealed, null));
      }
      Finding late = lateAtTheEnd();
      if (late != null) {
        return new AuditVerification(sealed, 0, late);
      }
      long unsealed = waiting.size();
      while (!all) {
        waiting.clear();
        readOn();
        unsealed += waiting.size();
      }
      return new AuditVerification(sealed, unsealed, null);
    }

    private @Nullable Finding seals() {
      for (long number = 0; ; ) {
        List<AuditSeal> seals = reader.after(number);
        if (seals.isEmpty()) {
          return null;
        }
        for (AuditSeal seal : seals) {
          number++;
          Finding finding = isGood(seal, number) ? facts(seal) : broken();
          if (finding != null) {
            return finding;
          }
          last = seal;
        }
      }
    }

    private Finding broken() {
      return new Finding(Kind.SEAL, sealed, null);
    }

    private boolean isGood(AuditSeal seal, long number) {
      if (seal.require(AuditSeal.NUMBER) != number) {
        return false;
      }
      String name = seal.get(AuditSeal.KEY);
      if (name == null) {
        // Once there is a key, a seal without one is a seal that somebody else has made.
        return seal.get(AuditSeal.MAC) == null && (last == null || last.get(AuditSeal.KEY) == null);
      }
      SecretKey key = engine.auditing().keys().key(name).orElse(null);
      return key != null
          && AuditHash.mac(key, tenant, seal, Sealing.link(last)).equals(seal.get(AuditSeal.MAC));
    }

    private @Nullable Finding facts(AuditSeal seal) {
      List<SealedFacts.Fact> facts;
      try {
        facts = SealedFacts.parse(seal.require(AuditSeal.FACTS));
      } catch (IllegalArgumentException bad) {
        return broken();
      }
      for (SealedFacts.Fact fact : facts) {
        Row row = take(fact.ref());
        if (row == null) {
          return new Finding(Kind.REMOVED, sealed + 1, fact.ref());
        }
        if (!fact.has(hash.add(row))) {
          return new Finding(Kind.CHANGED, sealed + 1, fact.ref());
        }
        sealed++;
      }
      if (sealed != seal.require(AuditSeal.SEALED)
          || !hash.head().equals(seal.require(AuditSeal.HEAD))) {
        return broken();
      }
      if (anchor != null && seal.require(AuditSeal.NUMBER) == anchor.seal()) {
        anchored = true;
        if (sealed != anchor.sealed() || !hash.head().equals(anchor.hash())) {
          return new Finding(Kind.ANCHOR, sealed, null);
        }
      }
      return inserted(seal);
    }

    /** What a run has not looked at any more must have been sealed before. */
    private @Nullable Finding inserted(AuditSeal seal) {
      return upTo(seal.get(AuditSeal.BEHIND));
    }

    /** What the next run will not look at will never be sealed. */
    private @Nullable Finding lateAtTheEnd() {
      if (waiting.isEmpty() && !all) {
        readOn();
      }
      return upTo(Sealing.start(reader, last, engine.auditing()).behind());
    }

    private @Nullable Finding upTo(@Nullable UUID behind) {
      Iterator<Ref<?>> oldest = waiting.keySet().iterator();
      if (behind != null && oldest.hasNext()) {
        Ref<?> first = oldest.next();
        if (first.compareTo(AuditSeal.TYPE.ref(behind)) <= 0) {
          return new Finding(Kind.INSERTED, sealed, first);
        }
      }
      return null;
    }

    private @Nullable Row take(Ref<?> ref) {
      Row row = waiting.remove(ref);
      while (row == null && !all && (read == null || ref.compareTo(ref.type().ref(read)) > 0)) {
        readOn();
        row = waiting.remove(ref);
      }
      // What was committed and sealed since the walk came by is read on its own.
      return row != null ? row : store.find(ref);
    }

    private void readOn() {
      List<Row> rows = reader.facts(read);
      rows.forEach(row -> waiting.put(row.ref(), row));
      all = rows.size() < SealReader.BATCH;
      if (!rows.isEmpty()) {
        read = rows.get(rows.size() - 1).ref().id();
      }
    }
  }
}
