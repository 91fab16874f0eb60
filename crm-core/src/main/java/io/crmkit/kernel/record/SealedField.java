package io.crmkit.kernel.record;

import org.jspecify.annotations.Nullable;

/**
 * How an {@linkplain Field#encrypted() encrypted} field lies in a store, which sees nothing but
 * text that it cannot read.
 *
 * @param field the field as everybody else knows it
 * @param text where its ciphertext stands: the field's own place
 * @param blind where its blind index stands, by which equal values are found and unique ones are
 *     kept apart; null where the field has so few values that equality alone would give them away
 */
public record SealedField<E extends Entity<E>>(
    Field<E, ?> field, TextField<E> text, @Nullable TextField<E> blind) {
  private static final String BLIND = "__blind";
  private static final int HASH_LENGTH = 64;

  /** The longest name of an encrypted field: that of its blind index is a name as well. */
  public static final int MAX_NAME = Names.MAX - BLIND.length();

  /**
   * @param slot of the blind index, where the field has a slot
   */
  static <E extends Entity<E>> SealedField<E> of(
      FieldFactory<E> owner, Field<E, ?> field, int slot) {
    TextField<E> text =
        new TextField<>(
            new FieldBuilder.Texts<>(owner, field.name(), Kinds.LONG_TEXT), field.slot());
    return new SealedField<>(field, text, isGuessable(field) ? null : blind(owner, field, slot));
  }

  private static <E extends Entity<E>> TextField<E> blind(
      FieldFactory<E> owner, Field<E, ?> field, int slot) {
    FieldBuilder.Texts<E> builder =
        new FieldBuilder.Texts<>(owner, field.name() + BLIND, Kinds.TEXT).max(HASH_LENGTH);
    builder = field.unique() ? builder.unique() : builder.indexed();
    return new TextField<>(builder, slot);
  }

  /** True for a field of so few values that whoever counts equal ones can guess them. */
  static boolean isGuessable(Field<?, ?> field) {
    return field.kind().storage() == Kind.Storage.BOOLEAN
        || field.kind() instanceof ChoiceKind
        || field.kind() instanceof CodeKind;
  }

  /** The name of the field that a place in the store belongs to. */
  public static String nameOf(String place) {
    return place.endsWith(BLIND) ? place.substring(0, place.length() - BLIND.length()) : place;
  }
}
