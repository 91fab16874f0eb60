package io.crmkit.persistence.write;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What units of work are known by. Each writes its token in its own transaction. Whoever wants to
 * know what became of a unit writes the same token: it is refused where the unit was committed, and
 * else keeps a late unit out for good. Beside the token stands a fence, which tells a token of that
 * kind from that of a unit, so that the question can be asked again. Thread-safe.
 */
public final class Tokens {
  private static final Form FORM =
      new Form(
          Form.Verb.INSERT,
          Bookkeeping.WORK_TOKEN,
          List.of(Table.TENANT, Bookkeeping.TOKEN, Bookkeeping.CREATED_AT),
          List.of(Table.TENANT),
          List.of(),
          false);

  private static final long VERSION = 0xF000L;
  private static final long FENCE = 0x8000L;

  private final Dialect dialect;
  private final TableNames names;
  private final Clock clock;
  private final StepWriter writer;

  Tokens(Dialect dialect, TableNames names, Clock clock, StepWriter writer) {
    this.dialect = dialect;
    this.names = names;
    this.clock = clock;
    this.writer = writer;
  }

  /** The step by which a unit says that it was there. */
  Step step(String tenant, UUID token) {
    return step(tenant, List.of(token));
  }

  private Step step(String tenant, List<UUID> tokens) {
    Step step = new Step(FORM, List.of(tenant));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    tokens.forEach(token -> step.add(tenant, token, now));
    return step;
  }

  /**
   * Keeps a unit out, and commits.
   *
   * @throws SQLException where the database refuses; as a breach of integrity where the token is
   *     there already
   */
  public void fence(Connection connection, String tenant, UUID token) throws SQLException {
    Step step = step(tenant, List.of(token, fenceOf(token)));
    writer.write(connection, new ArrayList<>(List.of(step)), Mode.WHOLE);
  }

  /** The same moment, and a version that no token has. */
  private static UUID fenceOf(UUID token) {
    return new UUID(
        (token.getMostSignificantBits() & ~VERSION) | FENCE, token.getLeastSignificantBits());
  }

  /** True where a unit has written the token, and has not been kept out. */
  public boolean isCommitted(Connection connection, String tenant, UUID token) throws SQLException {
    return isThere(connection, tenant, token) && !isFenced(connection, tenant, token);
  }

  /** True where a unit was kept out. */
  public boolean isFenced(Connection connection, String tenant, UUID token) throws SQLException {
    return isThere(connection, tenant, fenceOf(token));
  }

  private boolean isThere(Connection connection, String tenant, UUID token) throws SQLException {
    String text = "select 1 from " + table() + names.where(Table.TENANT, Bookkeeping.TOKEN);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(1, tenant);
      dialect.bind(statement, 2, ColumnType.UUID, token);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  /** The tenants of whom there are tokens. */
  public List<String> tenants(Connection connection) throws SQLException {
    List<String> tenants = new ArrayList<>();
    String text = "select distinct " + tenant() + " from " + table();
    try (PreparedStatement statement = connection.prepareStatement(text);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        tenants.add(found.getString(1));
      }
    }
    return tenants;
  }

  /**
   * Removes tokens and fences made before a moment. Tokens lead with the moment they were made at,
   * so that those removed are neighbours and nobody who makes new ones is hindered.
   *
   * @return how many
   */
  public long forget(Connection connection, String tenant, Instant before) throws SQLException {
    if (dialect.engine() == Dialect.Engine.MARIADB) {
      readCommitted(connection);
    }
    String text = "delete from " + table() + " where " + tenant() + "=? and " + token() + "<?";
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(1, tenant);
      dialect.bind(statement, 2, ColumnType.UUID, new UUID(before.toEpochMilli() << 16, 0));
      return statement.executeUpdate();
    }
  }

  /** For the next transaction: else the gap behind the last one removed would be locked too. */
  private static void readCommitted(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level read committed");
    }
  }

  private String table() {
    return names.of(Bookkeeping.WORK_TOKEN);
  }

  private String tenant() {
    return names.of(Table.TENANT);
  }

  private String token() {
    return names.of(Bookkeeping.TOKEN);
  }
}
