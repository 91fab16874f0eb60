package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import java.util.Optional;

/** What a query does about deleted records. */
enum Bin {
  WITHOUT,
  WITH,
  ONLY;

  <E extends Entity<E>> Optional<Condition<E>> condition(EntityType<E> type) {
    return switch (this) {
      case WITHOUT -> Optional.of(type.deletedAt().isMissing());
      case WITH -> Optional.empty();
      case ONLY -> Optional.of(type.deletedAt().isPresent());
    };
  }
}
