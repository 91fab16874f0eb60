package io.crmkit.kernel.record;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A link as far as it leads to records of one type.
 *
 * @param link the link
 * @param target the type
 */
public record LinkTo<E extends Entity<E>, X extends Entity<X>>(Link<E> link, EntityType<X> target)
    implements Reference<E, X> {
  /** Matches records whose link leads to a record of the type, whether or not there is one. */
  public Condition<E> is() {
    return link.type().is(target.name());
  }

  /** Matches records whose link leads to one, not deleted, which meets {@code condition}. */
  public Condition<E> matches(Condition<X> condition) {
    return new Condition.Matches<>(this, condition);
  }

  @Override
  public @Nullable Ref<X> of(Row row) {
    UUID id = link.id().of(row);
    return id != null && target.name().equals(link.type().of(row)) ? target.ref(id) : null;
  }

  @Override
  public void mentions(Consumer<Field<?, ?>> sink) {
    sink.accept(link.type());
    sink.accept(link.id());
  }

  @Override
  public @Nullable Field<?, ?> stray(EntityType<?> type) {
    return link.id().stray(type);
  }
}
