package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Outcome;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads as a unit of work sees it: single rows from its memory, queries after a flush. */
final class UnitReader implements StoreReader {
  private final StoreTransaction transaction;
  private final UnitSpace unit;

  UnitReader(StoreTransaction transaction, UnitSpace unit) {
    this.transaction = transaction;
    this.unit = unit;
  }

  /** What the row depends on; null where the unit has not written it. */
  @Nullable Outcome outcome(Ref<?> ref) {
    return unit.hasTouched(ref) ? unit.outcome() : null;
  }

  @Override
  public @Nullable Row find(Ref<?> ref) {
    return unit.row(ref);
  }

  @Override
  public List<Row> find(Collection<? extends Ref<?>> refs) {
    List<Row> rows = new ArrayList<>(refs.size());
    List<Ref<?>> others = new ArrayList<>();
    for (Ref<?> ref : refs) {
      if (unit.hasTouched(ref)) {
        Row row = unit.row(ref);
        if (row != null) {
          rows.add(row);
        }
      } else {
        others.add(ref);
      }
    }
    if (!others.isEmpty()) {
      rows.addAll(transaction.find(others));
    }
    return rows;
  }

  @Override
  public <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    unit.flush();
    return transaction.select(selection);
  }

  @Override
  public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    unit.flush();
    return transaction.stream(selection);
  }

  @Override
  public <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    unit.flush();
    return transaction.count(type, condition);
  }

  @Override
  public <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
    unit.flush();
    return transaction.exists(type, condition);
  }

  @Override
  public <E extends Entity<E>> List<@Nullable Object[]> aggregate(Aggregation<E> aggregation) {
    unit.flush();
    return transaction.aggregate(aggregation);
  }
}
