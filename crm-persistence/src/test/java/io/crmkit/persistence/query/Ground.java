package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Index;
import io.crmkit.persistence.table.Slot;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables without anything around them, to read from. */
final class Ground implements AutoCloseable {
  final Connection connection;
  final Dialect dialect;
  final Tables tables = new Tables(Universe.TYPES);
  final Queries queries;
  private final TableNames names;

  Ground(Connection connection, String prefix) throws SQLException {
    this.connection = connection;
    dialect = Dialect.of(connection);
    names = new TableNames(dialect::quoted, prefix, null);
    queries = new Queries(tables, dialect, names);
    for (Table table : tables.all()) {
      create(table);
    }
  }

  private void create(Table table) throws SQLException {
    String columns =
        table.columns().stream()
            .map(
                column ->
                    names.of(column)
                        + ' '
                        + dialect.typeOf(column)
                        + (column.required() ? " not null" : ""))
            .collect(Collectors.joining(", "));
    List<Column> key = new ArrayList<>(table.ownerColumns());
    key.add(Table.ID);
    execute(
        "create table " + names.of(table) + " (" + columns + ", primary key (" + list(key) + "))");
    for (Index index : table.indexes()) {
      execute(
          "create "
              + (index.unique() ? "unique " : "")
              + "index "
              + dialect.quoted(names.prefix() + index.name())
              + " on "
              + names.of(table)
              + " ("
              + list(index.columns())
              + ")");
    }
  }

  private String list(List<Column> columns) {
    return columns.stream().map(names::of).collect(Collectors.joining(", "));
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The copies of the custom fields of planets that are told, in the first columns that fit. */
  static Slots slots(Tables tables, boolean rings, boolean sponsor) {
    List<Slots.Entry> entries = new ArrayList<>();
    for (Column column : tables.of(Planet.TYPE).slots()) {
      if (rings && column.name().equals("cf_n1")) {
        entries.add(new Slots.Entry(Universe.RINGS, new Slot(column, true)));
      }
      if (sponsor && column.name().equals("cf_t1")) {
        entries.add(new Slots.Entry(Universe.SPONSOR, new Slot(column, true)));
      }
      if (column.name().equals("cf_t2")) {
        entries.add(new Slots.Entry(Universe.NICKNAME, new Slot(column, false)));
      }
    }
    return new Slots(Map.of("planet", entries), Set.of(), Map.of());
  }

  void insert(String tenant, Collection<Row> rows, Layout layout, Slots slots) throws SQLException {
    for (Row row : rows) {
      Table table = tables.of(row.type());
      String places = table.columns().stream().map(c -> "?").collect(Collectors.joining(", "));
      @Nullable Object[] values = table.values(tenant, row, layout, slots);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into "
                  + names.of(table)
                  + " ("
                  + list(table.columns())
                  + ") values ("
                  + places
                  + ")")) {
        for (int i = 0; i < values.length; i++) {
          dialect.bind(insert, i + 1, table.columns().get(i).type(), values[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
