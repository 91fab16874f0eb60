package io.crmkit.kernel.layout;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.FieldBuilder;
import io.crmkit.kernel.record.Refused;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the fields that definitions describe. */
public final class FieldMaker {
  private FieldMaker() {}

  /**
   * Refuses a name that no field or type can have.
   *
   * @throws Refused with the rule for names
   */
  public static void checkName(String name) {
    try {
      Extension.checkName(name);
    } catch (IllegalArgumentException bad) {
      throw new Refused("violation.name", name);
    }
  }

  /**
   * Makes the field that {@code definition} describes.
   *
   * @param types the types that a reference may refer to, by name
   * @throws Refused where its default or a bound is no value of its kind
   */
  public static <E extends Entity<E>> Field<E, ?> make(
      EntityType<E> type, FieldDefinition definition, Map<String, EntityType<?>> types) {
    Extension<E> on = Extension.of(() -> type);
    String name = definition.require(FieldDefinition.NAME);
    return switch (definition.require(FieldDefinition.KIND)) {
      case TEXT -> text(on.text(name), definition);
      case LONG_TEXT -> text(on.longText(name), definition);
      case EMAIL -> text(on.email(name), definition);
      case PHONE -> text(on.phone(name), definition);
      case URL -> text(on.url(name), definition);
      case CODE -> text(on.code(name, definition.require(FieldDefinition.CODE_TABLE)), definition);
      case INTEGER -> ranged(on.integer(name), definition);
      case DECIMAL -> ranged(on.decimal(name), definition);
      case MONEY -> with(on.money(name), definition);
      case YES_NO -> with(on.yesNo(name), definition);
      case DATE -> ranged(on.date(name), definition);
      case INSTANT -> ranged(on.instant(name), definition);
      case CHOICE ->
          with(
              on.choice(name, new ArrayList<>(definition.require(FieldDefinition.OPTIONS))),
              definition);
      case REF ->
          ref(
              on,
              name,
              definition,
              Objects.requireNonNull(types.get(definition.require(FieldDefinition.TARGET))));
      case TAGS -> with(on.tags(name), definition);
      case ADDRESS -> with(on.address(name), definition);
      case JSON -> with(on.json(name), definition);
    };
  }

  private static <E extends Entity<E>, X extends Entity<X>> Field<E, ?> ref(
      Extension<E> on, String name, FieldDefinition definition, EntityType<X> target) {
    return with(on.ref(name, () -> target), definition);
  }

  private static <E extends Entity<E>> Field<E, ?> text(
      FieldBuilder.Texts<E> builder, FieldDefinition definition) {
    Long max = definition.get(FieldDefinition.MAX_LENGTH);
    if (max != null) {
      builder.max(Math.toIntExact(max));
    }
    if (is(definition.get(FieldDefinition.SEARCHABLE))) {
      builder.searchable();
    }
    return with(builder, definition);
  }

  private static <E extends Entity<E>, T> Field<E, ?> ranged(
      FieldBuilder.Ranged<E, T, ?> builder, FieldDefinition definition) {
    String least = definition.get(FieldDefinition.LEAST);
    if (least != null) {
      builder.atLeastText(least);
    }
    String greatest = definition.get(FieldDefinition.GREATEST);
    if (greatest != null) {
      builder.atMostText(greatest);
    }
    return with(builder, definition);
  }

  private static <E extends Entity<E>, B extends FieldBuilder<E, ?, ?, B>> Field<E, ?> with(
      B builder, FieldDefinition definition) {
    if (is(definition.get(FieldDefinition.REQUIRED))) {
      builder.required();
    }
    if (is(definition.get(FieldDefinition.UNIQUE))) {
      builder.unique();
    }
    if (is(definition.get(FieldDefinition.INDEXED))) {
      builder.indexed();
    }
    if (is(definition.get(FieldDefinition.PERSONAL))) {
      builder.personal();
    }
    if (is(definition.get(FieldDefinition.ENCRYPTED))) {
      builder.encrypted();
    }
    String initial = definition.get(FieldDefinition.DEFAULT_VALUE);
    if (initial != null) {
      builder.defaultToText(initial);
    }
    String english = definition.get(FieldDefinition.LABEL_EN);
    builder.label(
        Locale.ENGLISH,
        Objects.requireNonNullElse(english, definition.require(FieldDefinition.NAME)));
    String chinese = definition.get(FieldDefinition.LABEL_ZH);
    if (chinese != null) {
      builder.label(Locale.CHINESE, chinese);
    }
    return builder.add();
  }

  private static boolean is(@Nullable Boolean flag) {
    return flag != null && flag;
  }
}
