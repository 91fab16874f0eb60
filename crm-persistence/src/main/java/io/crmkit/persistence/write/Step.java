package io.crmkit.persistence.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form and the rows that it is for. The values of a row are those of the columns that are set,
 * then those of the key; the owner's values are the same for all of them.
 */
final class Step {
  private final Form form;
  private final List<String> owner;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  Step(Form form, List<String> owner) {
    this.form = form;
    this.owner = owner;
  }

  Form form() {
    return form;
  }

  /** The values of the owner's columns. */
  List<String> owner() {
    return owner;
  }

  List<@Nullable Object[]> rows() {
    return rows;
  }

  void add(@Nullable Object... values) {
    rows.add(values);
  }
}
