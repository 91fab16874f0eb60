package io.crmkit.persistence;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.dialect.Trouble;
import io.crmkit.persistence.query.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out, once everything is rolled back, why the database refused a unit of work. */
final class Refusals {
  private final Backend backend;
  private final String tenant;
  private final Layout layout;
  private final Reading reading;

  Refusals(Backend backend, String tenant, Layout layout, Reading reading) {
    this.backend = backend;
    this.tenant = tenant;
    this.layout = layout;
    this.reading = reading;
  }

  /**
   * @param written all changes of the unit
   * @param token what the unit is known by, where its commit may have taken place; else null
   */
  Refusal of(SQLException failure, List<Change> written, @Nullable UUID token) {
    Trouble trouble = backend.dialect().trouble(failure);
    return switch (trouble) {
      case BROKEN ->
          new Refusal(
              token == null ? backend.failed(failure) : backend.unknown(token, failure), false);
      case OTHER -> new Refusal(backend.failed(failure), false);
      case CONFLICT, INTEGRITY, TRANSIENT -> explained(failure, trouble, written);
    };
  }

  private Refusal explained(SQLException failure, Trouble trouble, List<Change> written) {
    try {
      CrmException found =
          ask(c -> Optional.ofNullable(backend.units().explain(c, reading, layout, written)))
              .orElse(null);
      if (found == null && trouble == Trouble.INTEGRITY) {
        boolean released =
            ask(c -> backend.units().releaseStaleClaims(c, reading, tenant, layout, written));
        if (released) {
          return new Refusal(backend.failed(failure), true);
        }
      }
      if (found == null && backend.joined()) {
        found = named(failure, trouble, written);
      }
      if (found != null) {
        found.addSuppressed(failure);
        return new Refusal(found, false);
      }
    } catch (SQLException unexplained) {
      failure.addSuppressed(unexplained);
    }
    return new Refusal(backend.failed(failure), true);
  }

  /** A deadlock ends the host's transaction: whoever began it begins it anew. */
  private @Nullable CrmException named(
      SQLException failure, Trouble trouble, List<Change> written) {
    boolean outdated = trouble == Trouble.CONFLICT || backend.dialect().isOutdatedSnapshot(failure);
    return trouble == Trouble.TRANSIENT && !outdated
        ? null
        : backend.units().named(failure, written, outdated);
  }

  private <T> T ask(SqlReader.Question<T> question) throws SQLException {
    Connection connection = backend.acquire();
    try {
      T answer = question.ask(connection);
      if (!backend.joined() && !connection.getAutoCommit()) {
        connection.commit();
      }
      return answer;
    } finally {
      backend.release(connection);
    }
  }
}
