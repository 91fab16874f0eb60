package io.crmkit.examples.bench.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.work.IdSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What all sides work on.
 *
 * @param server the database
 * @param port the way to it
 * @param pool connections for those who write SQL by hand, and for Hibernate
 * @param readers connections for those who read by hand
 * @param seeded what is in the database
 * @param ids makes identities
 * @param imported how many customers an import brings
 */
record Scene(
    Server server,
    int port,
    HikariDataSource pool,
    HikariDataSource readers,
    Seeded seeded,
    IdSource ids,
    int imported) {
  static final String TENANT = CallContext.DEFAULT_TENANT;
  static final String ACTOR = "narrow";
  static final int PAGE = 50;

  /** Where a page begins: behind this row. */
  record Place(LocalDate closesOn, UUID id) {}

  /**
   * What is in the database.
   *
   * @param owners who owns opportunities
   * @param mine the opportunities of the owner in the narrow scope
   * @param open those of them that can be moved
   * @param deep behind which row a deep page begins
   * @param rows how many opportunities there are
   */
  record Seeded(
      List<UUID> owners, List<UUID> mine, List<UUID> open, Map<Scope, Place> deep, int rows) {}

  /** The owner of whatever is written. */
  UUID owner() {
    return Scope.NARROW.owners(seeded.owners()).get(0);
  }

  /** The share of one of {@code of} sides in the opportunities that can be moved. */
  List<UUID> open(int side, int of) {
    int share = seeded.open().size() / of;
    return seeded.open().subList(side * share, (side + 1) * share);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
