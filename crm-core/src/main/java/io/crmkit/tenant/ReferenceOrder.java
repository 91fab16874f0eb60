package io.crmkit.tenant;

import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.secret.DataKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The types of a layout, and that of its keys, so that those referred to stand before those that
 * refer to them, the types that shape the layout first. Where types refer to each other in a
 * circle, some references lead forward.
 */
final class ReferenceOrder {
  private final Layout layout;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<EntityType<?>> types = new ArrayList<>();

  ReferenceOrder(Layout layout) {
    this.layout = layout;
    Map<String, Boolean> entered = new LinkedHashMap<>();
    Layouts.shapingTypes().forEach(type -> visit(type, entered));
    visit(DataKey.TYPE, entered);
    layout.types().forEach(type -> visit(type, entered));
  }

  private void visit(EntityType<?> type, Map<String, Boolean> entered) {
    if (entered.put(type.name(), true) == null) {
      references(type).forEach(reference -> visit(reference.target(), entered));
      places.put(type.name(), types.size());
      types.add(type);
    }
  }

  List<EntityType<?>> types() {
    return types;
  }

  private List<? extends RefField<?, ?>> references(EntityType<?> type) {
    return referencesOf(type);
  }

  private <E extends Entity<E>> List<RefField<E, ?>> referencesOf(EntityType<E> type) {
    return layout.references(type);
  }

  /** The references that may lead to a row of the same or of a later type. */
  <E extends Entity<E>> List<RefField<E, ?>> forward(EntityType<E> type) {
    int place = Objects.requireNonNull(places.get(type.name()));
    List<RefField<E, ?>> forward = new ArrayList<>();
    for (RefField<E, ?> reference : layout.references(type)) {
      if (Objects.requireNonNull(places.get(reference.target().name())) >= place) {
        forward.add(reference);
      }
    }
    return forward;
  }
}
