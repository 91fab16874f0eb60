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
  private final long begun;
  private final Overlay overlay;
  private Snapshots.@Nullable Pin pin;
  private @Nullable View view;
  private boolean over;

  MemoryTransaction(Space space, Layout layout) {
    this.space = space;
    this.layout = layout;
    this.begun = space.committed();
    this.overlay = new Overlay(space);
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
    View now = new View(space, pin().seq(), overlay.copy());
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
    View known = view;
    if (known == null) {
      known = new View(space, pin().seq(), overlay);
      view = known;
    }
    return known;
  }

  /** The state that it reads, of its first reading: who only writes holds on to none. */
  private Snapshots.Pin pin() {
    Snapshots.Pin known = pin;
    if (known == null) {
      known = space.pin();
      pin = known;
    }
    return known;
  }

  private Commit commit() {
    return new Commit(space, layout, overlay, pin == null ? begun : pin.seq());
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
      apply(changes, true);
      commit().refuseTakenKeys(changes);
    } catch (RuntimeException | Error refused) {
      close();
      throw refused;
    }
  }

  @Override
  public void commit(List<Change> changes) {
    check();
    try {
      apply(changes, false);
      if (!overlay.isEmpty()) {
        space.commit(commit(), pin);
        over = true;
      }
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      if (pin != null) {
        space.release(pin);
      }
    }
  }

  /**
   * Notes changes.
   *
   * @param early whether to look already now if the rows are as they must be; a commit looks anyway
   */
  private void apply(List<Change> changes, boolean early) {
    for (Change change : changes) {
      if (change instanceof Change.Insert insert) {
        put(insert.ref(), 0, insert.row(), early);
      } else if (change instanceof Change.Update update) {
        put(update.ref(), update.before().version(), update.after(), early);
      } else if (change instanceof Change.Purge purge) {
        put(purge.ref(), purge.before().version(), null, early);
      } else {
        expect(((Change.Expect) change).row(), early);
      }
    }
  }

  private void put(Ref<?> ref, long base, @Nullable Row row, boolean early) {
    Write known = overlay.get(ref);
    if (known != null) {
      refuseOther(ref, base, known.row);
      known.row = row;
    } else {
      if (early) {
        refuseOther(ref, base, view().row(ref));
      }
      overlay.add(ref, base, row);
    }
  }

  private void expect(Row row, boolean early) {
    Write known = overlay.get(row.ref());
    if (known != null) {
      refuseOther(row.ref(), row.version(), known.row);
    } else {
      if (early) {
        refuseOther(row.ref(), row.version(), view().row(row.ref()));
      }
      overlay.expect(row.ref(), row.version());
    }
  }

  /** The version that the transaction sees must be this one; 0 for none. */
  private static void refuseOther(Ref<?> ref, long version, @Nullable Row now) {
    long found = now == null ? 0 : now.version();
    if (found != version) {
      throw ConflictException.stale(ref, version, now == null ? null : found);
    }
  }
}
