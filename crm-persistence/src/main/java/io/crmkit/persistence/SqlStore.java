package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.query.Queries;
import io.crmkit.persistence.schema.Durability;
import io.crmkit.persistence.schema.Schema;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import io.crmkit.persistence.write.Units;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records in an SQL database: H2, PostgreSQL or MariaDB. Thread-safe.
 *
 * <pre>{@code
 * Crm crm = Crm.builder().store(SqlStore.on(dataSource)).policy(policy).open();
 * }</pre>
 *
 * <p><b>Isolation.</b> A transaction that reads works on one snapshot (REPEATABLE READ). Whatever
 * it changes it changes only in the version that it was given, so an update is never lost on any of
 * the databases; rows that a decision rests on are locked until the commit.
 *
 * <p><b>Round trips.</b> A unit of work that reads nothing is one round trip on PostgreSQL and
 * MariaDB, begin and commit included.
 */
public final class SqlStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

  private final Wiring wiring;
  private final SqlStoreBuilder.Options options;
  private volatile @Nullable Backend backend;
  private volatile boolean closed;

  SqlStore(Wiring wiring, SqlStoreBuilder.Options options) {
    this.wiring = wiring;
    this.options = options;
  }

  /** A store in a file, see {@link SqlStoreBuilder#file}. */
  public static SqlStore open(Path file) {
    return builder().file(file).build();
  }

  /**
   * A store on the host's data source; every verb and every unit of work is a transaction.
   * Connections to MariaDB do well to have {@code useServerPrepStmts=true}: the text of a unit is
   * parsed at each commit otherwise.
   */
  public static SqlStore on(DataSource source) {
    return builder().dataSource(source).build();
  }

  /** A store on a database, with a pool of its own. */
  public static SqlStore on(String jdbcUrl, String user, String password) {
    return builder().url(jdbcUrl, user, password).build();
  }

  /**
   * A store within the host's transactions: it works on exactly the connection that the host hands
   * out and never commits, rolls back, closes or configures it. A unit of work that fails is undone
   * to a savepoint; the host's transaction goes on. Listeners are not told, since only the host
   * knows when it commits: who wants to hear reads the outbox. Isolation is the host's.
   */
  public static SqlStore joining(ConnectionProvider provider) {
    return builder().joining(provider).build();
  }

  /** Everything that a host can decide. */
  public static SqlStoreBuilder builder() {
    return new SqlStoreBuilder();
  }

  @Override
  public synchronized void open(Collection<EntityType<?>> types) {
    if (closed) {
      throw StoreException.closed("The store");
    }
    if (backend != null) {
      throw StoreException.permanent("the store is open already; make another", null);
    }
    Connections connections = wiring.connect(options);
    try {
      backend = connected(connections, new Tables(types));
    } catch (SQLException failure) {
      connections.close();
      throw StoreException.permanent(
          "the database could not be opened: " + failure.getMessage(), failure);
    } catch (RuntimeException | Error failure) {
      connections.close();
      throw failure;
    }
  }

  private Backend connected(Connections connections, Tables tables) throws SQLException {
    Dialect dialect;
    boolean snapshots;
    boolean embedded;
    Connection connection = connections.acquire();
    try {
      dialect = Dialect.of(connection);
      embedded = dialect.isEmbedded(connection);
      snapshots = connections.own() && connection.getTransactionIsolation() >= dialect.snapshot();
      prepare(connection, dialect, tables);
    } finally {
      connections.release(connection);
    }
    TableNames names = new TableNames(dialect::quoted, options.prefix(), options.schema());
    Queries queries = new Queries(tables, dialect, names);
    SlotCatalogue catalogue =
        new SlotCatalogue(
            tables,
            connections,
            new SlotRows(tables, dialect, names, options.clock(), options.lease()),
            new Filler(tables, dialect, names, queries));
    IdSource tokens = IdSource.monotonic(options.clock(), new SecureRandom());
    return new Backend(
        connections,
        dialect,
        queries,
        new Units(tables, dialect, names, options.clock(), dialect.engine() == Dialect.Engine.H2),
        catalogue,
        embedded ? () -> null : tokens::next,
        snapshots);
  }

  private void prepare(Connection connection, Dialect dialect, Tables tables) throws SQLException {
    Schema.of(dialect, options.prefix(), options.schema(), tables.all())
        .open(connection, options.mode());
    for (String warning : Durability.warnings(connection)) {
      LOG.warn("{}", warning);
    }
  }

  private Backend opened() {
    Backend now = backend;
    if (now == null) {
      throw StoreException.closed("The store");
    }
    now.check();
    return now;
  }

  @Override
  public StoreReader reader(String tenant, Layout layout) {
    Backend now = opened();
    return new CommittedReader(now, now.reading(tenant, layout, now.slots(tenant, layout)));
  }

  @Override
  public StoreTransaction begin(String tenant, Layout layout) {
    return new SqlTransaction(opened(), tenant, layout);
  }

  /**
   * What became of a unit of work that ended with {@link StoreException#operation()}: its commit
   * was cut off, so whether it took place was not known.
   *
   * <p>The answer is final. A unit that was not committed yet is kept out for good, even if the
   * server still had it before it; the same question has the same answer again, on every node. A
   * failure of the store leaves the question open: ask again.
   *
   * <p>It must be asked before {@link #forgetOperations} has forgotten the unit: of one that is
   * forgotten, nobody knows that it was committed.
   *
   * @param tenant whose unit it was
   * @param operation as in {@link StoreException#operation()}
   * @throws StoreException transient where the server cannot be reached, or still has the unit
   *     before it; permanent for a store that {@linkplain #joining joins} the host's transactions,
   *     of which the host alone knows
   */
  public Outcome outcome(String tenant, UUID operation) {
    return new Outcomes(opened()).of(tenant, operation);
  }

  /**
   * Forgets units of work that began longer ago, of all tenants, so that the table that {@link
   * #outcome} rests on does not grow for ever; a row of it is made with every unit. To be called
   * now and then, say daily, with much more than the time in which questions are still asked, say a
   * week. It stands in nobody's way.
   *
   * @return how many rows were removed
   * @throws IllegalArgumentException where {@code olderThan} is negative
   * @throws StoreException where the store fails; what was forgotten by then stays forgotten
   */
  public long forgetOperations(Duration olderThan) {
    if (olderThan.isNegative()) {
      throw new IllegalArgumentException("older than " + olderThan + ": not negative");
    }
    return new Outcomes(opened()).forget(options.clock().instant().minus(olderThan));
  }

  @Override
  public boolean joinsHost() {
    return wiring.joins();
  }

  /** Closes the pool where it is the store's own; the host's data source stays open. */
  @Override
  public synchronized void close() {
    closed = true;
    Backend now = backend;
    if (now != null) {
      now.close();
    }
  }
}
