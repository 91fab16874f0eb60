package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one state and keeps its writes to itself until it commits.
 *
 * <p>What {@link #write} refuses, commit would have refused; that it accepts is no promise. Once it
 * has refused something, the transaction is over, as in a database.
 */
final class MemoryTransaction implements StoreTransaction {
  private final Space space;
  private final Layout layout;
  private final Snapshots.Pin pin;
  private final Overlay overlay = new Overlay();
  private boolean over;

  MemoryTransaction(Space space, Layout layout) {
    this.space = space;
    this.layout = layout;
    this.pin = space.pin();
  }

  @Override
  public @Nullable Row find(Ref<?> ref) {
    return view().row(ref);
  }

  @Override
  public List<Row> find(Collection<? extends Ref<?>> refs) {
    return Reading.find(view(), refs);
  }

  @Override
  public <E extends Entity<E>> List<Row> select(Selection<E> selection) {
    return new Query(view()).select(selection);
  }

  @Override
  public <E extends Entity<E>> Stream<Row> stream(Selection<E> selection) {
    check();
    View now = new View(space, pin.seq(), overlay.copy());
    return Reading.stream(new Query(now).stream(selection), this::check);
  }

  @Override
  public <E extends Entity<E>> long count(EntityType<E> type, Condition<E> condition) {
    return Reading.count(view(), type, condition);
  }

  @Override
  public <E extends Entity<E>> boolean exists(EntityType<E> type, Condition<E> condition) {
    return new Query(view()).matching(type, condition).next() != null;
  }

  @Override
  public <E extends Entity<E>> List<@Nullable Object[]> aggregate(Aggregation<E> aggregation) {
    return Reading.figures(view(), aggregation);
  }

  private View view() {
    check();
    return new View(space, pin.seq(), overlay);
  }

  private void check() {
    space.store().check();
    if (over) {
      throw StoreException.closed("The transaction");
    }
  }

  @Override
  public void write(List<Change> changes) {
    check();
    try {
      apply(changes);
      new Commit(space, layout, overlay, pin.seq()).refuseTakenKeys(refs(changes));
    } catch (RuntimeException | Error refused) {
      close();
      throw refused;
    }
  }

  @Override
  public void commit(List<Change> changes) {
    check();
    try {
      apply(changes);
      if (!overlay.isEmpty()) {
        Commit commit = new Commit(space, layout, overlay, pin.seq());
        space.locked(
            () -> {
              commit.run();
              space.release(pin);
              space.vacuum();
              return true;
            });
      }
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      space.release(pin);
    }
  }

  private void apply(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.Insert insert) {
        put(insert.ref(), 0, insert.row());
      } else if (change instanceof Change.Update update) {
        put(update.ref(), update.before().version(), update.after());
      } else if (change instanceof Change.Purge purge) {
        put(purge.ref(), purge.before().version(), null);
      } else {
        Row row = ((Change.Expect) change).row();
        expect(row.ref(), row.version());
        if (overlay.get(row.ref()) == null) {
          overlay.expect(row.ref(), row.version());
        }
      }
    }
  }

  private void put(Ref<?> ref, long base, @Nullable Row row) {
    expect(ref, base);
    overlay.put(ref, base, row);
  }

  /** The version that the transaction sees must be this one; 0 for none. */
  private void expect(Ref<?> ref, long version) {
    Row now = new View(space, pin.seq(), overlay).row(ref);
    long found = now == null ? 0 : now.version();
    if (found != version) {
      throw ConflictException.stale(ref, version, now == null ? null : found);
    }
  }

  private static List<Ref<?>> refs(List<Change> changes) {
    List<Ref<?>> refs = new ArrayList<>(changes.size());
    for (Change change : changes) {
      refs.add(change.ref());
    }
    return refs;
  }
}
