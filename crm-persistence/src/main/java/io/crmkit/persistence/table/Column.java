package io.crmkit.persistence.table;

/**
 * One column of a table.
 *
 * @param name as in the database, unquoted
 * @param type what it holds
 * @param length the greatest number of characters of a {@link ColumnType#TEXT}; else 0
 * @param required never null
 */
public record Column(String name, ColumnType type, int length, boolean required) {
  static Column text(String name, int length) {
    return new Column(name, ColumnType.TEXT, length, false);
  }

  static Column of(String name, ColumnType type) {
    return new Column(name, type, 0, false);
  }

  Column always() {
    return new Column(name, type, length, true);
  }
}
