package io.crmkit.persistence.write;

import io.crmkit.persistence.table.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Leaves columns out of inserts that are empty in every row: a table has many columns, and most
 * records fill few. Only so many different sets of columns are made per table, because each is a
 * text that databases parse and keep; beyond them all columns are written. Thread-safe.
 */
final class Narrow {
  private static final int SETS = 48;

  private final Map<String, Set<BitSet>> known = new ConcurrentHashMap<>();

  /** The same inserts with the columns that they need. */
  Step of(Step step) {
    Form form = step.form();
    if (form.verb() != Form.Verb.INSERT) {
      return step;
    }
    int width = form.set().size();
    BitSet filled = new BitSet(width);
    for (@Nullable Object[] row : step.rows()) {
      for (int i = 0; i < width; i++) {
        if (row[i] != null) {
          filled.set(i);
        }
      }
    }
    return filled.cardinality() == width || !admits(form.table(), filled)
        ? step
        : narrowed(step, filled);
  }

  private boolean admits(String table, BitSet filled) {
    Set<BitSet> sets = known.computeIfAbsent(table, t -> ConcurrentHashMap.newKeySet());
    return sets.contains(filled) || (sets.size() < SETS && sets.add(filled));
  }

  private static Step narrowed(Step step, BitSet filled) {
    Form form = step.form();
    int width = filled.cardinality();
    List<Column> columns = new ArrayList<>(width);
    filled.stream().forEach(i -> columns.add(form.set().get(i)));
    Step narrow =
        new Step(
            new Form(form.verb(), form.table(), columns, form.owner(), form.key(), form.guarded()),
            step.owner());
    for (@Nullable Object[] row : step.rows()) {
      @Nullable Object[] values = new @Nullable Object[width];
      int to = 0;
      for (int i = filled.nextSetBit(0); i >= 0; i = filled.nextSetBit(i + 1)) {
        values[to++] = row[i];
      }
      narrow.add(values);
    }
    return narrow;
  }
}
