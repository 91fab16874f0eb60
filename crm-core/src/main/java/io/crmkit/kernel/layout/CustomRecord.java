package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import java.util.List;

/** A record of a type that somebody defined without a class: all of its fields are custom. */
public final class CustomRecord extends Entity<CustomRecord> {
  private CustomRecord(Snapshot snapshot) {
    super(snapshot);
  }

  /** A type without fields of its own; its fields are extensions. */
  public static EntityType<CustomRecord> type(String name) {
    return Definition.of(name, CustomRecord::new).seal();
  }

  /** True where {@code type} was made by {@link #type}. */
  public static boolean is(EntityType<?> type) {
    return type.recordClass() == CustomRecord.class;
  }

  /** The fields by which records of a type say something about others: here every reference. */
  public static <E extends Entity<E>> List<RefField<E, ?>> about(
      Layout layout, EntityType<E> type) {
    return is(type) ? layout.references(type) : type.about();
  }
}
