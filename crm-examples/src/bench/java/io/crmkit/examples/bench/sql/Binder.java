package io.crmkit.examples.bench.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. */
final class Binder {
  private final Engine engine;
  private final PreparedStatement statement;
  private int index;

  Binder(Engine engine, PreparedStatement statement) {
    this.engine = engine;
    this.statement = statement;
  }

  /** Begins at the first parameter again. */
  Binder again() {
    index = 0;
    return this;
  }

  Binder text(@Nullable String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  Binder number(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  Binder number(BigDecimal value) throws SQLException {
    statement.setBigDecimal(++index, value);
    return this;
  }

  Binder date(LocalDate value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  Binder id(UUID value) throws SQLException {
    if (engine == Engine.MARIADB) {
      statement.setBytes(++index, bytes(value));
    } else {
      statement.setObject(++index, value);
    }
    return this;
  }

  Binder time(Instant value) throws SQLException {
    Object bound =
        switch (engine) {
          case H2 -> value;
          case POSTGRESQL -> value.atOffset(ZoneOffset.UTC);
          case MARIADB -> LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        };
    statement.setObject(++index, bound);
    return this;
  }

  /** An array of identities, where the database has arrays. */
  Binder array(UUID[] values) throws SQLException {
    statement.setArray(++index, statement.getConnection().createArrayOf("uuid", values));
    return this;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
