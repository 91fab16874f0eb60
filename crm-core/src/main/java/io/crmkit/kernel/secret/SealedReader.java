package io.crmkit.kernel.secret;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows and opens them. */
class SealedReader<R extends StoreReader> implements StoreReader {
  final R store;
  final Sealing sealing;
  private final Asking asking;

  SealedReader(R store, Vault vault, String tenant, Layout layout) {
    this.store = store;
    this.sealing = new Sealing(vault, tenant, layout);
    this.asking = new Asking(vault, tenant, layout);
  }

  @Override
  public final @Nullable Row find(Ref<?> ref) {
    Row row = store.find(ref);
    return row == null ? null : sealing.opened(row);
  }

  @Override
  public final List<Row> find(Collection<? extends Ref<?>> refs) {
    List<Row> rows = store.find(refs);
    return rows.isEmpty() ? rows : sealing.opened(rows, rows.get(0).type());
  }

  @Override
  public final <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    return sealing.opened(store.select(stored(selection)), selection.type());
  }

  @Override
  public final <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    return store.stream(stored(selection)).map(sealing::opened);
  }

  private <E extends Entity<E>> Selection<E> stored(Selection<E> selection) {
    Condition<E> condition = asking.stored(selection.condition());
    return condition == selection.condition()
        ? selection
        : new Selection<>(
            selection.type(), condition, selection.orders(), selection.after(), selection.limit());
  }

  @Override
  public final <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    return store.count(type, asking.stored(condition));
  }

  @Override
  public final <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
    return store.exists(type, asking.stored(condition));
  }

  @Override
  public final <E extends Entity<E>> List<@Nullable Object[]> aggregate(
      Aggregation<E> aggregation) {
    Condition<E> condition = asking.stored(aggregation.condition());
    return store.aggregate(
        condition == aggregation.condition()
            ? aggregation
            : new Aggregation<>(
                aggregation.type(), condition, aggregation.groups(), aggregation.measures()));
  }
}
