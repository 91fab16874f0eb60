package io.crmkit.custom;

import io.crmkit.kernel.record.TextField;

/**
 * How many records have a code in one field, those in the bin and those that the actor cannot see
 * included.
 *
 * @param field the field, built in or custom; its type is {@code field.type()}
 * @param records how many, at least 1
 */
public record CodeUse(TextField<?> field, long records) {
  /** {@code customer.industry: 12}. */
  @Override
  public String toString() {
    return field + ": " + records;
  }
}
