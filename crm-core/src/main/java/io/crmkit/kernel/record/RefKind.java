package io.crmkit.kernel.record;

import io.crmkit.kernel.error.InvalidRequestException;
import java.util.UUID;
import java.util.function.Supplier;

/** References to records of one type. */
final class RefKind<X extends Entity<X>> extends Kind<Ref<X>> {
  private final Supplier<EntityType<X>> target;

  RefKind(Supplier<EntityType<X>> target) {
    super("ref", Ref.class, Storage.REF);
    this.target = target;
  }

  @Override
  public Ref<X> normalise(Ref<X> value) {
    if (!value.type().name().equals(target.get().name())) {
      throw new Refused("violation.ref_type", value, target.get().name());
    }
    return value;
  }

  @Override
  public int compare(Ref<X> a, Ref<X> b) {
    return a.compareTo(b);
  }

  @Override
  public long rank(Ref<X> value) {
    return value.high() ^ Long.MIN_VALUE; // compared as if unsigned
  }

  @Override
  public String format(Ref<X> value) {
    return value.id().toString();
  }

  @Override
  public Ref<X> parse(String text) {
    try {
      return Ref.parse(target.get(), text.strip());
    } catch (InvalidRequestException bad) {
      throw new Refused("violation.ref", Kinds.shorten(text), target.get().name());
    }
  }

  @Override
  public Object toStored(Ref<X> value) {
    return value.id();
  }

  @Override
  public Ref<X> fromStored(Object stored) {
    return Ref.of(target.get(), (UUID) stored);
  }
}
