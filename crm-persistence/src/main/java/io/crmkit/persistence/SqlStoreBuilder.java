package io.crmkit.persistence;

import io.crmkit.persistence.schema.SchemaMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link SqlStore} together: one of {@link #file}, {@link #dataSource}, {@link #url} and
 * {@link #joining} says where the database is, everything else has a default. Not thread-safe.
 */
public final class SqlStoreBuilder {
  /** How long a layout may be old that another node works with, and as much again to be safe. */
  private static final Duration USUAL_LEASE = Duration.ofMinutes(2);

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,14}|");
  private static final int USUAL_POOL = 10;

  private @Nullable Wiring wiring;
  private String prefix = "crm_";
  private @Nullable String schema;
  private @Nullable SchemaMode mode;
  private Clock clock = Clock.systemUTC();
  private Duration lease = USUAL_LEASE;
  private int poolSize = USUAL_POOL;

  SqlStoreBuilder() {}

  /**
   * An H2 database in a file, which no other process opens at the same time. What was committed
   * survives the end of the process, however it ends.
   *
   * @param path the file without {@code .mv.db}; it is made where it is not there
   */
  public SqlStoreBuilder file(Path path) {
    wiring = Wiring.file(path);
    return this;
  }

  /** The host's data source; it stays open when the store is closed. */
  public SqlStoreBuilder dataSource(DataSource source) {
    wiring = Wiring.of(source);
    return this;
  }

  /** A database reached by a pool of the store's own. */
  public SqlStoreBuilder url(String jdbcUrl, String user, String password) {
    wiring = Wiring.url(jdbcUrl, user, password);
    return this;
  }

  /** The host's transactions, see {@link SqlStore#joining}. */
  public SqlStoreBuilder joining(ConnectionProvider provider) {
    wiring = Wiring.joining(provider);
    return this;
  }

  /**
   * What the names of all tables begin with; {@code crm_} unless said.
   *
   * @throws IllegalArgumentException unless it is up to 15 of a-z, 0-9 and _, a letter first
   */
  public SqlStoreBuilder tablePrefix(String text) {
    if (!PREFIX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "table prefix '" + text + "': use up to 15 of a-z, 0-9 and _, a letter first");
    }
    prefix = text;
    return this;
  }

  /** The schema of the tables (a database of MariaDB), which must exist; else the connection's. */
  public SqlStoreBuilder schema(String name) {
    schema = name;
    return this;
  }

  /**
   * What to do about the tables when the store is opened: {@link SchemaMode#UPDATE} unless said,
   * but {@link SchemaMode#VALIDATE} within the host's transactions.
   */
  public SqlStoreBuilder mode(SchemaMode what) {
    mode = what;
    return this;
  }

  /** The time by which the store keeps its own books; that of the machine unless said. */
  public SqlStoreBuilder clock(Clock time) {
    clock = time;
    return this;
  }

  /**
   * After how long every node has heard of a custom field defined on another, so that its values
   * can be relied upon in an index: two minutes unless said, which is what several nodes need; zero
   * where there is one node alone, as with a {@linkplain #file file}.
   */
  public SqlStoreBuilder layoutLease(Duration time) {
    lease = time;
    return this;
  }

  /** How many connections the store's own pool has at the most; 10 unless said. */
  public SqlStoreBuilder poolSize(int connections) {
    poolSize = connections;
    return this;
  }

  /**
   * The store, which connects when it is opened.
   *
   * @throws IllegalArgumentException where nothing says where the database is, or tables would be
   *     made within the host's transactions, which that would commit
   */
  public SqlStore build() {
    Wiring where = wiring;
    if (where == null) {
      throw new IllegalArgumentException(
          "say where the database is: file, dataSource, url or joining");
    }
    if (where.joins() && (mode == SchemaMode.CREATE || mode == SchemaMode.UPDATE)) {
      throw new IllegalArgumentException(
          "a store within the host's transactions makes no tables, since that would commit them:"
              + " leave the mode at VALIDATE, and make the tables with SchemaTool or another store");
    }
    SchemaMode usual = where.joins() ? SchemaMode.VALIDATE : SchemaMode.UPDATE;
    return new SqlStore(
        where,
        new Options(
            prefix,
            schema,
            mode == null ? usual : mode,
            clock,
            where.alone() ? Duration.ZERO : lease,
            poolSize));
  }

  /** What was decided. */
  record Options(
      String prefix,
      @Nullable String schema,
      SchemaMode mode,
      Clock clock,
      Duration lease,
      int poolSize) {}
}
