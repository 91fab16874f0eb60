package io.crmkit.persistence.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalogue of the database says about the tables of one schema. */
final class Found {
  private final Map<String, FoundTable> tables = new LinkedHashMap<>();

  /**
   * A column.
   *
   * @param type as the catalogue calls it, in lower case
   * @param length of a text, else 0
   * @param demanded a row cannot be written without a value
   * @param collation how texts are compared, or null
   */
  record FoundColumn(String type, long length, boolean demanded, @Nullable String collation) {}

  /** An index. */
  static final class FoundIndex {
    private final boolean unique;
    private final boolean primary;
    private final List<String> columns = new ArrayList<>();

    FoundIndex(boolean unique, boolean primary) {
      this.unique = unique;
      this.primary = primary;
    }

    boolean unique() {
      return unique;
    }

    boolean primary() {
      return primary;
    }

    List<String> columns() {
      return columns;
    }
  }

  /** A table. */
  static final class FoundTable {
    private final Map<String, FoundColumn> columns = new LinkedHashMap<>();
    private final Map<String, FoundIndex> indexes = new LinkedHashMap<>();
    private final Set<String> references = new LinkedHashSet<>();

    Map<String, FoundColumn> columns() {
      return columns;
    }

    Map<String, FoundIndex> indexes() {
      return indexes;
    }

    Set<String> references() {
      return references;
    }

    List<String> key() {
      for (FoundIndex index : indexes.values()) {
        if (index.primary()) {
          return index.columns();
        }
      }
      return List.of();
    }
  }

  /** A table by its full name; null where it is not there. */
  @Nullable FoundTable table(String name) {
    return tables.get(name);
  }

  Map<String, FoundTable> tables() {
    return tables;
  }

  FoundTable make(String name) {
    return tables.computeIfAbsent(name, each -> new FoundTable());
  }
}
