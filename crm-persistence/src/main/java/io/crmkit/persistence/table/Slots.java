package io.crmkit.persistence.table;

import io.crmkit.kernel.record.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search copies of one tenant's custom fields. The truth about a custom field is in the row's
 * document; an indexed one has a copy in one of the columns that each table keeps for that.
 */
public final class Slots {
  /** No search copies of fields that are known; whether others have places was not asked. */
  public static final Slots NONE = new Slots(Map.of(), Set.of(), null);

  /**
   * A field and its place.
   *
   * @param field the custom field
   * @param slot where its copy stands
   */
  public record Entry(Field<?, ?> field, Slot slot) {}

  private final Map<String, List<Entry>> byType;
  private final Set<String> claimed;
  private final @Nullable Map<String, Column> places;

  /**
   * @param byType the entries by name of the record type
   * @param claimed the fields, each as {@code type.field}, of which every row's value is claimed
   *     where it has to be unique
   * @param places where copies stand, each by {@code type.field}, also of fields whose definition
   *     is in the bin; null where that was not asked
   */
  public Slots(
      Map<String, List<Entry>> byType, Set<String> claimed, @Nullable Map<String, Column> places) {
    this.byType = Map.copyOf(byType);
    this.claimed = Set.copyOf(claimed);
    this.places = places == null ? null : Map.copyOf(places);
  }

  /** True where {@link #place} may be asked. */
  public boolean knowsPlaces() {
    return places != null;
  }

  /** The column of a field's copies, whether or not the field is known; null where it has none. */
  public @Nullable Column place(String type, String field) {
    if (places == null) {
      throw new IllegalStateException("the places were not read");
    }
    return places.get(type + '.' + field);
  }

  /** True where claims alone tell whether a value of a unique custom field is taken. */
  public boolean claimed(Field<?, ?> field) {
    return claimed.contains(field.type().name() + '.' + field.name());
  }

  /** The copies that rows of a type have. */
  public List<Entry> of(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The column that queries may use in place of a custom field; null where there is none. */
  public @Nullable Column readable(Field<?, ?> field) {
    for (Entry entry : of(field.type().name())) {
      if (entry.slot().ready() && entry.field().name().equals(field.name())) {
        return entry.slot().column();
      }
    }
    return null;
  }
}
