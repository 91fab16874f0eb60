package io.crmkit.kernel.record;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Custom fields that somebody adds to a record type: an ISV in code, or an administrator at run
 * time. They are known to the {@code Crm} they are given to, not to the type.
 *
 * <pre>{@code
 * static final Extension<Customer> LOYALTY = Extension.of(() -> Customer.TYPE);
 * static final TextField<Customer> CARD = LOYALTY.text("loyalty_card").unique().add();
 * }</pre>
 */
public final class Extension<E extends Entity<E>> extends FieldFactory<E> {
  private final Supplier<EntityType<E>> type;

  private Extension(Supplier<EntityType<E>> type) {
    this.type = type;
  }

  /** Begins the custom fields of a type. */
  public static <E extends Entity<E>> Extension<E> of(Supplier<EntityType<E>> type) {
    return new Extension<>(type);
  }

  /**
   * Refuses a name that no type or field can have.
   *
   * @throws IllegalArgumentException with the rule
   */
  public static void checkName(String name) {
    Names.checked(name);
  }

  @Override
  int nextSlot() {
    return Field.CUSTOM;
  }

  @Override
  public EntityType<E> type() {
    return type.get();
  }

  @Override
  String typeName() {
    return type().name();
  }

  @Override
  String label(String field, Locale locale) {
    return field;
  }
}
