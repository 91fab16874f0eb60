package io.crmkit.exchange;

import io.crmkit.kernel.value.Quoted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a file and the fields that are filled from them. */
final class Columns {
  private final String file;
  private final long headerLine;
  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, String> byField;

  /**
   * @param byField the column by the field it fills, as {@code type.field}
   */
  Columns(String file, long headerLine, List<String> names, Map<String, String> byField) {
    this.file = file;
    this.headerLine = headerLine;
    this.names = names;
    this.byField = new HashMap<>(byField);
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i + 1);
    }
  }

  String file() {
    return file;
  }

  List<String> names() {
    return names;
  }

  boolean has(String column) {
    return positions.containsKey(column);
  }

  /** Says which column fills a field, as {@code type.field}. */
  void fills(String column, String field) {
    byField.put(field, column);
  }

  /** The column that fills a field, or null. */
  @Nullable String of(String field) {
    String column = byField.get(field);
    return column != null && has(column) ? column : null;
  }

  /**
   * The position of a column, counted from 1.
   *
   * @throws CsvException where there is none, which ends the import
   */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw missing(List.of(column));
    }
    return position;
  }

  void require(Collection<String> columns) {
    List<String> missing = columns.stream().filter(column -> !has(column)).toList();
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
  }

  /** What is wrong with the columns {@code columns} of the header. */
  CsvException refused(String code, Collection<String> columns, Object... more) {
    Object[] all = new Object[more.length + 1];
    all[0] = NearMisses.shown(columns, Locale.ROOT);
    System.arraycopy(more, 0, all, 1, more.length);
    return CsvException.of(code, file, headerLine, all);
  }

  private CsvException missing(List<String> columns) {
    return CsvException.of(
        "csv.column_missing",
        file,
        headerLine,
        NearMisses.shown(columns, Locale.ROOT),
        String.join(", ", names.stream().map(Quoted::of).toList()));
  }
}
