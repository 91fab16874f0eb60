package io.crmkit.kernel.record;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What leads from a record to another one of a type: a field, or a link that leads to records of
 * any type, as far as it leads to that one.
 */
public sealed interface Reference<E extends Entity<E>, X extends Entity<X>>
    permits RefField, LinkTo {
  /** The type that it leads to. */
  EntityType<X> target();

  /** Where it leads from a row; null where that is nowhere. */
  @Nullable Ref<X> of(Row row);

  /** Calls {@code sink} with every field that has to be read for that. */
  void mentions(Consumer<Field<?, ?>> sink);

  /** The first field that does not belong to {@code type}; null where all do. */
  @Nullable Field<?, ?> stray(EntityType<?> type);
}
