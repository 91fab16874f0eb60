package io.crmkit.persistence.write;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several changes do to one row, taken together. */
final class Net {
  private final Ref<?> ref;

  /** As it must be stored; null where there must be none. */
  private final @Nullable Row before;

  /** As it will be; null where there will be none. */
  private @Nullable Row after;

  private boolean written;

  private Net(Ref<?> ref, @Nullable Row before) {
    this.ref = ref;
    this.before = before;
    this.after = before;
  }

  /**
   * Merges changes by row, in the order in which rows occur first.
   *
   * @throws ConflictException where changes do not follow from one another
   */
  static Collection<Net> of(List<Change> changes) {
    Map<Ref<?>, Net> byRef = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Insert insert) {
        step(byRef, insert.ref(), null).write(insert.row());
      } else if (change instanceof Change.Update update) {
        step(byRef, update.ref(), update.before()).write(update.after());
      } else if (change instanceof Change.Purge purge) {
        step(byRef, purge.ref(), purge.before()).write(null);
      } else if (change instanceof Change.Expect expect) {
        step(byRef, expect.ref(), expect.row());
      }
    }
    return byRef.values();
  }

  private static Net step(Map<Ref<?>, Net> byRef, Ref<?> ref, @Nullable Row before) {
    Net net = byRef.get(ref);
    if (net == null) {
      net = new Net(ref, before);
      byRef.put(ref, net);
    }
    long now = version(net.after);
    if (now != version(before)) {
      throw ConflictException.stale(ref, version(before), now == 0 ? null : now);
    }
    return net;
  }

  private void write(@Nullable Row row) {
    after = row;
    written = true;
  }

  private static long version(@Nullable Row row) {
    return row == null ? 0 : row.version();
  }

  Ref<?> ref() {
    return ref;
  }

  @Nullable Row before() {
    return before;
  }

  @Nullable Row after() {
    return after;
  }

  /** The version that must be stored; 0 for none. */
  long base() {
    return version(before);
  }

  boolean inserts() {
    return written && before == null && after != null;
  }

  boolean updates() {
    return written && before != null && after != null;
  }

  boolean purges() {
    return written && before != null && after == null;
  }

  /** Nothing is written, but the row must be as it was. */
  boolean expects() {
    return !written;
  }
}
