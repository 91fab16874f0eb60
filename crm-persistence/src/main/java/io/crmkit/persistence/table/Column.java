package io.crmkit.persistence.table;

import org.jspecify.annotations.Nullable;

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

  /** As of any record, but quick: pages are planned by comparing columns. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Column that
            && name.equals(that.name)
            && type == that.type
            && length == that.length
            && required == that.required);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
