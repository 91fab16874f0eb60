package io.crmkit.examples.bench.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An opportunity with all of its business columns, read by hand from our table. */
record Deal(
    @Nullable UUID id,
    long version,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant updatedAt,
    @Nullable String updatedBy,
    String title,
    @Nullable UUID customer,
    @Nullable UUID contact,
    @Nullable UUID product,
    @Nullable UUID owner,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable LocalDate closesOn,
    @Nullable UUID pipeline,
    String stage,
    String category,
    @Nullable Instant stageSince,
    @Nullable BigDecimal probability,
    @Nullable LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason,
    @Nullable String source,
    @Nullable String nextStep,
    @Nullable String tags,
    @Nullable String externalId) {
  static final String COLUMNS =
      "id,version,created_at,created_by,updated_at,updated_by,title,customer,contact,product,owner,"
          + "amount,amount__currency,closes_on,pipeline,stage,stage_category,stage_since,"
          + "probability,opened_on,closed_on,close_reason,source,next_step,tags,external_id";

  static Deal read(Engine engine, ResultSet row) throws SQLException {
    return read(engine, row, 0);
  }

  /** The same where other columns stand before. */
  static Deal read(Engine engine, ResultSet row, int skipped) throws SQLException {
    return new Deal(
        id(engine, row, skipped + 1),
        row.getLong(skipped + 2),
        time(engine, row, skipped + 3),
        row.getString(skipped + 4),
        time(engine, row, skipped + 5),
        row.getString(skipped + 6),
        row.getString(skipped + 7),
        id(engine, row, skipped + 8),
        id(engine, row, skipped + 9),
        id(engine, row, skipped + 10),
        id(engine, row, skipped + 11),
        row.getBigDecimal(skipped + 12),
        row.getString(skipped + 13),
        row.getObject(skipped + 14, LocalDate.class),
        id(engine, row, skipped + 15),
        row.getString(skipped + 16),
        row.getString(skipped + 17),
        time(engine, row, skipped + 18),
        row.getBigDecimal(skipped + 19),
        row.getObject(skipped + 20, LocalDate.class),
        row.getObject(skipped + 21, LocalDate.class),
        row.getString(skipped + 22),
        row.getString(skipped + 23),
        row.getString(skipped + 24),
        row.getString(skipped + 25),
        row.getString(skipped + 26));
  }

  private static @Nullable UUID id(Engine engine, ResultSet row, int index) throws SQLException {
    if (engine != Engine.MARIADB) {
      return row.getObject(index, UUID.class);
    }
    byte[] bytes = row.getBytes(index);
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static @Nullable Instant time(Engine engine, ResultSet row, int index)
      throws SQLException {
    switch (engine) {
      case H2 -> {
        return row.getObject(index, Instant.class);
      }
      case POSTGRESQL -> {
        OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
      }
      default -> {
        LocalDateTime at = row.getObject(index, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
      }
    }
  }
}
