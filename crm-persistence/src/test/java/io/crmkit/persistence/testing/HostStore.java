package io.crmkit.persistence.testing;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.ConnectionProvider;
import io.crmkit.persistence.SqlStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that joins a host's transactions, together with a host that has one transaction around
 * each of the store's and one around each call of a reader: so it can be tested like any other.
 */
final class HostStore implements Store {
  /** Begins transactions, and says which one the calling code is in. */
  interface Host extends ConnectionProvider {
    Unit begin();
  }

  /** A transaction of the host. */
  interface Unit {
    /** Does work for which this transaction is the current one. */
    <T extends @Nullable Object> T within(Supplier<T> work);

    void commit() throws SQLException;

    /** Rolls back what is not committed and lets the connection go; safe to call twice. */
    void end();
  }

  private final Host host;
  private final SqlStore joined;

  HostStore(Host host) {
    this.host = host;
    this.joined = SqlStore.joining(host);
  }

  @Override
  public void open(Collection<EntityType<?>> types) {
    inUnit(
        () -> {
          joined.open(types);
          return null;
        });
  }

  private <T extends @Nullable Object> T inUnit(Supplier<T> work) {
    Unit unit = host.begin();
    try {
      T result = unit.within(work);
      commit(unit);
      return result;
    } finally {
      unit.end();
    }
  }

  private static void commit(Unit unit) {
    try {
      unit.commit();
    } catch (SQLException failed) {
      throw StoreException.permanent("the host's commit", failed);
    }
  }

  @Override
  public StoreReader reader(String tenant, Layout layout) {
    StoreReader reader = joined.reader(tenant, layout);
    return new Reader() {
      @Override
      <T extends @Nullable Object> T ask(Function<StoreReader, T> question) {
        return inUnit(() -> question.apply(reader));
      }
    };
  }

  @Override
  public StoreTransaction begin(String tenant, Layout layout) {
    Unit unit = host.begin();
    boolean begun = false;
    try {
      Transaction transaction =
          new Transaction(unit, unit.within(() -> joined.begin(tenant, layout)));
      begun = true;
      return transaction;
    } finally {
      if (!begun) {
        unit.end();
      }
    }
  }

  @Override
  public void close() {
    joined.close();
  }

  private abstract static class Reader implements StoreReader {
    abstract <T extends @Nullable Object> T ask(Function<StoreReader, T> question);

    @Override
    public @Nullable Row find(Ref<?> ref) {
      return this.<@Nullable Row>ask(reader -> reader.find(ref));
    }

    @Override
    public List<Row> find(Collection<? extends Ref<?>> refs) {
      return ask(reader -> reader.find(refs));
    }

    @Override
    public <E extends Entity<E>> List<Row> select(Selection<E> selection) {
      return ask(reader -> reader.select(selection));
    }

    @Override
    public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
      return ask(
          reader -> {
            try (Stream<Row> rows = reader.stream(selection)) {
              return rows.toList().stream();
            }
          });
    }

    @Override
    public <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
      return ask(reader -> reader.count(type, condition));
    }

    @Override
    public <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
      return ask(reader -> reader.exists(type, condition));
    }

    @Override
    public <E extends Entity<E>> List<@Nullable Object[]> aggregate(Aggregation<E> aggregation) {
      return ask(reader -> reader.aggregate(aggregation));
    }
  }

  private static final class Transaction extends Reader implements StoreTransaction {
    private final Unit unit;
    private final StoreTransaction joined;

    Transaction(Unit unit, StoreTransaction joined) {
      this.unit = unit;
      this.joined = joined;
    }

    @Override
    <T extends @Nullable Object> T ask(Function<StoreReader, T> question) {
      return unit.within(() -> question.apply(joined));
    }

    @Override
    public void write(List<Change> changes) {
      ask(
          same -> {
            joined.write(changes);
            return null;
          });
    }

    @Override
    public void commit(List<Change> changes) {
      ask(
          same -> {
            joined.commit(changes);
            return null;
          });
      HostStore.commit(unit);
    }

    @Override
    public void close() {
      try {
        ask(
            same -> {
              joined.close();
              return null;
            });
      } finally {
        unit.end();
      }
    }
  }
}
