package io.crmkit.kernel.work;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a unit of work does to records, one net change for each, in the order of the first ones. */
final class NetChanges {
  /** So many are looked through as quickly as a map is asked, and most units change fewer. */
  private static final int FEW = 8;

  /** What was done to one record. */
  static final class Net {
    private final Ref<?> ref;
    private final boolean made;
    private @Nullable Row stored;
    private @Nullable Row current;

    private Net(Ref<?> ref, @Nullable Row stored, @Nullable Row current) {
      this.ref = ref;
      this.made = stored == null;
      this.stored = stored;
      this.current = current;
    }

    /** As it will be; null where purged. */
    @Nullable Row current() {
      return current;
    }

    /** True for a record that did not exist before. */
    boolean made() {
      return made;
    }

    /** What the store has to do; null where it has the record as it will be. */
    private @Nullable Change pending() {
      if (stored == current) {
        return null;
      }
      if (stored == null) {
        return new Change.Insert(Objects.requireNonNull(current));
      }
      return current == null ? new Change.Purge(stored) : new Change.Update(stored, current);
    }
  }

  /**
   * A change that may be taken back.
   *
   * @param before as the record would have been without it
   * @param first true where the unit had not touched the record before
   */
  private record Step(Net net, @Nullable Row before, boolean first) {}

  private final List<Net> nets = new ArrayList<>(2);
  private List<Step> steps = List.of();
  private @Nullable Map<Ref<?>, Net> byRef;

  /** What was done to a record; null where nothing was. */
  @Nullable Net get(Ref<?> ref) {
    if (byRef != null) {
      return byRef.get(ref);
    }
    for (int i = 0; i < nets.size(); i++) {
      Net net = nets.get(i);
      if (net.ref.equals(ref)) {
        return net;
      }
    }
    return null;
  }

  /** How many records were touched. */
  int size() {
    return nets.size();
  }

  /**
   * Notes a change.
   *
   * @param before the record as the store has it, where this is the first change of it
   * @param after the record as it will be; null where it is purged
   * @param undoable true where {@link #undoTo} may take it back
   */
  void put(Ref<?> ref, @Nullable Row before, @Nullable Row after, boolean undoable) {
    Net net = get(ref);
    boolean first = net == null;
    if (net == null) {
      net = new Net(ref, before, before);
      add(net);
    }
    if (undoable) {
      steps = steps.isEmpty() ? new ArrayList<>() : steps;
      steps.add(new Step(net, net.current, first));
    }
    net.current = after;
  }

  private void add(Net net) {
    nets.add(net);
    if (byRef != null) {
      byRef.put(net.ref, net);
    } else if (nets.size() > FEW) {
      byRef = new HashMap<>();
      for (Net each : nets) {
        byRef.put(each.ref, each);
      }
    }
  }

  /** The records of a type that were touched, as they will be. */
  List<Row> of(EntityType<?> type) {
    List<Row> rows = new ArrayList<>();
    for (Net net : nets) {
      if (net.current != null && net.ref.type().equals(type)) {
        rows.add(net.current);
      }
    }
    return rows;
  }

  /** How many changes can be taken back. */
  int steps() {
    return steps.size();
  }

  /** Takes back all changes but the first {@code mark} of those that can be. */
  void undoTo(int mark) {
    for (int i = steps.size() - 1; i >= mark; i--) {
      Step step = steps.remove(i);
      step.net.current = step.before;
      if (step.first) {
        nets.remove(nets.size() - 1);
        if (byRef != null) {
          byRef.remove(step.net.ref);
        }
      }
    }
  }

  /** Adds what the store has to do. */
  void addPending(List<Change> changes) {
    for (Net net : nets) {
      Change change = net.pending();
      if (change != null) {
        changes.add(change);
      }
    }
  }

  /** Notes that the store has done it; nothing can be taken back from here on. */
  void flushed() {
    steps = List.of();
    for (Net net : nets) {
      net.stored = net.current;
    }
  }
}
