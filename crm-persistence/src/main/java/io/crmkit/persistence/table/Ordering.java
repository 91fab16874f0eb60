package io.crmkit.persistence.table;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which an index gives rows.
 *
 * @param index the name of the index, without the prefix of the installation
 * @param columns what it has behind the {@link Table#ownerColumns}, the identity last
 */
public record Ordering(String index, List<Column> columns) {
  /** The orders of all indexes that every database has whole, but for the unique ones. */
  static List<Ordering> of(int owners, List<Index> indexes, List<ForeignKey> references) {
    List<Ordering> orderings = new ArrayList<>();
    for (Index index : indexes) {
      List<Column> columns = index.columns().subList(owners, index.columns().size());
      if (!index.unique() && !isReference(columns, references)) {
        orderings.add(new Ordering(index.name(), List.copyOf(columns)));
      }
    }
    return List.copyOf(orderings);
  }

  /** On H2 the index of a reference is that of the foreign key, which lacks the identity. */
  private static boolean isReference(List<Column> columns, List<ForeignKey> references) {
    return references.stream()
        .anyMatch(reference -> columns.equals(List.of(reference.column(), Table.ID)));
  }
}
