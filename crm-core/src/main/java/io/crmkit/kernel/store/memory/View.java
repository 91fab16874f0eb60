package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One consistent state of a tenant's data, which must be pinned, with the writes on top of it. */
final class View implements Lookup {
  private final Space space;
  private final long seq;
  private final @Nullable Overlay overlay;

  View(Space space, long seq, @Nullable Overlay overlay) {
    this.space = space;
    this.seq = seq;
    this.overlay = overlay;
  }

  Tuning tuning() {
    return space.store().tuning();
  }

  Table table(EntityType<?> type) {
    return space.table(type);
  }

  @Override
  public @Nullable Row row(Ref<?> ref) {
    if (overlay != null) {
      Write write = overlay.get(ref);
      if (write != null) {
        return write.row;
      }
    }
    Cell cell = space.table(ref.type()).cell(ref);
    return cell == null ? null : cell.at(seq);
  }

  /** The stored row of a cell; null where there is none or {@code written} replaces it. */
  @Nullable Row stored(Cell cell, @Nullable Writes written) {
    return written != null && written.get(cell.ref) != null ? null : cell.at(seq);
  }

  /** What was written on rows of a type; null where nothing was. */
  @Nullable Writes written(EntityType<?> type) {
    return overlay == null ? null : overlay.of(type);
  }

  /** The rows written, not purged, that pass the test. */
  List<Row> written(EntityType<?> type, Predicate<Row> test) {
    Writes writes = written(type);
    if (writes == null) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (Write write = writes.first(); write != null; write = write.next) {
      Row row = write.row;
      if (row != null && test.test(row)) {
        rows.add(row);
      }
    }
    return rows;
  }
}
