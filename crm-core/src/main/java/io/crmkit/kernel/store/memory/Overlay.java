package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a transaction has written and not committed: its last word on each row. */
final class Overlay {
  private final Map<String, Map<Ref<?>, Write>> writes = new LinkedHashMap<>();
  private final Map<Ref<?>, Long> expected = new LinkedHashMap<>();

  /**
   * The last word on one row.
   *
   * @param base the version that the store must hold at commit; 0 where it must hold none
   * @param row the row; null where it is purged
   */
  record Write(long base, @Nullable Row row) {}

  boolean isEmpty() {
    return writes.isEmpty() && expected.isEmpty();
  }

  /** False where only expectations were noted. */
  boolean hasWrites() {
    return !writes.isEmpty();
  }

  @Nullable Write get(Ref<?> ref) {
    Map<Ref<?>, Write> ofType = writes.get(ref.type().name());
    return ofType == null ? null : ofType.get(ref);
  }

  /** The writes of one type, by row; null where there are none. */
  @Nullable Map<Ref<?>, Write> of(EntityType<?> type) {
    return writes.get(type.name());
  }

  Collection<Map<Ref<?>, Write>> byType() {
    return writes.values();
  }

  /** The versions that rows not written must have at commit. */
  Map<Ref<?>, Long> expected() {
    return expected;
  }

  /**
   * Notes a write.
   *
   * @param base the version stored before, where this is the first write of the row
   */
  void put(Ref<?> ref, long base, @Nullable Row row) {
    writes
        .computeIfAbsent(ref.type().name(), type -> new LinkedHashMap<>())
        .merge(ref, new Write(base, row), (first, last) -> new Write(first.base(), last.row()));
  }

  void expect(Ref<?> ref, long version) {
    expected.put(ref, version);
  }

  void forEach(BiConsumer<Ref<?>, @Nullable Row> sink) {
    for (Map<Ref<?>, Write> ofType : writes.values()) {
      for (Map.Entry<Ref<?>, Write> entry : ofType.entrySet()) {
        sink.accept(entry.getKey(), entry.getValue().row());
      }
    }
  }

  /** A copy that later writes do not touch. */
  Overlay copy() {
    Overlay copy = new Overlay();
    writes.forEach((type, ofType) -> copy.writes.put(type, new LinkedHashMap<>(ofType)));
    copy.expected.putAll(expected);
    return copy;
  }
}
