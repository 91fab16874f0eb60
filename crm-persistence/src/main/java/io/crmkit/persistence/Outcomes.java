package io.crmkit.persistence;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Trouble;
import io.crmkit.persistence.write.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Finds out what became of units of work whose commit was cut off. */
final class Outcomes {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_NANOS = 5_000_000;

  private final Backend backend;

  Outcomes(Backend backend) {
    if (backend.joined()) {
      throw StoreException.permanent("the host commits, so the host alone can know", null);
    }
    this.backend = backend;
  }

  Outcome of(String tenant, UUID operation) {
    StoreException last = StoreException.temporary("the unit of work is just being ended", null);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Connection connection = backend.acquire();
      try {
        Optional<Outcome> outcome = ask(connection, tenant, operation);
        if (!connection.getAutoCommit()) {
          connection.commit();
        }
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (SQLException failure) {
        last = backend.failed(failure);
        if (backend.dialect().trouble(failure) != Trouble.BROKEN) {
          throw last;
        }
        // The same that cut off the commit may have cut this off; to ask again does no harm.
      } finally {
        backend.release(connection);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw last;
  }

  /** Empty where a token is in the way that cannot be read: MariaDB shows it a moment later. */
  private Optional<Outcome> ask(Connection connection, String tenant, UUID operation)
      throws SQLException {
    if (fence(connection, tenant, operation)) {
      return Optional.of(Outcome.NOT_COMMITTED);
    }
    Tokens tokens = backend.units().tokens();
    if (tokens.isCommitted(connection, tenant, operation)) {
      return Optional.of(Outcome.COMMITTED);
    }
    return tokens.isFenced(connection, tenant, operation)
        ? Optional.of(Outcome.NOT_COMMITTED)
        : Optional.empty();
  }

  /** False where its token is there already. */
  private boolean fence(Connection connection, String tenant, UUID operation) throws SQLException {
    Ownership ownership = Ownership.of(backend, connection);
    try {
      ownership.prepare();
      backend.units().tokens().fence(connection, tenant, operation);
      ownership.ended();
    } catch (SQLException failure) {
      ownership.abandon(failure);
      if (backend.dialect().trouble(failure) == Trouble.INTEGRITY) {
        return false;
      }
      throw failure;
    } catch (RuntimeException | Error failure) {
      ownership.abandon(failure);
      throw failure;
    }
    ownership.done();
    return true;
  }

  long forget(Instant before) {
    Tokens tokens = backend.units().tokens();
    List<String> tenants = ask(tokens::tenants);
    long forgotten = 0;
    for (String tenant : tenants) {
      forgotten += ask(connection -> tokens.forget(connection, tenant, before));
    }
    return forgotten;
  }

  private <T> T ask(SqlReader.Question<T> question) {
    Connection connection = backend.acquire();
    try {
      T answer = question.ask(connection);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return answer;
    } catch (SQLException failure) {
      throw backend.failed(failure);
    } finally {
      backend.release(connection);
    }
  }
}
