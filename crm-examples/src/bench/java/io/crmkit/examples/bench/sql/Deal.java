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

/** An opportunity with all that we read of one, by hand from our table. */
record Deal(
    @Nullable UUID id,
    long version,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant updatedAt,
    @Nullable String updatedBy,
    @Nullable Instant deletedAt,
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
    @Nullable String confirmed,
    @Nullable String source,
    @Nullable String nextStep,
    @Nullable String tags,
    @Nullable String externalId,
    @Nullable String historyKey,
    @Nullable String customFields) {
  static final String COLUMNS =
      "id,version,created_at,created_by,updated_at,updated_by,deleted_at,title,customer,contact,"
          + "product,owner,amount,amount__currency,closes_on,pipeline,stage,stage_category,"
          + "stage_since,probability,opened_on,closed_on,close_reason,confirmed,source,next_step,"
          + "tags,external_id,history__key,cf";

  static Deal read(Engine engine, ResultSet row) throws SQLException {
    return read(engine, row, 0);
  }

  /** The same where other columns stand before. */
  static Deal read(Engine engine, ResultSet row, int skipped) throws SQLException {
    int at = skipped;
    return new Deal(
        id(engine, row, ++at),
        row.getLong(++at),
        time(engine, row, ++at),
        row.getString(++at),
        time(engine, row, ++at),
        row.getString(++at),
        time(engine, row, ++at),
        row.getString(++at),
        id(engine, row, ++at),
        id(engine, row, ++at),
        id(engine, row, ++at),
        id(engine, row, ++at),
        row.getBigDecimal(++at),
        row.getString(++at),
        row.getObject(++at, LocalDate.class),
        id(engine, row, ++at),
        row.getString(++at),
        row.getString(++at),
        time(engine, row, ++at),
        row.getBigDecimal(++at),
        row.getObject(++at, LocalDate.class),
        row.getObject(++at, LocalDate.class),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at),
        row.getString(++at));
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
