package io.crmkit.persistence;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.persistence.query.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads over a connection, be it one per call or that of a transaction. */
abstract class SqlReader implements StoreReader {
  /** What is asked of the database. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  abstract Reading reading();

  /** Asks over the right connection, errors translated. */
  abstract <T> T ask(Question<T> question);

  @Override
  public final @Nullable Row find(Ref<?> ref) {
    return ask(connection -> Optional.ofNullable(reading().find(connection, ref))).orElse(null);
  }

  @Override
  public final List<Row> find(Collection<? extends Ref<?>> refs) {
    return refs.isEmpty() ? none() : ask(connection -> reading().find(connection, refs));
  }

  /** Even where there is nothing to ask, what is closed says so. */
  abstract List<Row> none();

  @Override
  public final <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    return ask(connection -> reading().select(connection, selection));
  }

  @Override
  public final <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    return ask(connection -> reading().count(connection, type, condition));
  }

  @Override
  public final <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
    return ask(connection -> reading().exists(connection, type, condition));
  }

  @Override
  public final <E extends Entity<E>> List<@Nullable Object[]> aggregate(
      Aggregation<E> aggregation) {
    return ask(connection -> reading().aggregate(connection, aggregation));
  }

  @Override
  public abstract <E extends Entity<E>> Stream<Row> stream(Selection<E> selection);
}
