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

  @Override
  public abstract void close();

  /** From a data source, which is closed with the store where the store has made it. */
  static Connections of(DataSource source, AutoCloseable owned) {
    return new OfSource(source, owned);
  }

  /** The host's. */
  static Connections of(ConnectionProvider provider) {
    return new OfHost(provider);
  }

  private static final class OfSource extends Connections {
    private final DataSource source;
    private final AutoCloseable owned;

    OfSource(DataSource source, AutoCloseable owned) {
      this.source = source;
      this.owned = owned;
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
        owned.close();
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
