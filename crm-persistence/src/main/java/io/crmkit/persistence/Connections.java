package io.crmkit.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections come from, and whose transactions they carry. */
abstract class Connections implements AutoCloseable {
  abstract Connection acquire() throws SQLException;

  abstract void release(Connection connection) throws SQLException;

  /** True where the host begins and ends the transactions. */
  abstract boolean joined();

  /**
   * True where every connection is as the store has set it up; one of a host's may be as whoever
   * used it before has left it.
   */
  abstract boolean own();

  /** Connections that are not in use are closed, and others opened when they are needed. */
  void renew() {}

  @Override
  public abstract void close();

  /**
   * From a pool of the store's own, which ends with it.
   *
   * @param renewal closes what is not in use
   */
  static Connections own(DataSource pool, AutoCloseable end, Runnable renewal) {
    return new OfSource(pool, end, true) {
      @Override
      void renew() {
        renewal.run();
      }
    };
  }

  /** From the host's data source. */
  static Connections of(DataSource source) {
    return new OfSource(source, () -> {}, false);
  }

  /** The host's. */
  static Connections of(ConnectionProvider provider) {
    return new OfHost(provider);
  }

  private static class OfSource extends Connections {
    private final DataSource source;
    private final AutoCloseable end;
    private final boolean own;

    OfSource(DataSource source, AutoCloseable end, boolean own) {
      this.source = source;
      this.end = end;
      this.own = own;
    }

    @Override
    boolean own() {
      return own;
    }

    @Override
    Connection acquire() throws SQLException {
      return source.getConnection();
    }

    @Override
    void release(Connection connection) throws SQLException {
      connection.close();
    }

    @Override
    boolean joined() {
      return false;
    }

    @Override
    public void close() {
      try {
        end.close();
      } catch (Exception failed) {
        throw new IllegalStateException("the pool could not be closed", failed);
      }
    }
  }

  private static final class OfHost extends Connections {
    private final ConnectionProvider provider;

    OfHost(ConnectionProvider provider) {
      this.provider = provider;
    }

    @Override
    boolean own() {
      return false;
    }

    @Override
    Connection acquire() throws SQLException {
      return provider.connection();
    }

    @Override
    void release(Connection connection) throws SQLException {
      provider.release(connection);
    }

    @Override
    boolean joined() {
      return true;
    }

    @Override
    public void close() {}
  }
}
