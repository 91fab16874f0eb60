package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditSeal;
import io.crmkit.kernel.audit.SealedFacts;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads seals, and the facts that are sealed, as the store keeps them. */
final class SealReader {
  /** How many facts a seal names at the most, and how many are read at once. */
  static final int BATCH = 1_000;

  private static final int FEW_SEALS = 16;

  private final StoreReader store;

  SealReader(StoreReader store) {
    this.store = store;
  }

  /** The newest seal; null before any. */
  @Nullable AuditSeal last() {
    List<AuditSeal> seals = seals(Condition.always(), AuditSeal.NUMBER.desc(), 1);
    return seals.isEmpty() ? null : seals.get(0);
  }

  /** Seals with smaller numbers, the greatest first. */
  List<AuditSeal> before(long number) {
    return seals(AuditSeal.NUMBER.lessThan(number), AuditSeal.NUMBER.desc(), FEW_SEALS);
  }

  /** Seals with greater numbers, the smallest first. */
  List<AuditSeal> after(long number) {
    return seals(AuditSeal.NUMBER.moreThan(number), AuditSeal.NUMBER.asc(), FEW_SEALS);
  }

  private List<AuditSeal> seals(Condition<AuditSeal> which, Order<AuditSeal> order, int limit) {
    List<AuditSeal> seals = new ArrayList<>();
    for (Row row :
        store.select(new Selection<>(AuditSeal.TYPE, which, List.of(order), null, limit))) {
      seals.add(AuditSeal.TYPE.entity(row));
    }
    return seals;
  }

  /** The next facts behind an identity, of all types together, in the order of identities. */
  List<Row> facts(@Nullable UUID behind) {
    List<Row> rows = new ArrayList<>();
    for (EntityType<?> type : SealedFacts.TYPES) {
      rows.addAll(facts(type, behind));
    }
    rows.sort(Comparator.comparing(Row::ref, Ref::compareTo));
    return rows.size() <= BATCH ? rows : rows.subList(0, BATCH);
  }

  private <E extends Entity<E>> List<Row> facts(EntityType<E> type, @Nullable UUID behind) {
    Keyset after = behind == null ? null : new Keyset(List.of(), type.ref(behind));
    return store.select(new Selection<>(type, Condition.always(), List.of(), after, BATCH));
  }
}
