package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.table.ForeignKey;
import io.crmkit.persistence.table.Index;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the statements that make and change tables, with placeholders for prefix and schema. Each
 * can be run again where it has run before: that is how an interrupted run resumes.
 */
final class Ddl {
  /** With a prefix in front, a name is within what every database allows. */
  private static final int BYTES_PER_CHARACTER = 4;

  /** As much of a long text as MariaDB puts into an index. */
  private static final int INDEXED_PART = 255;

  private static final int MARIADB_KEY_BYTES = 3072;
  private static final int MARIADB_ROW_BYTES = 65_535;
  private static final int POSTGRESQL_KEY_BYTES = 2704;

  private final Dialect dialect;

  Ddl(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The statements that make a table and its indexes. */
  List<String> create(Shape table) {
    List<String> statements = new ArrayList<>();
    statements.add(table(table));
    if (!indexesWithin()) {
      table.indexes().forEach(each -> statements.add(index(table, each)));
    }
    return statements;
  }

  /** MariaDB would build the table anew for every single index. */
  private boolean indexesWithin() {
    return dialect.engine() == Engine.MARIADB;
  }

  private String table(Shape table) {
    StringBuilder text =
        new StringBuilder("create table if not exists ").append(name(table.name())).append(" (\n");
    for (Column column : table.columns()) {
      text.append("  ").append(definition(column)).append(",\n");
    }
    text.append("  primary key (").append(names(table.key())).append(')');
    if (indexesWithin()) {
      for (Index index : table.indexes()) {
        text.append(",\n  ").append(key(index));
      }
    }
    return text.append("\n)").append(options()).toString();
  }

  private String key(Index index) {
    return (index.unique() ? "unique key " : "key ")
        + quoted(index.name())
        + " ("
        + parts(index)
        + ')';
  }

  private String options() {
    return dialect.engine() == Engine.MARIADB
        ? " engine = InnoDB row_format = dynamic"
            + " default character set utf8mb4 collate utf8mb4_nopad_bin"
        : "";
  }

  private String definition(Column column) {
    return dialect.quoted(column.name())
        + ' '
        + dialect.typeOf(column)
        + (column.required() ? " not null" : "");
  }

  String index(Shape table, Index index) {
    String text =
        (index.unique() ? "create unique index" : "create index")
            + " if not exists "
            + quoted(index.name())
            + " on "
            + name(table.name())
            + " ("
            + parts(index)
            + ')';
    // Nobody looks for the rows without a value, so they need not be in the index.
    return index.sparse() && dialect.engine() == Engine.POSTGRESQL
        ? text + " where " + dialect.quoted(rare(index).name()) + " is not null"
        : text;
  }

  /** The column that most rows have nothing in: the one before the identity. */
  private static Column rare(Index index) {
    return index.columns().get(index.columns().size() - 2);
  }

  private String parts(Index index) {
    return index.columns().stream()
        .map(each -> dialect.quoted(each.name()) + (inPart(each) ? "(" + INDEXED_PART + ")" : ""))
        .collect(Collectors.joining(", "));
  }

  /** True for a column of which only the beginning is in an index. */
  private boolean inPart(Column column) {
    return dialect.engine() == Engine.MARIADB
        && column.type() == ColumnType.TEXT
        && dialect.typeOf(column).startsWith("text");
  }

  /** The statements that add these references to a table. */
  List<String> references(Shape table, List<ForeignKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    String alter = "alter table " + name(table.name()) + "\n  ";
    List<String> clauses = keys.stream().map(each -> reference(each)).toList();
    return dialect.engine() == Engine.H2
        ? clauses.stream().map(alter::concat).toList()
        : List.of(alter + String.join(",\n  ", clauses));
  }

  private String reference(ForeignKey key) {
    String constraint = quoted(key.name());
    String columns = names(List.of(Table.TENANT, key.column()));
    String target =
        "references " + name(key.target()) + " (" + names(List.of(Table.TENANT, Table.ID)) + ')';
    return switch (dialect.engine()) {
      case H2 ->
          "add constraint if not exists " + constraint + " foreign key (" + columns + ") " + target;
      case MARIADB ->
          "add constraint "
              + constraint
              + " foreign key if not exists "
              + constraint
              + " ("
              + columns
              + ") "
              + target;
      // There is no "if not exists" for constraints.
      case POSTGRESQL ->
          "drop constraint if exists "
              + constraint
              + ", add constraint "
              + constraint
              + " foreign key ("
              + columns
              + ") "
              + target;
    };
  }

  String addColumn(Shape table, Column column) {
    return "alter table " + name(table.name()) + " add column if not exists " + definition(column);
  }

  /** The statement that lets a column hold longer texts. */
  String widen(Shape table, Column column) {
    String alter = "alter table " + name(table.name()) + ' ';
    String quoted = dialect.quoted(column.name());
    return switch (dialect.engine()) {
      case H2 -> alter + "alter column " + quoted + " set data type " + dialect.typeOf(column);
      case POSTGRESQL -> alter + "alter column " + quoted + " type " + dialect.typeOf(column);
      case MARIADB -> alter + "modify column " + definition(column) + indexedAnew(table, column);
    };
  }

  /** A text that is no longer in the row can only be in an index in part. */
  private String indexedAnew(Shape table, Column column) {
    StringBuilder text = new StringBuilder();
    if (inPart(column)) {
      for (Index index : table.indexes()) {
        if (index.columns().contains(column)) {
          text.append(", drop key if exists ").append(quoted(index.name()));
          text.append(", add ").append(key(index));
        }
      }
    }
    return text.toString();
  }

  /** A table with its placeholders. */
  String name(String table) {
    return Place.SCHEMA + dialect.quoted(Place.PREFIX + table);
  }

  private String quoted(String name) {
    return dialect.quoted(Place.PREFIX + TableNames.shortened(name));
  }

  private String names(List<Column> columns) {
    return columns.stream()
        .map(each -> dialect.quoted(each.name()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Checks that the database can hold the table.
   *
   * @throws IllegalArgumentException naming the type, the field and what to do
   */
  void check(Shape table) {
    for (Index index : table.indexes()) {
      check(table, index);
    }
    if (dialect.engine() == Engine.MARIADB) {
      int bytes = table.columns().stream().mapToInt(this::rowBytes).sum();
      if (bytes > MARIADB_ROW_BYTES) {
        throw new IllegalArgumentException(
            table.name()
                + ": its rows could take "
                + bytes
                + " bytes, MariaDB allows "
                + MARIADB_ROW_BYTES
                + "; give texts of more than 255 characters or fewer fields");
      }
    }
  }

  private void check(Shape table, Index index) {
    int bytes = 0;
    for (Column column : index.columns()) {
      if (column.type() == ColumnType.LONG_TEXT || column.type() == ColumnType.JSON) {
        throw unfit(table, column, "is of any length, so it cannot be indexed or unique", "");
      }
      if (index.unique() && inPart(column)) {
        throw unfit(
            table, column, "is too long to be unique", " to " + INDEXED_PART + " characters");
      }
      bytes += inPart(column) ? INDEXED_PART * BYTES_PER_CHARACTER : bytes(column);
    }
    int limit =
        switch (dialect.engine()) {
          case H2 -> Integer.MAX_VALUE;
          case POSTGRESQL -> POSTGRESQL_KEY_BYTES;
          case MARIADB -> MARIADB_KEY_BYTES;
        };
    if (bytes > limit) {
      Column longest = index.columns().get(0);
      for (Column column : index.columns()) {
        longest = bytes(column) > bytes(longest) ? column : longest;
      }
      throw unfit(
          table,
          longest,
          "makes the key " + index.name() + " " + bytes + " bytes long, and " + limit + " fit",
          "");
    }
  }

  private static IllegalArgumentException unfit(
      Shape table, Column column, String why, String towards) {
    return new IllegalArgumentException(
        table.name()
            + '.'
            + column.name()
            + " "
            + why
            + "; shorten the field with max(…)"
            + towards
            + ", or index another");
  }

  private static int bytes(Column column) {
    return switch (column.type()) {
      case TEXT -> column.length() * BYTES_PER_CHARACTER + 2;
      case LONG, INSTANT -> 8;
      case DECIMAL -> 16;
      case BOOLEAN -> 1;
      case DATE -> 4;
      case UUID -> 16;
      case LONG_TEXT, JSON -> 12;
    };
  }

  private int rowBytes(Column column) {
    return inPart(column) ? 10 : bytes(column);
  }
}
