package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Address;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where fields are declared: by a type itself ({@link Definition}) or by somebody who extends it
 * ({@link Extension}). Not thread-safe while fields are added.
 */
public abstract sealed class FieldFactory<E extends Entity<E>> permits Definition, Extension {
  private final List<Field<E, ?>> fields = new ArrayList<>();
  private boolean sealed;

  FieldFactory() {}

  /** Text of up to 255 characters, or as many as {@code max} says, at most 1,000. */
  public final FieldBuilder.Texts<E> text(String name) {
    return texts(name, Kinds.TEXT);
  }

  /** Text of any length; cannot be sorted by or unique. */
  public final FieldBuilder.Texts<E> longText(String name) {
    return texts(name, Kinds.LONG_TEXT);
  }

  /** An e-mail address. */
  public final FieldBuilder.Texts<E> email(String name) {
    return texts(name, Kinds.EMAIL);
  }

  /** A phone number. */
  public final FieldBuilder.Texts<E> phone(String name) {
    return texts(name, Kinds.PHONE);
  }

  /** An address on the web. */
  public final FieldBuilder.Texts<E> url(String name) {
    return texts(name, Kinds.URL);
  }

  /** A code of the tenant's code table {@code table}. */
  public final FieldBuilder.Texts<E> code(String name, String table) {
    return texts(name, Kinds.code(Names.checked(table)));
  }

  /** A whole number. */
  public final FieldBuilder.Ranged<E, Long, NumberField<E, Long>> integer(String name) {
    return new FieldBuilder.Ranged<>(this, name, Kinds.INTEGER, NumberField::new);
  }

  /** An exact decimal. */
  public final FieldBuilder.Ranged<E, BigDecimal, NumberField<E, BigDecimal>> decimal(String name) {
    return new FieldBuilder.Ranged<>(this, name, Kinds.DECIMAL, NumberField::new);
  }

  /** An amount in a currency. */
  public final FieldBuilder.Plain<E, Money, MoneyField<E>> money(String name) {
    return new FieldBuilder.Plain<>(this, name, Kinds.MONEY, MoneyField::new);
  }

  /** Yes or no. */
  public final FieldBuilder.Plain<E, Boolean, ValueField<E, Boolean>> yesNo(String name) {
    return value(name, Kinds.BOOLEAN);
  }

  /** A calendar date. */
  public final FieldBuilder.Ranged<E, LocalDate, DateField<E>> date(String name) {
    return new FieldBuilder.Ranged<>(this, name, Kinds.DATE, DateField::new);
  }

  /** A moment. */
  public final FieldBuilder.Ranged<E, Instant, InstantField<E>> instant(String name) {
    return new FieldBuilder.Ranged<>(this, name, Kinds.INSTANT, InstantField::new);
  }

  /** One constant of an enum; its code is the constant's name in lower case. */
  public final <C extends Enum<C>> FieldBuilder.Plain<E, C, ChoiceField<E, C>> choice(
      String name, Class<C> options) {
    Map<C, String> codes = new EnumMap<>(options);
    for (C option : options.getEnumConstants()) {
      codes.put(option, option.name().toLowerCase(Locale.ROOT));
    }
    return choice(name, List.copyOf(codes.keySet()), codes::get, null);
  }

  /** One of a closed list of codes. */
  public final FieldBuilder.Plain<E, String, ChoiceField<E, String>> choice(
      String name, List<String> options) {
    return choice(name, options, Function.identity(), null);
  }

  /**
   * One of a closed list of codes that several types have.
   *
   * @param home beside which class their labels are, under {@code name.code}
   */
  public final FieldBuilder.Plain<E, String, ChoiceField<E, String>> choice(
      String name, List<String> options, Class<?> home) {
    return choice(name, options, Function.identity(), home);
  }

  private <C> FieldBuilder.Plain<E, C, ChoiceField<E, C>> choice(
      String name, List<C> options, Function<C, String> code, @Nullable Class<?> home) {
    return new FieldBuilder.Plain<>(
        this,
        name,
        Kinds.choice(options, code),
        builder -> new ChoiceField<>(builder, List.copyOf(options), home));
  }

  /** A reference to a record of one type; a supplier, so that types may refer to each other. */
  public final <X extends Entity<X>> FieldBuilder.Plain<E, Ref<X>, RefField<E, X>> ref(
      String name, Supplier<EntityType<X>> target) {
    return new FieldBuilder.Plain<>(
        this, name, Kinds.ref(target), builder -> new RefField<>(builder, target));
  }

  /** A set of short labels. */
  public final FieldBuilder.Plain<E, Set<String>, TagsField<E>> tags(String name) {
    return new FieldBuilder.Plain<>(this, name, Kinds.TAGS, TagsField::new);
  }

  /** A postal address. */
  public final FieldBuilder.Plain<E, Address, AddressField<E>> address(String name) {
    return new FieldBuilder.Plain<>(this, name, Kinds.ADDRESS, AddressField::new);
  }

  /** A JSON document. */
  public final FieldBuilder.Plain<E, Json, ValueField<E, Json>> json(String name) {
    return value(name, Kinds.JSON);
  }

  /** A UUID. */
  public final FieldBuilder.Plain<E, UUID, ValueField<E, UUID>> uuid(String name) {
    return value(name, Kinds.UUID_VALUE);
  }

  /** A value of a kind of one's own. */
  public final <T> FieldBuilder.Plain<E, T, ValueField<E, T>> value(String name, Kind<T> kind) {
    return new FieldBuilder.Plain<>(this, name, kind, ValueField::new);
  }

  private FieldBuilder.Texts<E> texts(String name, Kind<String> kind) {
    return new FieldBuilder.Texts<>(this, name, kind);
  }

  /** The fields declared here, in order. */
  public final List<Field<E, ?>> fields() {
    return Collections.unmodifiableList(fields);
  }

  final void register(Field<E, ?> field) {
    if (sealed) {
      throw new IllegalStateException(
          typeName() + " is sealed; declare " + field.name() + " before");
    }
    for (Field<E, ?> other : fields) {
      if (other.name().equals(field.name())) {
        throw new IllegalArgumentException(
            typeName() + " has a field " + field.name() + " already");
      }
    }
    if (field.unique() && !field.kind().ordered()) {
      throw new IllegalArgumentException(field + " cannot be unique: " + field.kind());
    }
    if (field.encrypted()
        && (field.asRef() != null || (field.unique() && SealedField.isGuessable(field)))) {
      throw new IllegalArgumentException(
          field + " cannot be encrypted: leave out encrypted, or unique");
    }
    if (field.encrypted() && field.name().length() > SealedField.MAX_NAME) {
      throw new IllegalArgumentException(
          field + " is encrypted: name it with at most " + SealedField.MAX_NAME + " characters");
    }
    fields.add(field);
  }

  final void close() {
    sealed = true;
  }

  final boolean closed() {
    return sealed;
  }

  abstract int nextSlot();

  abstract EntityType<E> type();

  abstract String typeName();

  abstract String label(String field, Locale locale);
}
