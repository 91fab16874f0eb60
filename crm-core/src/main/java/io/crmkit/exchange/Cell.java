package io.crmkit.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The value of one row in one column, read as what it should be.
 *
 * <p>A value that cannot be read is a problem of the row. Declare all cells of a row before the
 * first one is asked for its value: then everything wrong with the row is said at once.
 *
 * @param <T> the type of the value
 */
public final class Cell<T> {
  private final ImportRow row;
  private final String column;
  private final @Nullable T value;
  private @Nullable ImportProblem problem;
  private boolean late;

  Cell(ImportRow row, String column, @Nullable T value, @Nullable ImportProblem problem) {
    this.row = row;
    this.column = column;
    this.value = value;
    this.problem = problem;
  }

  /** Makes it a problem of the row where there is no value. */
  public Cell<T> required() {
    if (value == null && problem == null) {
      problem = row.problem(column, "import.blank");
      row.add(problem);
    }
    return this;
  }

  /**
   * Where the value names something unknown, puts the row off: it is tried again when the file has
   * ended, since what it names may have come by then, and is rejected only if it has not.
   */
  public Cell<T> orLater() {
    if (problem != null && !late) {
      late = true;
      row.putOff(problem);
    }
    return this;
  }

  /**
   * The value, which has to be there; where it is not, the handling of the row ends here, and the
   * row is rejected or put off.
   */
  public T value() {
    required();
    row.stopIf(problem != null);
    if (value == null) {
      throw new AssertionError(column);
    }
    return value;
  }

  /**
   * The value, or null where the column is blank; where the value could not be read, the handling
   * of the row ends here, and the row is rejected or put off.
   */
  public @Nullable T orNull() {
    row.stopIf(problem != null);
    return value;
  }

  /** The value; null also where it could not be read. */
  @Nullable T known() {
    return value;
  }

  /** The same place and problem, for a value of another type. */
  <X> Cell<X> carried() {
    return new Cell<>(row, column, null, problem);
  }

  /** As {@link #orNull}, with something else where the column is blank. */
  public T or(T other) {
    T mine = orNull();
    return mine == null ? other : mine;
  }

  /** True where the column is blank. */
  public boolean isBlank() {
    return value == null && problem == null;
  }
}
