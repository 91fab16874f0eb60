package io.crmkit.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of records.
 *
 * @param type the name of the record type
 * @param label what people call it
 * @param columns the columns, in order
 * @param sort the order as text; null for that in which the records were made
 */
public record ListDescriptor(
    String type, String label, List<FieldDescriptor> columns, @Nullable String sort) {
  /** Copies the columns. */
  public ListDescriptor {
    columns = List.copyOf(columns);
  }
}
