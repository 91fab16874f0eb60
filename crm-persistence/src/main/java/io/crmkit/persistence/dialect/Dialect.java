package io.crmkit.persistence.dialect;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** One kind of database. Immutable, thread-safe. */
public abstract class Dialect {
  /** What a guard in a statement says where a row is not in the version expected. */
  public static final String CONFLICT_MARK = "crm-conflict";

  private final Engine engine;
  private final SQLDialect jooq;

  /** The databases that are known. */
  public enum Engine {
    /** H2, embedded or as a server. */
    H2,
    /** PostgreSQL. */
    POSTGRESQL,
    /** MariaDB. */
    MARIADB
  }

  Dialect(Engine engine, SQLDialect jooq) {
    this.engine = engine;
    this.jooq = jooq;
  }

  /**
   * The dialect of the database behind a connection.
   *
   * @throws SQLException where the database is none that is known
   */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> new H2Dialect();
      case "PostgreSQL" -> new PostgresDialect();
      case "MariaDB" -> new MariaDbDialect();
      default ->
          throw new SQLException(
              product + " is not supported; use H2, PostgreSQL or MariaDB (with its own driver)");
    };
  }

  /** The dialect of a kind of database, for scripts. */
  public static Dialect of(Engine engine) {
    return switch (engine) {
      case H2 -> new H2Dialect();
      case POSTGRESQL -> new PostgresDialect();
      case MARIADB -> new MariaDbDialect();
    };
  }

  /** Which kind of database. */
  public final Engine engine() {
    return engine;
  }

  /** The same, as jOOQ calls it. */
  public final SQLDialect jooq() {
    return jooq;
  }

  /** The name in lower case, as in the names of scripts. */
  public final String name() {
    return engine.name().toLowerCase(Locale.ROOT);
  }

  /** A name as it stands in a statement. */
  public String quoted(String name) {
    return '"' + name + '"';
  }

  /** The type of a column as it stands in a definition, collation included. */
  public abstract String typeOf(Column column);

  /** Sets a parameter. */
  public void bind(PreparedStatement to, int index, ColumnType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      to.setNull(index, sqlType(type));
      return;
    }
    switch (type) {
      case TEXT, LONG_TEXT -> to.setString(index, (String) value);
      case LONG -> to.setLong(index, (Long) value);
      case DECIMAL -> to.setBigDecimal(index, (BigDecimal) value);
      case BOOLEAN -> to.setBoolean(index, (Boolean) value);
      case DATE, INSTANT, UUID, JSON -> bindOther(to, index, type, value);
    }
  }

  /** The type in {@link Types} of a missing value. */
  int sqlType(ColumnType type) {
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> Types.VARCHAR;
      case LONG -> Types.BIGINT;
      case DECIMAL -> Types.DECIMAL;
      case BOOLEAN -> Types.BOOLEAN;
      case DATE -> Types.DATE;
      case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case UUID -> Types.OTHER;
    };
  }

  abstract void bindOther(PreparedStatement to, int index, ColumnType type, Object value)
      throws SQLException;

  /** Reads a column; null where it has no value. */
  public @Nullable Object read(ResultSet from, int index, ColumnType type) throws SQLException {
    return switch (type) {
      case TEXT, LONG_TEXT, JSON -> from.getString(index);
      case LONG -> {
        long value = from.getLong(index);
        yield value == 0 && from.wasNull() ? null : (Object) value;
      }
      case DECIMAL -> from.getBigDecimal(index);
      case BOOLEAN -> {
        boolean value = from.getBoolean(index);
        yield !value && from.wasNull() ? null : (Object) value;
      }
      case DATE -> from.getObject(index, LocalDate.class);
      case INSTANT, UUID -> readOther(from, index, type);
    };
  }

  abstract @Nullable Object readOther(ResultSet from, int index, ColumnType type)
      throws SQLException;

  /** True where the database runs within this process, so that no connection can break. */
  public boolean isEmbedded(Connection connection) throws SQLException {
    return false;
  }

  /** What an error means. */
  public final Trouble trouble(SQLException error) {
    for (SQLException each = error; each != null; each = each.getNextException()) {
      String message = each.getMessage();
      if (message != null && message.contains(CONFLICT_MARK)) {
        return Trouble.CONFLICT;
      }
      Trouble known = known(each.getSQLState() == null ? "" : each.getSQLState(), each);
      if (known != Trouble.OTHER) {
        return known;
      }
    }
    return error instanceof SQLRecoverableException ? Trouble.BROKEN : Trouble.OTHER;
  }

  /** The isolation, as JDBC counts, in which a transaction reads one snapshot. */
  public int snapshot() {
    return Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** True where a row has been changed since the snapshot that a transaction sees. */
  public boolean isOutdatedSnapshot(SQLException error) {
    return "40001".equals(error.getSQLState());
  }

  /** What an error with this state means to this kind of database. */
  Trouble known(String state, SQLException error) {
    if (state.startsWith("23")) {
      return Trouble.INTEGRITY;
    }
    if (state.startsWith("08")) {
      return Trouble.BROKEN;
    }
    return state.startsWith("40") ? Trouble.TRANSIENT : Trouble.OTHER;
  }
}
