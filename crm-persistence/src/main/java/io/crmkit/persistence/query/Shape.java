package io.crmkit.persistence.query;

import io.crmkit.persistence.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a question decides its SQL, as a text to look the SQL up by, and beside it the values
 * that the SQL leaves open, in the order in which {@link Sql} comes upon them.
 */
final class Shape {
  private final StringBuilder text = new StringBuilder(160);
  private final List<Object> values = new ArrayList<>();
  private final boolean arrays;

  /**
   * @param arrays several values may be one array
   */
  Shape(boolean arrays) {
    this.arrays = arrays;
  }

  boolean arrays() {
    return arrays;
  }

  Shape add(char mark) {
    text.append(mark);
    return this;
  }

  Shape add(int number) {
    text.append(number);
    return this;
  }

  /** Adds a name, which has no blanks. */
  Shape add(String name) {
    text.append(name).append(' ');
    return this;
  }

  Shape bind(ColumnType type, Object value) {
    text.append('?').append(type.name());
    values.add(value);
    return this;
  }

  /** Several values as one. */
  Shape bindAll(ColumnType type, List<Object> all) {
    text.append('*').append(type.name());
    values.add(all);
    return this;
  }

  String key() {
    return text.toString();
  }

  List<Object> values() {
    return values;
  }
}
