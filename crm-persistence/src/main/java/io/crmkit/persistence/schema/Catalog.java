package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.schema.Found.FoundColumn;
import io.crmkit.persistence.schema.Found.FoundIndex;
import io.crmkit.persistence.schema.Found.FoundTable;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is there from the catalogue of the database: a few queries for all tables together,
 * because {@link java.sql.DatabaseMetaData} asks for each index by itself.
 */
final class Catalog {
  private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");

  private static final int H2_STUMBLED = 50_000;
  private static final int H2_ATTEMPTS = 200;

  private final String here;
  private final String columns;
  private final String indexes;
  private final String references;

  private Catalog(String here, String columns, String indexes, String references) {
    this.here = here;
    this.columns = columns;
    this.indexes = indexes;
    this.references = references;
  }

  static Catalog of(Dialect dialect) {
    return switch (dialect.engine()) {
      case H2 ->
          new Catalog(
              "select current_schema",
              "select table_name, column_name,"
                  + " case when data_type in ('NUMERIC', 'numeric') then 'decimal' else data_type end,"
                  + " character_maximum_length,"
                  + " is_nullable = 'NO' and column_default is null and is_identity = 'NO',"
                  + " collation_name"
                  + " from information_schema.columns where table_schema = ?"
                  + " order by table_name, ordinal_position",
              // A join would make the second table of the catalogue anew for each row of the first.
              "select c.table_name, c.index_name, c.is_unique, (c.table_name, c.index_name) in"
                  + " (select i.table_name, i.index_name from information_schema.indexes i"
                  + " where i.table_schema = ?1 and i.index_type_name = 'PRIMARY KEY'),"
                  + " c.column_name from information_schema.index_columns c"
                  + " where c.table_schema = ?1 order by 1, 2, c.ordinal_position",
              "select table_name, constraint_name from information_schema.table_constraints"
                  + " where table_schema = ? and constraint_type = 'FOREIGN KEY'");
      case MARIADB ->
          new Catalog(
              "select database()",
              "select table_name, column_name, data_type, character_maximum_length,"
                  + " is_nullable = 'NO' and column_default is null"
                  + " and extra not like '%auto_increment%', collation_name"
                  + " from information_schema.columns where table_schema = ?"
                  + " order by table_name, ordinal_position",
              "select table_name, index_name, non_unique = 0, index_name = 'PRIMARY', column_name"
                  + " from information_schema.statistics where table_schema = ?"
                  + " order by 1, 2, seq_in_index",
              "select table_name, constraint_name from information_schema.table_constraints"
                  + " where table_schema = ? and constraint_type = 'FOREIGN KEY'");
      // The information schema of PostgreSQL hides what one may only read.
      case POSTGRESQL ->
          new Catalog(
              "select current_schema()",
              "select c.relname, a.attname, t.typname,"
                  + " case when t.typname = 'varchar' and a.atttypmod > 0"
                  + " then a.atttypmod - 4 else 0 end,"
                  + " a.attnotnull and not a.atthasdef and a.attidentity = '', l.collname"
                  + " from pg_class c"
                  + " join pg_namespace n on n.oid = c.relnamespace"
                  + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0"
                  + " and not a.attisdropped"
                  + " join pg_type t on t.oid = a.atttypid"
                  + " left join pg_collation l on l.oid = a.attcollation"
                  + " where n.nspname = ? and c.relkind in ('r', 'p')"
                  + " order by c.relname, a.attnum",
              "select c.relname, i.relname, x.indisunique, x.indisprimary, a.attname"
                  + " from pg_index x"
                  + " join pg_class i on i.oid = x.indexrelid"
                  + " join pg_class c on c.oid = x.indrelid"
                  + " join pg_namespace n on n.oid = c.relnamespace"
                  + " cross join lateral unnest(x.indkey) with ordinality k(attnum, place)"
                  + " left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum"
                  + " where n.nspname = ? order by 1, 2, k.place",
              "select c.relname, k.conname from pg_constraint k"
                  + " join pg_class c on c.oid = k.conrelid"
                  + " join pg_namespace n on n.oid = c.relnamespace"
                  + " where n.nspname = ? and k.contype = 'f'");
    };
  }

  /** What a schema holds. */
  Found read(Connection connection, Place place) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(connection, place);
      } catch (SQLException failure) {
        // H2 stumbles over its own catalogue while another session makes a table.
        if (failure.getErrorCode() != H2_STUMBLED || attempt == H2_ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private Found readOnce(Connection connection, Place place) throws SQLException {
    String schema = place.schema() == null ? current(connection) : place.schema();
    Found found = new Found();
    if (schema == null) {
      return found;
    }
    rows(connection, columns, schema, rows -> column(rows, found));
    rows(connection, indexes, schema, rows -> index(rows, found));
    rows(
        connection,
        references,
        schema,
        rows -> found.make(rows.getString(1)).references().add(rows.getString(2)));
    return found;
  }

  /** The schema that connections are in; null where they are in none. */
  @Nullable String current(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(here);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static void column(ResultSet row, Found found) throws SQLException {
    found
        .make(row.getString(1))
        .columns()
        .put(
            row.getString(2),
            new FoundColumn(
                row.getString(3).toLowerCase(Locale.ROOT),
                row.getLong(4),
                row.getBoolean(5),
                row.getString(6)));
  }

  private static void index(ResultSet row, Found found) throws SQLException {
    FoundTable table = found.make(row.getString(1));
    boolean unique = row.getBoolean(3);
    boolean primary = row.getBoolean(4);
    table
        .indexes()
        .computeIfAbsent(row.getString(2), name -> new FoundIndex(unique, primary))
        .columns()
        .add(String.valueOf(row.getString(5)));
  }

  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private static void rows(Connection connection, String query, String schema, Taker taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /** What the catalogue calls the type of a column. */
  static String type(Dialect dialect, Column column) {
    ColumnType type = column.type();
    return switch (dialect.engine()) {
      case H2 ->
          switch (type) {
            case TEXT, JSON -> "character varying";
            case LONG_TEXT -> "character large object";
            case LONG -> "bigint";
            case DECIMAL -> "decimal";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamp with time zone";
            case UUID -> "uuid";
          };
      case POSTGRESQL ->
          switch (type) {
            case TEXT -> "varchar";
            case LONG_TEXT -> "text";
            case LONG -> "int8";
            case DECIMAL -> "numeric";
            case BOOLEAN -> "bool";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case UUID -> "uuid";
            case JSON -> "jsonb";
          };
      case MARIADB ->
          switch (type) {
            case BOOLEAN -> "tinyint";
            default -> word(dialect.typeOf(column));
          };
    };
  }

  /** How long a text the catalogue says that the column holds; 0 where that is not limited. */
  static long length(Dialect dialect, Column column) {
    Matcher varchar = VARCHAR.matcher(dialect.typeOf(column));
    return column.type() == ColumnType.TEXT && varchar.lookingAt()
        ? Long.parseLong(varchar.group(1))
        : 0;
  }

  private static String word(String definition) {
    int end = 0;
    while (end < definition.length() && Character.isLetter(definition.charAt(end))) {
      end++;
    }
    return definition.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** The collation that texts must have; null where it is not a matter of the column. */
  static @Nullable String collation(Dialect dialect) {
    return switch (dialect.engine()) {
      case H2 -> null;
      case POSTGRESQL -> "C";
      case MARIADB -> "utf8mb4_nopad_bin";
    };
  }
}
