package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;

/** Checks that what is asked for belongs to this installation. */
final class Shaped {
  private Shaped() {}

  static <E extends Entity<E>> EntityType<E> known(Layout layout, EntityType<E> type) {
    if (!layout.knows(type)) {
      throw new InvalidRequestException("request.type", type);
    }
    return type;
  }

  static <E extends Entity<E>> void requireOwner(Definition<E> definition, EntityType<E> type) {
    if (!type.isDefinedBy(definition)) {
      throw new IllegalArgumentException("the definition of another type than " + type);
    }
  }
}
