package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Figures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The simple calls of a reader on a view. */
final class Reading {
  private Reading() {}

  static List<Row> find(View view, Collection<? extends Ref<?>> refs) {
    List<Row> rows = new ArrayList<>(refs.size());
    for (Ref<?> ref : new LinkedHashSet<>(refs)) {
      Row row = view.row(ref);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  static <E extends Entity<E>> long count(View view, EntityType<E> type, Condition<E> condition) {
    Rows rows = new Query(view).matching(type, condition);
    long count = 0;
    while (rows.next() != null) {
      count++;
    }
    return count;
  }

  static <E extends Entity<E>> List<@Nullable Object[]> figures(
      View view, Aggregation<E> aggregation) {
    Rows rows = new Query(view).matching(aggregation.type(), aggregation.condition());
    return Figures.<E, RuntimeException>of(aggregation, rows::next, view);
  }

  /** A stream over rows that asks for permission before each. */
  static Stream<Row> stream(Rows rows, Runnable permission) {
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<Row>(
            Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super Row> action) {
            permission.run();
            Row row = rows.next();
            if (row != null) {
              action.accept(row);
            }
            return row != null;
          }
        },
        false);
  }
}
