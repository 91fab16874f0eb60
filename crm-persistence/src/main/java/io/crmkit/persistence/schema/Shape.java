package io.crmkit.persistence.schema;

import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ForeignKey;
import io.crmkit.persistence.table.Index;
import io.crmkit.persistence.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a table is to look like.
 *
 * @param name without the prefix of the installation
 * @param key the columns of the primary key
 */
record Shape(
    String name,
    List<Column> columns,
    List<Column> key,
    List<Index> indexes,
    List<ForeignKey> foreignKeys) {
  Shape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
  }

  static Shape of(Table table) {
    List<Column> key = new ArrayList<>(table.ownerColumns());
    key.add(Table.ID);
    return new Shape(table.name(), table.columns(), key, table.indexes(), table.foreignKeys());
  }

  /** The same without the references that lead to none of these tables. */
  Shape within(Set<String> tables) {
    return new Shape(
        name,
        columns,
        key,
        indexes,
        foreignKeys.stream().filter(each -> tables.contains(each.target())).toList());
  }
}
