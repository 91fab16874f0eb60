package io.crmkit.persistence;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.query.Queries;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.Slot;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the search copies, and the claims of unique values, of rows older than their field. */
final class Filler {
  private static final int BATCH = 500;

  private final Tables tables;
  private final Dialect dialect;
  private final TableNames names;
  private final Queries queries;

  Filler(Tables tables, Dialect dialect, TableNames names, Queries queries) {
    this.tables = tables;
    this.dialect = dialect;
    this.names = names;
    this.queries = queries;
  }

  /** Goes through the rows of the field's type in batches, each a transaction. */
  <E extends Entity<E>> void fill(
      Connection connection, String tenant, Layout layout, Field<E, ?> field, SlotRows.Place place)
      throws SQLException {
    Reading reading = queries.reading(tenant, layout, Slots.NONE);
    EntityType<E> type = field.type();
    Keyset after = null;
    List<Row> rows;
    do {
      rows =
          reading.select(
              connection, new Selection<>(type, Condition.always(), List.of(), after, BATCH));
      List<Row> holding = new ArrayList<>();
      for (Row row : rows) {
        if (field.of(row) != null) {
          holding.add(row);
        }
      }
      if (!holding.isEmpty()) {
        if (place.slot() != null) {
          copy(connection, tenant, field, place.slot(), holding);
        }
        if (field.unique()) {
          claim(connection, tenant, field, holding);
        }
      }
      connection.commit();
      after = rows.isEmpty() ? null : new Keyset(List.of(), rows.get(rows.size() - 1).ref());
    } while (rows.size() == BATCH);
  }

  /** Takes away what stands in the place of a field's copies. */
  void clear(Connection connection, String tenant, Field<?, ?> field, SlotRows.Place place)
      throws SQLException {
    if (place.slot() == null) {
      return;
    }
    Table table = tables.of(field.type());
    String column = names.of(place.slot().column());
    StringBuilder text =
        new StringBuilder("update ")
            .append(names.of(table))
            .append(" set ")
            .append(column)
            .append("=null where ");
    for (Column owner : table.ownerColumns()) {
      text.append(names.of(owner)).append("=? and ");
    }
    text.append(column).append(" is not null");
    try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
      int index = 1;
      for (String owner : table.owner(tenant)) {
        dialect.bind(statement, index++, ColumnType.TEXT, owner);
      }
      statement.executeUpdate();
    }
    connection.commit();
  }

  /** A row that has changed meanwhile has its copy already. */
  private void copy(
      Connection connection, String tenant, Field<?, ?> field, Slot slot, List<Row> rows)
      throws SQLException {
    Table table = tables.of(field.type());
    StringBuilder text =
        new StringBuilder("update ")
            .append(names.of(table))
            .append(" set ")
            .append(names.of(slot.column()))
            .append("=? where ");
    for (Column owner : table.ownerColumns()) {
      text.append(names.of(owner)).append("=? and ");
    }
    text.append(names.of(Table.ID)).append("=? and ").append(names.of(Table.VERSION)).append("=?");
    try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
      for (Row row : rows) {
        int index = 1;
        dialect.bind(
            statement, index++, slot.column().type(), Tables.slotCopy(field, row, slot.column()));
        for (String owner : table.owner(tenant)) {
          dialect.bind(statement, index++, ColumnType.TEXT, owner);
        }
        dialect.bind(statement, index++, ColumnType.UUID, row.ref().id());
        statement.setLong(index, row.version());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Of rows that share a value since before it had to be unique, one holds it. */
  private void claim(Connection connection, String tenant, Field<?, ?> field, List<Row> rows)
      throws SQLException {
    String table = names.of(Bookkeeping.CUSTOM_KEY);
    String owner =
        names.where(
            Table.TENANT, Bookkeeping.RECORD_TYPE, Bookkeeping.KEY_NAME, Bookkeeping.KEY_VALUE);
    Set<String> claimed = new HashSet<>();
    try (PreparedStatement known = connection.prepareStatement("select 1 from " + table + owner);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into "
                    + table
                    + " ("
                    + names.list(
                        Table.TENANT,
                        Bookkeeping.RECORD_TYPE,
                        Bookkeeping.KEY_NAME,
                        Bookkeeping.KEY_VALUE,
                        Bookkeeping.RECORD_ID)
                    + ") values (?,?,?,?,?)")) {
      for (Row row : rows) {
        String value = Bookkeeping.keyValue(field, row);
        if (value != null && claimed.add(value)) {
          bindClaim(known, tenant, field, value);
          if (!isThere(known)) {
            bindClaim(insert, tenant, field, value);
            dialect.bind(insert, 5, ColumnType.UUID, row.ref().id());
            insert.executeUpdate();
          }
        }
      }
    }
  }

  private void bindClaim(
      PreparedStatement to, String tenant, Field<?, ?> field, @Nullable String value)
      throws SQLException {
    dialect.bind(to, 1, ColumnType.TEXT, tenant);
    dialect.bind(to, 2, ColumnType.TEXT, field.type().name());
    dialect.bind(to, 3, ColumnType.TEXT, field.name());
    dialect.bind(to, 4, ColumnType.TEXT, value);
  }

  private static boolean isThere(PreparedStatement query) throws SQLException {
    try (ResultSet found = query.executeQuery()) {
      return found.next();
    }
  }
}
