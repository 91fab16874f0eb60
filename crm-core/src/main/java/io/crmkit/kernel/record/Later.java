package io.crmkit.kernel.record;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a slot of a {@link Row} for a value that is costly to make and that perhaps nobody will
 * ask for: made when it is first asked for, always the same from then on. What it was made of is
 * let go of at that moment. Thread-safe.
 *
 * <p>Only for stores that {@linkplain io.crmkit.kernel.store.Store#keepsObjects() keep objects};
 * others ask at once.
 */
public final class Later {
  private @Nullable Supplier<?> making;
  private volatile @Nullable Object value;

  /**
   * Takes the place of a value.
   *
   * @param making makes the value, never null; called once
   */
  public Later(Supplier<?> making) {
    this.making = making;
  }

  /** False where the value was asked for. */
  boolean isPending() {
    return value == null;
  }

  Object value() {
    Object known = value;
    return known == null ? make() : known;
  }

  private synchronized Object make() {
    Object made = value;
    if (made == null) {
      made = Objects.requireNonNull(Objects.requireNonNull(making).get());
      value = made;
      making = null;
    }
    return made;
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
