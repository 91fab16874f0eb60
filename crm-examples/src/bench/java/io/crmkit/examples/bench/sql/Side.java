package io.crmkit.examples.bench.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who does the works that are measured; each call is a transaction of its own. */
interface Side extends AutoCloseable {
  /** False where this side would do it exactly as the floor does. */
  default boolean does(Work work) {
    return true;
  }

  /** Reads the opportunity whose turn it is; gives its title. */
  String read() throws SQLException;

  /** A page of 50 by date; gives the identities. */
  List<UUID> page(Scope scope, boolean deep) throws SQLException;

  /** The sum of the amounts by stage. */
  Map<String, BigDecimal> funnel() throws SQLException;

  /** Makes a customer and a contact. */
  void create() throws SQLException;

  /** Moves the opportunity whose turn it is to its next stage. */
  void move() throws SQLException;

  /** Writes the unit of 50 rows. */
  void mixed() throws SQLException;

  /** Brings many customers with their contacts. */
  void importAll() throws SQLException;

  @Override
  void close();
}
