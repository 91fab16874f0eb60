package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a transaction has written and not committed: its last word on each row. */
final class Overlay {
  private final Space space;
  private @Nullable Writes first;
  private @Nullable Writes last;
  private Map<Ref<?>, Long> expected = Map.of();

  Overlay(Space space) {
    this.space = space;
  }

  boolean isEmpty() {
    return first == null && expected.isEmpty();
  }

  /** False where only expectations were noted. */
  boolean hasWrites() {
    return first != null;
  }

  @Nullable Write get(Ref<?> ref) {
    Writes ofType = of(ref.type());
    return ofType == null ? null : ofType.get(ref);
  }

  /** The writes of one type; null where there are none. */
  @Nullable Writes of(EntityType<?> type) {
    // By name: an administrator's type may have been made twice.
    for (Writes writes = first; writes != null; writes = writes.next) {
      if (writes.type == type || writes.type.name().equals(type.name())) {
        return writes;
      }
    }
    return null;
  }

  /** Hands over the writes of each table, in the order of the first ones. */
  void forEach(Consumer<Writes> sink) {
    for (Writes writes = first; writes != null; writes = writes.next) {
      sink.accept(writes);
    }
  }

  /** The versions that rows not written must have at commit. */
  Map<Ref<?>, Long> expected() {
    return expected;
  }

  /**
   * Notes the first write of a row.
   *
   * @param base the version stored before
   */
  void add(Ref<?> ref, long base, @Nullable Row row) {
    Writes writes = of(ref.type());
    if (writes == null) {
      writes = new Writes(ref.type(), space.table(ref.type()));
      add(writes);
    }
    writes.add(new Write(ref, base, row));
  }

  private void add(Writes writes) {
    if (last == null) {
      first = writes;
    } else {
      last.next = writes;
    }
    last = writes;
  }

  void expect(Ref<?> ref, long version) {
    if (expected.isEmpty()) {
      expected = new LinkedHashMap<>();
    }
    expected.put(ref, version);
  }

  /** A copy that later writes do not touch. */
  Overlay copy() {
    Overlay copy = new Overlay(space);
    forEach(writes -> copy.add(writes.copy()));
    expected.forEach(copy::expect);
    return copy;
  }
}
