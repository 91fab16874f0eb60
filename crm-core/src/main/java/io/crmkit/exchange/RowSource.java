package io.crmkit.exchange;

import io.crmkit.kernel.value.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows, repairs them and finds what is wrong with them as they stand in the file. */
final class RowSource {
  private final CsvSource source;
  private final Columns columns;
  private final List<CsvImport.Rule> rules;
  private final List<String> key;
  private final Map<Object, Long> lines = new HashMap<>();

  RowSource(CsvSource source, Columns columns, List<CsvImport.Rule> rules, List<String> key) {
    this.source = source;
    this.columns = columns;
    this.rules = rules;
    this.key = key;
  }

  /**
   * Returns the next row that has any value, or null at the end.
   *
   * @throws CsvException if the file cannot be read on
   */
  @Nullable ImportRow next() {
    CsvRow raw = source.next();
    while (raw != null && raw.values().stream().allMatch(String::isEmpty)) {
      raw = source.next();
    }
    return raw == null ? null : row(raw);
  }

  private ImportRow row(CsvRow raw) {
    List<RepairedValue> repairs = List.of();
    List<String> values = raw.values();
    if (raw.misfit() == null && !rules.isEmpty()) {
      values = new ArrayList<>(values);
      repairs = repair(raw.line(), values);
    }
    ImportRow row = new ImportRow(columns, raw.line(), raw.values(), values, repairs);
    if (raw.misfit() != null) {
      giveUpMisfit(row, raw.values());
    } else if (!key.isEmpty()) {
      checkKey(row);
    }
    return row;
  }

  private List<RepairedValue> repair(long line, List<String> values) {
    List<RepairedValue> repairs = List.of();
    for (CsvImport.Rule rule : rules) {
      int index = columns.position(rule.column()) - 1;
      String from = values.get(index);
      String to = rule.repair().apply(from);
      if (to != null && !to.equals(from)) {
        values.set(index, to);
        repairs = repairs.isEmpty() ? new ArrayList<>(2) : repairs;
        repairs.add(new RepairedValue(rule.name(), line, rule.column(), from, to));
      }
    }
    return repairs;
  }

  private void giveUpMisfit(ImportRow row, List<String> values) {
    int expected = columns.names().size();
    boolean few = values.size() < expected;
    row.giveUp(
        row.problem(
            null,
            few ? "import.too_few" : "import.too_many",
            String.valueOf(expected),
            String.valueOf(values.size()),
            Quoted.of(values.get(few ? values.size() - 1 : expected))));
  }

  private void checkKey(ImportRow row) {
    List<String> values = new ArrayList<>(key.size());
    for (String column : key) {
      String value = row.value(column);
      if (value.isBlank()) {
        row.giveUp(row.problem(column, "import.blank"));
      }
      values.add(value);
    }
    if (!row.isRejected()) {
      Object named = values.size() == 1 ? values.get(0) : values;
      Long first = lines.putIfAbsent(named, row.line());
      if (first != null) {
        row.giveUp(row.problem(key.get(0), "import.key_twice", String.valueOf(first)));
      }
    }
  }
}
