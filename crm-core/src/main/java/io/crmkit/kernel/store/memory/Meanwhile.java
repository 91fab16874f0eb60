package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for an index while that is filled without the lock: notes what commits enter and
 * remove, to be done once it is full. What the filling has seen of it already does no harm:
 * entering what is there and removing what is not change nothing, and of each place the last word
 * counts.
 */
final class Meanwhile implements Index {
  private final Index index;
  private final List<Step> steps = new ArrayList<>();

  Meanwhile(Index index) {
    this.index = index;
  }

  private record Step(boolean enters, Row row, Cell cell) {}

  @Override
  public boolean samePlace(Row one, Row other) {
    return index.samePlace(one, other);
  }

  @Override
  public void enter(Row row, Cell cell) {
    steps.add(new Step(true, row, cell));
  }

  @Override
  public void leave(Row row, Cell cell) {
    steps.add(new Step(false, row, cell));
  }

  @Override
  public void fill(List<Entry> entries) {
    throw new AssertionError("filled elsewhere");
  }

  /** Does it all in the index. */
  void catchUp() {
    for (Step step : steps) {
      if (step.enters) {
        index.enter(step.row, step.cell);
      } else {
        index.leave(step.row, step.cell);
      }
    }
  }
}
