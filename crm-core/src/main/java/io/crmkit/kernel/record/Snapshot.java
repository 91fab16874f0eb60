package io.crmkit.kernel.record;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Entity} is made of; handed through by the constructor of its class, of no use to
 * anybody else. Immutable.
 */
public final class Snapshot {
  private final Row row;
  private final @Nullable Row stored;
  private final Veil veil;
  private final @Nullable Outcome outcome;

  Snapshot(Row row, @Nullable Row stored, Veil veil, @Nullable Outcome outcome) {
    this.row = row;
    this.stored = stored;
    this.veil = veil;
    this.outcome = outcome;
  }

  static Snapshot empty(EntityType<?> type) {
    Ref<?> nobody = type.ref(0, 0);
    return new Snapshot(
        new Row(nobody, 0, new @Nullable Object[type.slots().size()], Map.of()),
        null,
        Veil.NONE,
        null);
  }

  /** The values as they stand. */
  public Row row() {
    return row;
  }

  /** The values as the store gave them, before any {@link Entity#with}. */
  public Row stored() {
    return stored == null ? row : stored;
  }

  /** What became of the unit of work that wrote the values; null where they were stored before. */
  public @Nullable Outcome outcome() {
    return outcome;
  }

  /** The row without what {@code condition} mentions and the reader may not see. */
  Row shown(Condition<?> condition) {
    if (veil == Veil.NONE) {
      return row;
    }
    Set<Field<?, ?>> hidden = new HashSet<>();
    condition.mentions(
        field -> {
          if (veil.hides(field)) {
            hidden.add(field);
          }
        });
    return row.without(hidden);
  }

  Veil veil() {
    return veil;
  }
}
