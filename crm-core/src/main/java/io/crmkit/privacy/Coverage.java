package io.crmkit.privacy;

import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Erasing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what the declarations of types leave open about people. */
final class Coverage {
  private Coverage() {}

  static List<Field<?, ?>> uncovered(Layout layout) {
    Set<EntityType<?>> concerned = concerned(layout);
    List<Field<?, ?>> uncovered = new ArrayList<>();
    for (EntityType<?> type : layout.types()) {
      boolean reached = concerned.contains(type);
      if (reached || refers(layout, type)) {
        collect(layout, type, reached, uncovered);
      }
    }
    return uncovered;
  }

  private static <E extends Entity<E>> void collect(
      Layout layout, EntityType<E> type, boolean reached, List<Field<?, ?>> uncovered) {
    for (Field<E, ?> field : layout.fields(type)) {
      boolean open = !field.custom() && !field.classified(); // an administrator answers yes or no
      if (open || (field.personal() && (!reached || !Erasing.isErasable(field)))) {
        uncovered.add(field);
      }
    }
  }

  /** True where records refer to people otherwise than to say whose they are. */
  private static <E extends Entity<E>> boolean refers(Layout layout, EntityType<E> type) {
    return layout.references(type).stream()
        .anyMatch(field -> field.target().person() != null && !field.equals(type.owner()));
  }

  /** People, and what is about them or about something that is about them. */
  private static Set<EntityType<?>> concerned(Layout layout) {
    Set<EntityType<?>> concerned = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (EntityType<?> type : layout.types()) {
        if (type.person() != null || reaches(layout, type, concerned)) {
          more |= concerned.add(type);
        }
      }
    }
    return concerned;
  }

  private static <E extends Entity<E>> boolean reaches(
      Layout layout, EntityType<E> type, Set<EntityType<?>> concerned) {
    for (RefField<E, ?> field : CustomRecord.about(layout, type)) {
      if (concerned.contains(field.target())) {
        return true;
      }
    }
    return false;
  }
}
