package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds rows in a view, choosing the way that looks at the fewest. */
final class Query {
  private final View view;

  Query(View view) {
    this.view = view;
  }

  /** The rows that meet the condition, in no particular order. */
  <E extends Entity<E>> Rows matching(EntityType<E> type, Condition<E> condition) {
    return matching(type, Candidates.of(view, type, condition), condition.predicate(view));
  }

  /** The rows that pass the test, stored ones among the candidates, where there are any. */
  Rows matching(EntityType<?> type, @Nullable Candidates candidates, Predicate<Row> test) {
    long all = view.table(type).size();
    boolean few = candidates != null && candidates.size() < all / view.tuning().scanAdvantage();
    Rows stored = filtered(few ? rows(type, candidates) : scan(type), test);
    List<Row> written = view.written(type, test);
    return written.isEmpty() ? stored : new InTurn(Rows.of(written.iterator()), stored);
  }

  /** The rows of a selection in order, as many as it asks for. */
  <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    List<Row> soon = Candidates.areMany(selection.condition()) ? soon(selection) : null;
    if (soon != null) {
      return soon;
    }
    Plan<E> plan = plan(selection);
    List<Row> rows = plan.isWalk() ? plan.walked() : null;
    return rows != null ? rows : plan.collected();
  }

  private <E extends Entity<E>> Plan<E> plan(Selection<E> selection) {
    // Among a handful of rows there is nothing to choose.
    boolean tiny = 8 * view.table(selection.type()).size() <= view.tuning().few();
    Candidates candidates =
        tiny ? null : Candidates.of(view, selection.type(), selection.condition());
    return new Plan<>(view, selection, candidates);
  }

  /** The rows, where a short walk in order meets enough of them; else null. */
  private <E extends Entity<E>> @Nullable List<Row> soon(Selection<E> selection) {
    Plan<E> plan = new Plan<>(view, selection, null);
    return plan.isWalk() ? plan.walked(view.tuning().few()) : null;
  }

  /** The same one by one, without collecting them where an index has their order. */
  <E extends Entity<E>> Rows stream(Selection<E> selection) {
    Plan<E> plan = plan(selection);
    return plan.isFullyOrdered() ? plan.ordered() : Rows.of(select(selection).iterator());
  }

  private Walk scan(EntityType<?> type) {
    return new Walk(view, type, List.of(view.table(type).byId().all()), false);
  }

  /** The stored rows among the candidates, each once. */
  private Rows rows(EntityType<?> type, @Nullable Candidates candidates) {
    List<Range> ranges = candidates == null ? List.of() : candidates.ranges();
    if (ranges.isEmpty()) {
      return () -> null;
    }
    Walk walk = new Walk(view, type, ranges, false);
    if (ranges.size() == 1) {
      return walk;
    }
    Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return filtered(walk, seen::add);
  }

  private static Rows filtered(Rows rows, Predicate<Row> test) {
    return () -> {
      Row row = rows.next();
      while (row != null && !test.test(row)) {
        row = rows.next();
      }
      return row;
    };
  }

  /** First the one, then the other. */
  private static final class InTurn implements Rows {
    private final Rows first;
    private final Rows second;
    private boolean firstDone;

    InTurn(Rows first, Rows second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public @Nullable Row next() {
      Row row = firstDone ? null : first.next();
      if (row == null) {
        firstDone = true;
        row = second.next();
      }
      return row;
    }
  }
}
