package io.crmkit.persistence;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.write.Leftovers;
import io.crmkit.persistence.write.Mode;
import io.crmkit.persistence.write.Units;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of the store's own. It takes a connection when it first needs one; where that is at
 * the commit, all of it is one round trip.
 */
final class SqlTransaction extends SqlReader implements StoreTransaction {
  /** How often a unit that read nothing is begun anew where others were in its way. */
  private static final int ATTEMPTS = 3;

  private final Backend backend;
  private final String tenant;
  private final Layout layout;
  private final Slots slots;
  private final Reading reading;
  private final List<Change> written = new ArrayList<>();
  private @Nullable Opened opened;
  private boolean over;

  SqlTransaction(Backend backend, String tenant, Layout layout) {
    this.backend = backend;
    this.tenant = tenant;
    this.layout = layout;
    this.slots = backend.slots(tenant, layout);
    this.reading = backend.reading(tenant, layout, slots);
  }

  /** A connection in a transaction. */
  private static final class Opened {
    final Connection connection;
    final Ownership ownership;
    @Nullable Savepoint savepoint;

    Opened(Connection connection, Ownership ownership) {
      this.connection = connection;
      this.ownership = ownership;
    }
  }

  @Override
  Reading reading() {
    return reading;
  }

  @Override
  <T> T ask(Question<T> question) {
    Connection connection = open().connection;
    try {
      return question.ask(connection);
    } catch (SQLException failure) {
      close();
      throw backend.failed(failure);
    }
  }

  @Override
  List<Row> none() {
    check();
    return List.of();
  }

  @Override
  public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    return ask(
        connection -> RowStream.of(reading.stream(connection, selection), backend, () -> {}));
  }

  private void check() {
    backend.check();
    if (over) {
      throw StoreException.closed("The transaction");
    }
  }

  /** The connection, in a transaction that reads one snapshot. */
  private Opened open() {
    check();
    Opened known = opened;
    if (known == null) {
      known = begin();
      opened = known;
    }
    return known;
  }

  private Opened begin() {
    Connection connection = backend.acquire();
    Ownership ownership = Ownership.of(backend, connection);
    try {
      ownership.begin();
      return new Opened(connection, ownership);
    } catch (SQLException failure) {
      ownership.abandon(failure);
      backend.release(connection);
      throw backend.failed(failure);
    } catch (RuntimeException refused) {
      backend.release(connection);
      throw refused;
    }
  }

  @Override
  public void write(List<Change> changes) {
    check();
    written.addAll(changes);
    try {
      refuseUnwatched(changes);
      Opened now = open();
      try {
        if (backend.joined() && now.savepoint == null) {
          now.ownership.prepare();
          now.savepoint = now.connection.setSavepoint();
        }
        send(now.connection, changes, Mode.PART, null);
      } catch (SQLException failure) {
        throw refused(failure, null).error();
      }
    } catch (RuntimeException | Error refused) {
      close();
      throw refused;
    }
  }

  @Override
  public void commit(List<Change> changes) {
    check();
    written.addAll(changes);
    try {
      if (!written.isEmpty()) {
        refuseUnwatched(changes);
        finish(changes);
        Leftovers.tenants(written).forEach(backend::forget);
      }
    } finally {
      close();
    }
  }

  private void finish(List<Change> changes) {
    UUID token = backend.joined() ? null : backend.nextToken();
    for (int attempt = 1; ; attempt++) {
      Opened known = opened;
      try {
        if (known == null) {
          whole(changes, token);
        } else if (backend.joined()) {
          nested(known, changes);
        } else {
          send(known.connection, changes, Mode.LAST, token);
          known.ownership.ended();
        }
        return;
      } catch (SQLException failure) {
        Refusal refusal = refused(failure, token);
        if (known != null || attempt == ATTEMPTS || !refusal.passes()) {
          throw refusal.error();
        }
      }
    }
  }

  /** A unit that has read nothing: all of it at once. */
  private void whole(List<Change> changes, @Nullable UUID token) throws SQLException {
    Connection connection = backend.acquire();
    try {
      Ownership ownership = Ownership.of(backend, connection);
      try {
        ownership.prepare();
        send(connection, changes, backend.joined() ? Mode.NESTED : Mode.WHOLE, token);
        ownership.ended();
      } catch (SQLException | RuntimeException | Error failure) {
        ownership.abandon(failure);
        throw failure;
      }
      ownership.done();
    } finally {
      backend.release(connection);
    }
  }

  private void nested(Opened now, List<Change> changes) throws SQLException {
    Savepoint savepoint = now.savepoint;
    if (savepoint == null) {
      send(now.connection, changes, Mode.NESTED, null);
    } else {
      if (!changes.isEmpty()) {
        send(now.connection, changes, Mode.PART, null);
      }
      now.connection.releaseSavepoint(savepoint);
      now.savepoint = null;
    }
  }

  private void send(Connection connection, List<Change> changes, Mode mode, @Nullable UUID token)
      throws SQLException {
    Slots its = backend.slots(connection, tenant, layout, slots, changes);
    backend.units().write(connection, tenant, layout, its, changes, mode, token);
  }

  /** Asks what the database does not watch. */
  private void refuseUnwatched(List<Change> changes) {
    if (Units.mayBeUnwatched(layout, slots, changes)) {
      Optional<CrmException> against =
          ask(
              c ->
                  Optional.ofNullable(
                      backend.units().unwatched(c, reading, layout, slots, changes)));
      if (against.isPresent()) {
        throw against.get();
      }
    }
  }

  /** Rolls back and finds out why the database refused. */
  private Refusal refused(SQLException failure, @Nullable UUID token) {
    if (!backend.joined() || opened == null || opened.savepoint != null) {
      rollback();
    }
    return new Refusals(backend, tenant, layout, reading).of(failure, written, token);
  }

  /** Takes back what was done, and gives the connection back. */
  private void rollback() {
    Opened known = opened;
    opened = null;
    if (known != null) {
      try {
        if (known.savepoint != null) {
          known.connection.rollback(known.savepoint);
        }
        known.ownership.end();
      } catch (SQLException lost) {
        // The connection is broken; its transaction ends with it.
      } finally {
        backend.release(known.connection);
      }
    }
  }

  @Override
  public void close() {
    over = true;
    rollback();
  }
}
