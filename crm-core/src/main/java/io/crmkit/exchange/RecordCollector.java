package io.crmkit.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the values of one record after the other, within bounds of memory. */
final class RecordCollector extends AbstractBaseCsvCallbackHandler<RecordCollector.Values> {
  static final int MAX_VALUE = 1 << 21;
  static final int MAX_RECORD = 1 << 23;
  static final int MAX_COLUMNS = 2000;

  /** The values of a record and the line it begins on. */
  record Values(long line, List<String> values) {}

  private final String file;
  private List<String> values = new ArrayList<>();
  private long size;

  RecordCollector(String file) {
    this.file = file;
  }

  /** The line on which the record being read begins. */
  long line() {
    return getStartingLineNumber();
  }

  /** How many values of the record being read are complete. */
  int complete() {
    return values.size();
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    values = new ArrayList<>(values.size());
    size = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    size += length;
    if (index >= MAX_COLUMNS) {
      throw CsvException.of("csv.too_many_columns", file, line(), MAX_COLUMNS);
    }
    if (length > MAX_VALUE) {
      throw CsvException.of("csv.value_too_long", file, line(), index + 1, MAX_VALUE);
    }
    if (size > MAX_RECORD) {
      throw CsvException.of("csv.record_too_long", file, line(), MAX_RECORD);
    }
    values.add(new String(buffer, offset, length));
  }

  @Override
  protected Values buildRecord() {
    return new Values(line(), values);
  }
}
