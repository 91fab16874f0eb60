package io.crmkit.persistence.table;

import java.util.List;

/**
 * An index; the columns that every key begins with, the tenant first, are among its columns.
 *
 * @param name without the prefix of the installation
 * @param columns in order
 * @param unique no two rows share the values, unless one of them is null
 * @param sparse most rows have null in the column behind the tenant, and nobody looks for those
 */
public record Index(String name, List<Column> columns, boolean unique, boolean sparse) {
  /** Copies the columns. */
  public Index {
    columns = List.copyOf(columns);
  }
}
