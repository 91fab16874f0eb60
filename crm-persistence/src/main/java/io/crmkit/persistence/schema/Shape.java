package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect.Engine;
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
  /** The first of the columns for copies, which are taken first. */
  private static final Set<String> SLOTS_WITH_INDEX =
      Set.of("cf_t1", "cf_t2", "cf_n1", "cf_n2", "cf_d1");

  Shape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** The table of a record type as this kind of database has it. */
  static Shape of(Table table, Engine engine) {
    List<Column> key = new ArrayList<>(table.ownerColumns());
    key.add(Table.ID);
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (pays(table, index, engine)) {
        indexes.add(engine == Engine.H2 ? forReferences(table, index) : index);
      }
    }
    return new Shape(table.name(), table.columns(), key, indexes, table.foreignKeys());
  }

  /** An index that is empty costs nothing on PostgreSQL alone, since there it may be partial. */
  private static boolean pays(Table table, Index index, Engine engine) {
    return !index.sparse()
        || engine == Engine.POSTGRESQL
        || table.shared()
        || index.columns().stream().anyMatch(column -> SLOTS_WITH_INDEX.contains(column.name()));
  }

  /** H2 makes an index of its own for a reference unless one has exactly its columns. */
  private static Index forReferences(Table table, Index index) {
    for (ForeignKey reference : table.foreignKeys()) {
      if (index.columns().equals(List.of(Table.TENANT, reference.column(), Table.ID))) {
        return new Index(
            index.name(), index.columns().subList(0, 2), index.unique(), index.sparse());
      }
    }
    return index;
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
