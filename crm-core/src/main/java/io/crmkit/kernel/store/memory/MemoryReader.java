package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the newest committed state, pinned for the duration of a call. Thread-safe. */
final class MemoryReader implements StoreReader {
  private final Space space;

  MemoryReader(Space space) {
    this.space = space;
  }

  @Override
  public @Nullable Row find(Ref<?> ref) {
    space.store().check();
    Cell cell = space.table(ref.type()).cell(ref);
    return cell == null ? null : cell.committed(space);
  }

  @Override
  public List<Row> find(Collection<? extends Ref<?>> refs) {
    return reading(view -> Reading.find(view, refs));
  }

  @Override
  public <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    return reading(view -> new Query(view).select(selection));
  }

  @Override
  public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    space.store().check();
    Snapshots.Pin pin = space.pin();
    try {
      Rows rows = new Query(new View(space, pin.seq(), null)).stream(selection);
      return Reading.stream(rows, space.store()::check).onClose(() -> space.release(pin));
    } catch (RuntimeException | Error failed) {
      space.release(pin);
      throw failed;
    }
  }

  @Override
  public <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    return reading(view -> Reading.count(view, type, condition));
  }

  @Override
  public <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
    return reading(view -> new Query(view).matching(type, condition).next() != null);
  }

  @Override
  public <E extends Entity<E>> List<@Nullable Object[]> aggregate(Aggregation<E> aggregation) {
    return reading(view -> Reading.figures(view, aggregation));
  }

  private <T> T reading(Function<View, T> call) {
    space.store().check();
    Snapshots.Pin pin = space.pin();
    try {
      return call.apply(new View(space, pin.seq(), null));
    } finally {
      space.release(pin);
    }
  }
}
