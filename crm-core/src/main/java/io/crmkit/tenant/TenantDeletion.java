package io.crmkit.tenant;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.work.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Destroys the rows of a tenant, those that refer before those referred to; circles are opened
 * first. What shapes the tenant's data goes last, so an interrupted deletion knows all types again.
 */
final class TenantDeletion {
  private static final int BATCH = 500;

  /** Somebody may still be at work on another node; then a batch is tried again. */
  private static final int ATTEMPTS = 5;

  private final Engine engine;
  private final String tenant;
  private final Layout layout;

  TenantDeletion(Engine engine, String tenant) {
    this.engine = engine;
    this.tenant = tenant;
    this.layout = engine.layouts().whole(tenant).stored();
  }

  Map<String, Long> run() {
    ReferenceOrder order = new ReferenceOrder(layout);
    List<EntityType<?>> lastFirst = new ArrayList<>(order.types());
    Collections.reverse(lastFirst);
    for (EntityType<?> type : lastFirst) {
      open(order, type);
    }
    Map<String, Long> destroyed = new LinkedHashMap<>();
    for (EntityType<?> type : lastFirst) {
      long rows = purge(type);
      if (rows > 0) {
        destroyed.put(type.name(), rows);
      }
    }
    for (EntityType<?> type : lastFirst) {
      requireNone(type);
    }
    engine.vault().readAgain(tenant);
    engine.layouts().changed(tenant);
    return destroyed;
  }

  /** Takes away the references by which rows of a type could keep each other. */
  private <E extends Entity<E>> void open(ReferenceOrder order, EntityType<E> type) {
    List<RefField<E, ?>> forward = order.forward(type);
    if (!forward.isEmpty()) {
      List<Condition<E>> any = new ArrayList<>();
      forward.forEach(reference -> any.add(reference.isPresent()));
      repeat(
          type,
          Condition.any(any),
          row -> new Change.Update(row, Rows.without(type, row, forward, row.version() + 1)));
    }
  }

  private <E extends Entity<E>> long purge(EntityType<E> type) {
    return repeat(type, Condition.always(), Change.Purge::new);
  }

  /** Changes all rows that meet the condition, which none of them does afterwards. */
  private <E extends Entity<E>> long repeat(
      EntityType<E> type, Condition<E> which, Function<Row, Change> change) {
    Selection<E> next = new Selection<>(type, which, List.of(), null, BATCH);
    long changed = 0;
    int failed = 0;
    while (true) {
      try (StoreTransaction transaction = engine.bareStore().begin(tenant, layout)) {
        List<Change> changes = transaction.select(next).stream().map(change).toList();
        if (changes.isEmpty()) {
          return changed;
        }
        transaction.commit(changes);
        changed += changes.size();
        failed = 0;
      } catch (ConflictException | StoreException meanwhile) {
        if (++failed == ATTEMPTS) {
          throw meanwhile;
        }
      }
    }
  }

  private <E extends Entity<E>> void requireNone(EntityType<E> type) {
    long left = engine.bareStore().reader(tenant, layout).count(type, Condition.always());
    if (left > 0) {
      throw new IllegalStateException(
          left
              + " rows of "
              + type
              + " were written while the tenant was deleted; delete it again");
    }
  }
}
