package io.crmkit.persistence.write;

import io.crmkit.persistence.table.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Leaves columns out of inserts that are empty in every row: a table has many columns, and most
 * records fill few. Only so many different sets of columns are made per table, because each is a
 * text that databases parse and keep; beyond them all columns are written. Thread-safe.
 */
final class Narrow {
  private static final int SETS = 48;

  private final Map<String, Map<BitSet, Form>> known = new ConcurrentHashMap<>();

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
    Form narrow = filled.cardinality() == width ? null : narrowed(form, filled);
    return narrow == null ? step : narrowed(step, narrow, filled);
  }

  /** The form with the columns that are filled; null where there are too many forms already. */
  private @Nullable Form narrowed(Form form, BitSet filled) {
    Map<BitSet, Form> forms =
        known.computeIfAbsent(form.table(), table -> new ConcurrentHashMap<>());
    Form narrow = forms.get(filled);
    if (narrow == null && forms.size() < SETS) {
      List<Column> columns = new ArrayList<>(filled.cardinality());
      filled.stream().forEach(i -> columns.add(form.set().get(i)));
      narrow =
          new Form(
              form.verb(),
              form.table(),
              List.copyOf(columns),
              form.owner(),
              form.key(),
              form.guarded());
      forms.put(filled, narrow);
    }
    return narrow;
  }

  private static Step narrowed(Step step, Form form, BitSet filled) {
    int width = form.set().size();
    Step narrow = new Step(form, step.owner());
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
