package io.crmkit.persistence.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host that begins and commits by plain JDBC, in one thread. The connection that it shows around
 * refuses whatever only the host may do.
 */
final class JdbcHost implements HostStore.Host {
  private static final Set<String> THE_HOSTS =
      Set.of(
          "commit",
          "close",
          "abort",
          "setAutoCommit",
          "setTransactionIsolation",
          "setReadOnly",
          "setCatalog",
          "setSchema",
          "setHoldability",
          "setNetworkTimeout",
          "setClientInfo");

  private final DataSource pool;
  private @Nullable Connection current;

  JdbcHost(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Connection connection() throws SQLException {
    if (current == null) {
      throw new SQLException("no transaction of the host");
    }
    return current;
  }

  @Override
  public HostStore.Unit begin() {
    try {
      Connection connection = pool.getConnection();
      connection.setAutoCommit(false);
      return new Unit(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Connection shown(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            JdbcHost.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean toSavepoint =
                  arguments != null && arguments.length > 0 && arguments[0] instanceof Savepoint;
              if (THE_HOSTS.contains(method.getName())
                  || method.getName().equals("rollback") && !toSavepoint) {
                throw new AssertionError(method.getName() + " on the host's connection");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private final class Unit implements HostStore.Unit {
    private final Connection connection;
    private final Connection shown;
    private boolean ended;

    Unit(Connection connection) {
      this.connection = connection;
      this.shown = shown(connection);
    }

    @Override
    public <T extends @Nullable Object> T within(Supplier<T> work) {
      Connection before = current;
      current = ended ? null : shown;
      try {
        return work.get();
      } finally {
        current = before;
      }
    }

    @Override
    public void commit() throws SQLException {
      connection.commit();
    }

    @Override
    public void end() {
      if (!ended) {
        ended = true;
        try (connection) {
          connection.rollback();
        } catch (SQLException failed) {
          throw new IllegalStateException(failed);
        }
      }
    }
  }
}
