package io.crmkit.exchange;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the values of one column get into one field. */
abstract class Filling<E extends Entity<E>, T> {
  private final String column;
  private final Field<E, T> field;

  Filling(String column, Field<E, T> field) {
    this.column = column;
    this.field = field;
  }

  final String column() {
    return column;
  }

  final Field<E, T> field() {
    return field;
  }

  /** Looks up for all rows together what {@link #read} needs. */
  void begin(Workspace work, List<ImportRow> rows) {
    // most values speak for themselves
  }

  /** Hears of a record that a rehearsal has made, and that rows after it may refer to. */
  void rehearsed(E record) {
    // most values refer to nothing
  }

  /** The value of a row, canonical. */
  abstract Cell<T> read(ImportRow row);

  /**
   * Sets the value where it is another one. An empty cell removes the value, except of a new record
   * where one has to be given: then the default is due.
   */
  void put(Draft<E> draft, Cell<?> cell) {
    @SuppressWarnings("unchecked") // a row's cells stand in the order of the fillings
    @Nullable T value = ((Cell<T>) cell).orNull();
    if (value != null ? !value.equals(draft.get(field)) : clears(draft)) {
      draft.setOrClear(field, value);
    }
  }

  private boolean clears(Draft<E> draft) {
    return draft.isNew() ? !field.required() : Objects.nonNull(draft.get(field));
  }
}
