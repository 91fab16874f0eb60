package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns that records of a unit of work have taken. A record keeps the one it has, and one that
 * is given back is taken again: the first that somebody else would take must not stay free.
 */
final class TurnsTaken {
  private record Step(Object of, @Nullable Long before) {}

  private final Map<Object, Long> last = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /**
   * The turn of a record.
   *
   * @param stored the last turn of its group that the store has
   */
  long next(Ref<?> record, List<Object> group, LongSupplier stored) {
    Long its = last.get(record);
    if (its != null) {
      return its;
    }
    Long before = last.get(group);
    long next = (before == null ? stored.getAsLong() : before) + 1;
    put(group, next);
    put(record, next);
    return next;
  }

  private void put(Object of, long turn) {
    steps.add(new Step(of, last.put(of, turn)));
  }

  /** How often turns were noted. */
  int size() {
    return steps.size();
  }

  /** Gives back all turns but those of the first {@code size} notes. */
  void cut(int size) {
    for (int i = steps.size() - 1; i >= size; i--) {
      Step step = steps.remove(i);
      if (step.before() == null) {
        last.remove(step.of());
      } else {
        last.put(step.of(), step.before());
      }
    }
  }
}
