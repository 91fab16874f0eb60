package io.crmkit.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file.
 *
 * <p>A record with too few or too many values is a row all the same: what is missing reads as empty
 * and {@link #misfit} says what is wrong, so that an import can refuse this one and go on.
 */
final class CsvRow {
  private final long line;
  private final List<String> values;
  private final Map<String, Integer> columns;
  private final @Nullable CsvException misfit;

  CsvRow(
      long line, List<String> values, Map<String, Integer> columns, @Nullable CsvException misfit) {
    this.line = line;
    this.values = values;
    this.columns = columns;
    this.misfit = misfit;
  }

  /** The line on which the record begins, counted from 1, line breaks within values included. */
  long line() {
    return line;
  }

  /** The values as they stand in the file; may be fewer or more than there are columns. */
  List<String> values() {
    return values;
  }

  /**
   * Returns the value in the column of that name, empty if the record ends before it.
   *
   * @throws IllegalArgumentException if the header has no such column
   */
  String value(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException(
          "There is no column \"" + column + "\"; the header has " + columns.keySet());
    }
    return index < values.size() ? values.get(index) : "";
  }

  /** Whether every value is blank, as in the rows that spreadsheets leave at the end. */
  boolean isBlank() {
    return values.stream().allMatch(String::isBlank);
  }

  /** Says that there are too few or too many values, or null if they are as many as columns. */
  @Nullable CsvException misfit() {
    return misfit;
  }
}
