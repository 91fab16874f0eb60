package io.crmkit.persistence.schema;

import java.util.List;

/**
 * Something about a table that is not as it should be.
 *
 * @param table without prefix
 * @param text what is wrong and, where the library does not mend it, what to do
 * @param remedy the statements that mend it; none where only a person can decide
 */
record Difference(String table, String text, List<String> remedy) {
  Difference {
    remedy = List.copyOf(remedy);
  }

  boolean mendable() {
    return !remedy.isEmpty();
  }
}
