package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins and ends transactions on a connection, and leaves it as it was. */
abstract class Ownership {
  /** Begins a transaction that reads one snapshot. */
  abstract void begin() throws SQLException;

  /** Makes ready for steps that are a transaction of their own. */
  abstract void prepare() throws SQLException;

  /** The transaction was committed by the last of its statements. */
  abstract void ended();

  /** Rolls back what was not committed, and leaves the connection as it was. */
  abstract void end() throws SQLException;

  /** The same behind a failure, which is what counts. */
  final void abandon(Throwable failure) {
    try {
      end();
    } catch (SQLException lost) {
      // A broken connection cannot be left as it was; its transaction ends with it.
      failure.addSuppressed(lost);
    }
  }

  /** The same behind a commit, which has taken place whatever becomes of the connection. */
  final void done() {
    try {
      end();
    } catch (SQLException lost) {
      // Whoever gave the connection finds out on his own that it is broken.
    }
  }

  static Ownership of(Backend backend, Connection connection) {
    return backend.joined() ? new OfHost(connection) : new OfStore(backend, connection);
  }

  /** The store's own transactions. */
  private static final class OfStore extends Ownership {
    private final Backend backend;
    private final Connection connection;
    private boolean open;
    private boolean automatic;
    private int isolation = Connection.TRANSACTION_NONE;

    OfStore(Backend backend, Connection connection) {
      this.backend = backend;
      this.connection = connection;
    }

    @Override
    void begin() throws SQLException {
      automatic = connection.getAutoCommit();
      open = true;
      switch (backend.dialect().engine()) {
        case MARIADB -> beginMariaDb();
        case POSTGRESQL -> {
          connection.setAutoCommit(false); // sends nothing
          if (!backend.snapshots()) {
            execute("set transaction isolation level repeatable read");
          }
        }
        case H2 -> {
          connection.setAutoCommit(false);
          if (!backend.snapshots()) {
            isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(backend.dialect().snapshot());
          }
        }
      }
    }

    private void beginMariaDb() throws SQLException {
      // One journey; a change of auto-commit would be another there and one back.
      execute(
          backend.snapshots()
              ? "start transaction"
              : "begin not atomic set transaction isolation level repeatable read;"
                  + " start transaction; end");
    }

    private void execute(String text) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(text);
      }
    }

    @Override
    void prepare() throws SQLException {
      automatic = connection.getAutoCommit();
      open = true;
      if (automatic && backend.dialect().engine() != Engine.MARIADB) {
        connection.setAutoCommit(false);
      }
    }

    @Override
    void ended() {
      open = false;
    }

    @Override
    void end() throws SQLException {
      boolean mariaDb = backend.dialect().engine() == Engine.MARIADB;
      if (open) {
        open = false;
        if (mariaDb) {
          execute("rollback");
        } else {
          connection.rollback();
        }
      }
      if (isolation != Connection.TRANSACTION_NONE) {
        connection.setTransactionIsolation(isolation);
      }
      if (automatic && !mariaDb) {
        connection.setAutoCommit(true);
      }
    }
  }

  /** The host's transactions, which it alone begins and ends. */
  private static final class OfHost extends Ownership {
    private final Connection connection;

    OfHost(Connection connection) {
      this.connection = connection;
    }

    @Override
    void begin() {}

    @Override
    void prepare() throws SQLException {
      requireTransaction();
    }

    /** At the first write: reading does no harm without a transaction. */
    private void requireTransaction() throws SQLException {
      if (connection.getAutoCommit()) {
        throw StoreException.wiring(
            "begin one before the CRM writes (setAutoCommit(false), or @Transactional), and hand"
                + " out the connection that it is open on");
      }
    }

    @Override
    void ended() {}

    @Override
    void end() {}
  }
}
