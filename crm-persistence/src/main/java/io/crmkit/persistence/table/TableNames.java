package io.crmkit.persistence.table;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tables are called in statements: with prefix and schema, quoted. */
public final class TableNames {
  private static final int LONGEST_INDEX = 45;

  private final UnaryOperator<String> quote;
  private final String prefix;
  private final @Nullable String schema;

  /**
   * @param quote quotes a name as the database wants it
   * @param prefix what the name of every table begins with
   * @param schema the schema, or null for the one that connections are in
   */
  public TableNames(UnaryOperator<String> quote, String prefix, @Nullable String schema) {
    this.quote = quote;
    this.prefix = prefix;
    this.schema = schema;
  }

  /** The table of a record type. */
  public String of(Table table) {
    return of(table.name());
  }

  /** A table by its name without the prefix. */
  public String of(String table) {
    String name = quote.apply(prefix + table);
    return schema == null ? name : quote.apply(schema) + '.' + name;
  }

  /** An index or a constraint, unquoted. */
  public String ofIndex(String name) {
    return prefix + shortened(name);
  }

  /** The name of an index or a constraint, shortened where it would be too long with a prefix. */
  public static String shortened(String name) {
    if (name.length() <= LONGEST_INDEX) {
      return name;
    }
    String digest = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
    return name.substring(0, LONGEST_INDEX - 9) + '_' + digest.substring(0, 8);
  }

  /** A column. */
  public String of(Column column) {
    return quote.apply(column.name());
  }

  /** Columns one after the other, as those of an insert or a selection. */
  public String list(Column... columns) {
    return Stream.of(columns).map(this::of).collect(Collectors.joining(","));
  }

  /** Columns that each get a value, as in an update. */
  public String values(Column... columns) {
    return Stream.of(columns).map(column -> of(column) + "=?").collect(Collectors.joining(","));
  }

  /** The condition that columns, at least one, have given values. */
  public String where(Column... columns) {
    return Stream.of(columns)
        .map(column -> of(column) + "=?")
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  /** What the name of every table begins with. */
  public String prefix() {
    return prefix;
  }
}
