package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Trouble;
import io.crmkit.persistence.query.Queries;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.write.Units;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What readers and transactions of a store share. Thread-safe. */
final class Backend {
  private final Connections connections;
  private final Dialect dialect;
  private final Queries queries;
  private final Units units;
  private final SlotCatalogue catalogue;
  private final Supplier<@Nullable UUID> tokens;
  private final boolean snapshots;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param tokens makes what units of work are known by
   * @param snapshots true where transactions read one snapshot unless told otherwise
   */
  Backend(
      Connections connections,
      Dialect dialect,
      Queries queries,
      Units units,
      SlotCatalogue catalogue,
      Supplier<@Nullable UUID> tokens,
      boolean snapshots) {
    this.connections = connections;
    this.dialect = dialect;
    this.queries = queries;
    this.units = units;
    this.catalogue = catalogue;
    this.tokens = tokens;
    this.snapshots = snapshots;
  }

  Dialect dialect() {
    return dialect;
  }

  Units units() {
    return units;
  }

  boolean joined() {
    return connections.joined();
  }

  boolean snapshots() {
    return snapshots;
  }

  /** What the next unit is known by; null where no connection can break. */
  @Nullable UUID nextToken() {
    return tokens.get();
  }

  Slots slots(String tenant, Layout layout) {
    return catalogue.of(tenant, layout);
  }

  /** The places that {@code changes} concern, which most do not. */
  Slots slots(
      Connection connection, String tenant, Layout layout, Slots known, List<Change> changes)
      throws SQLException {
    return known.knowsPlaces() || !Units.needsPlaces(layout, changes)
        ? known
        : catalogue.unknown(connection, tenant);
  }

  /** Forgets what was known of a tenant that is no more. */
  void forget(String tenant) {
    catalogue.forget(tenant);
  }

  Reading reading(String tenant, Layout layout, Slots slots) {
    return queries.reading(tenant, layout, slots);
  }

  void check() {
    if (closed.get()) {
      throw StoreException.closed("The store");
    }
  }

  Connection acquire() {
    check();
    try {
      return connections.acquire();
    } catch (SQLException failure) {
      throw Failures.acquiring(failure);
    }
  }

  /** What an error before anything was committed means to the caller. */
  StoreException failed(SQLException error) {
    suspect(error);
    return Failures.before(dialect, error);
  }

  /** What an error means behind which nobody knows whether the unit was committed. */
  StoreException unknown(UUID operation, SQLException error) {
    suspect(error);
    return StoreException.unknown(operation, error);
  }

  /** Where one connection is broken the others may be, as where the server has been away. */
  private void suspect(SQLException error) {
    if (dialect.trouble(error) == Trouble.BROKEN) {
      connections.renew();
    }
  }

  /** Gives a connection back; it is of no matter then whether that fails. */
  void release(Connection connection) {
    try {
      connections.release(connection);
    } catch (SQLException ignored) {
      // The pool finds out on its own that the connection is broken.
    }
  }

  void close() {
    if (!closed.getAndSet(true)) {
      connections.close();
    }
  }
}
