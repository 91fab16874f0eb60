package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Violation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two fields that together refer to a record of any type: what a note or a file is about. Made by
 * {@link Definition#link}. No store watches such a link: a feature checks it when it is set, and
 * again whenever it hands out what hangs on it.
 *
 * @param type the name of the record's type
 * @param id the record's identity
 */
public record Link<E extends Entity<E>>(TextField<E> type, ValueField<E, UUID> id) {
  /** Matches what is about {@code record}. */
  public Condition<E> is(Ref<?> record) {
    return id.is(record.id()).and(type.is(record.type().name()));
  }

  /** The link as far as it leads to records of {@code target}. */
  public <X extends Entity<X>> LinkTo<E, X> to(EntityType<X> target) {
    return new LinkTo<>(this, target);
  }

  /** What {@code entity} is about; empty where it is about nothing, or a type unknown here. */
  public Optional<Ref<?>> of(E entity, Layout layout) {
    return of(entity.snapshot().row(), layout);
  }

  /** What a record in the making is about. */
  public Optional<Ref<?>> of(Draft<E> draft, Layout layout) {
    return ref(draft.get(type), draft.get(id), layout);
  }

  private Optional<Ref<?>> of(Row row, Layout layout) {
    return ref(type.of(row), id.of(row), layout);
  }

  private static Optional<Ref<?>> ref(@Nullable String name, @Nullable UUID uuid, Layout layout) {
    if (name == null || uuid == null) {
      return Optional.empty();
    }
    return layout.types().stream()
        .filter(type -> type.name().equals(name))
        .<Ref<?>>map(type -> type.ref(uuid))
        .findFirst();
  }

  /** Makes a record in the making be about {@code record}. */
  public Draft<E> set(Draft<E> draft, Ref<?> record) {
    return draft.set(type, record.type().name()).set(id, record.id());
  }

  /** True where a record in the making is made to be about something. */
  public boolean isTouched(Draft<E> draft) {
    return draft.isTouched(type) || draft.isTouched(id);
  }

  /** What is wrong where the link leads to a part that is to be named by its whole. */
  public Violation refused(Ref<?> record) {
    return id.violation("violation.link", record.type().name());
  }

  /** What is wrong where the link leads nowhere. */
  public Violation broken(Draft<E> draft) {
    return id.violation(
        "violation.ref_missing",
        Objects.toString(draft.get(type)) + ':' + Objects.toString(draft.get(id)));
  }
}
