package io.crmkit.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Hands out the connection of the transaction that the host has open, to {@link SqlStore#joining}.
 *
 * <p>With Spring: {@code () -> DataSourceUtils.getConnection(dataSource)} and, to give it back,
 * {@code DataSourceUtils.releaseConnection(connection, dataSource)}.
 */
@FunctionalInterface
public interface ConnectionProvider {
  /** The connection of the transaction that is open here and now. */
  Connection connection() throws SQLException;

  /**
   * The store is done with the connection for the moment. It does nothing unless overridden, since
   * the connection is the host's.
   */
  default void release(Connection connection) throws SQLException {}
}
