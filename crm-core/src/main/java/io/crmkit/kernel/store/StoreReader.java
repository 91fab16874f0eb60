package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one tenant. Each call sees one consistent state. Deleted rows are rows like
 * others; whoever does not want them says so in the condition.
 */
public interface StoreReader {
  /** One row; null where there is none. */
  @Nullable Row find(Ref<?> ref);

  /** Several rows of one type in no particular order; absent ones are left out. */
  List<Row> find(Collection<? extends Ref<?>> refs);

  /** Rows in order, see {@link Selection}. */
  <E extends Entity<E>> List<Row> select(Selection<E> selection);

  /**
   * The rows of a selection one by one, in bounded memory where the store can. To be closed; to be
   * used within the transaction.
   */
  <E extends Entity<E>> Stream<Row> stream(Selection<E> selection);

  /** How many rows meet the condition. */
  <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition);

  /** True where any row meets the condition. */
  <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition);

  /**
   * Groups and measures rows. One array per group: the values grouped by, then the measures.
   *
   * @throws io.crmkit.kernel.value.CurrencyMismatchException where money of several currencies
   *     would be added
   */
  <E extends Entity<E>> List<@Nullable Object[]> aggregate(Aggregation<E> aggregation);
}
