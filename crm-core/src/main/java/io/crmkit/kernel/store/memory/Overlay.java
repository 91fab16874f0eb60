package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction has written and not committed: its last word on each row. */
final class Overlay {
  private final Space space;
  private final List<Writes> byTable = new ArrayList<>(4);
  private Map<Ref<?>, Long> expected = Map.of();

  Overlay(Space space) {
    this.space = space;
  }

  boolean isEmpty() {
    return byTable.isEmpty() && expected.isEmpty();
  }

  /** False where only expectations were noted. */
  boolean hasWrites() {
    return !byTable.isEmpty();
  }

  @Nullable Write get(Ref<?> ref) {
    Writes ofType = of(ref.type());
    return ofType == null ? null : ofType.get(ref);
  }

  /** The writes of one type; null where there are none. */
  @Nullable Writes of(EntityType<?> type) {
    // By name: an administrator's type may have been made twice.
    for (int i = 0; i < byTable.size(); i++) {
      Writes writes = byTable.get(i);
      if (writes.type() == type || writes.type().name().equals(type.name())) {
        return writes;
      }
    }
    return null;
  }

  List<Writes> byTable() {
    return byTable;
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
      byTable.add(writes);
    }
    writes.add(new Write(ref, base, row));
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
    for (Writes writes : byTable) {
      copy.byTable.add(writes.copy());
    }
    expected.forEach(copy::expect);
    return copy;
  }
}
