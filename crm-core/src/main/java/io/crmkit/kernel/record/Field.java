package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record type, built in or custom: the one object by which everything in the library
 * knows it. Immutable, thread-safe; equal where type and name are equal.
 *
 * @param <E> the record type
 * @param <T> the type of the values
 */
public abstract class Field<E extends Entity<E>, T> extends Expr<E, T> {
  /** The slot of a field whose value is kept under its name. */
  static final int CUSTOM = -1;

  private final FieldFactory<E> owner;
  private final String name;
  private final int slot;
  private final FieldSpec<T> spec;
  private final boolean wantsValue;

  Field(FieldBuilder<E, T, ?, ?> builder) {
    this(builder, builder.owner.nextSlot());
  }

  Field(FieldBuilder<E, T, ?, ?> builder, int slot) {
    super(builder.kind);
    this.owner = builder.owner;
    this.name = builder.name;
    this.slot = slot;
    this.spec = builder.spec();
    this.wantsValue = spec.required() || spec.initial() != null;
  }

  /** The name in descriptors, files and tables, for example {@code "credit_limit"}. */
  public final String name() {
    return name;
  }

  /** The record type it belongs to. */
  public final EntityType<E> type() {
    return owner.type();
  }

  /** The slot in a {@link Row}, or -1 for a custom field. */
  public final int slot() {
    return slot;
  }

  /** True for a field that the type itself does not declare. */
  public final boolean custom() {
    return slot == CUSTOM;
  }

  /** A value has to be given. */
  public final boolean required() {
    return spec.required();
  }

  /** No two records, deleted ones aside, have the same value. */
  public final boolean unique() {
    return spec.unique();
  }

  /** The store keeps an index, so filters and sorting stay fast. References always have one. */
  public final boolean indexed() {
    return spec.indexed() || spec.unique();
  }

  /** Full text search looks here. */
  public final boolean searchable() {
    return spec.searchable();
  }

  /** Once written, the value cannot be changed. */
  public final boolean immutable() {
    return spec.immutable();
  }

  /** Says something about a person. */
  public final boolean personal() {
    return spec.personal();
  }

  /** Says something about a person that they have told us themselves. */
  public final boolean provided() {
    return spec.provided();
  }

  /** False for free text of which nobody has said whether it says something about a person. */
  public final boolean classified() {
    boolean free =
        kind().storage() == Kind.Storage.LONG_TEXT
            || kind() instanceof TextKind
            || kind() instanceof TagsKind;
    return !free || kind() instanceof CodeKind || spec.personal() || spec.impersonal();
  }

  /** Kept encrypted; cannot be sorted, grouped or compared by range, and is not shown in logs. */
  public final boolean encrypted() {
    return spec.encrypted();
  }

  /** True where the history keeps its values under the key of the record alone. */
  public final boolean confidential() {
    return spec.personal() || spec.encrypted();
  }

  /** Written by the verbs of its feature alone. */
  public final boolean managed() {
    return spec.managed();
  }

  /** The fields whose values this one repeats, to be shown to nobody who may not see each. */
  public final List<Field<?, ?>> originals() {
    return spec.originals().stream().<Field<?, ?>>map(Supplier::get).toList();
  }

  /** The smallest value allowed, in its text form, or null. */
  public final @Nullable String least() {
    return format(spec.least());
  }

  /** The greatest value allowed, in its text form, or null. */
  public final @Nullable String greatest() {
    return format(spec.greatest());
  }

  /** What a new record gets where nothing is given, in its text form, or null. */
  public final @Nullable String initial() {
    return format(defaultValue());
  }

  private @Nullable String format(@Nullable T value) {
    return value == null ? null : kind().format(value);
  }

  /** True where a record may be given the value of this text form in the field. */
  public final boolean takes(String text) {
    List<Violation> refusals = new ArrayList<>();
    try {
      check(kind().parse(text), refusals);
    } catch (Refused malformed) {
      return false;
    }
    return refusals.isEmpty();
  }

  /** The greatest number of characters, or null. */
  public final @Nullable Integer maxLength() {
    return spec.maxLength();
  }

  /** The label in the language of {@code locale}; the name where there is none. */
  public final String label(Locale locale) {
    String own = spec.labels().get(locale.getLanguage());
    if (own == null) {
      own = spec.labels().get(Locale.ENGLISH.getLanguage());
    }
    return own != null ? own : owner.label(name, locale);
  }

  /** The value in {@code row}; null where there is none. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public final @Nullable T of(Row row) {
    if (slot >= 0) {
      return (T) row.slot(slot);
    }
    return (T) (slot == CUSTOM ? customOf(row) : implicit(row));
  }

  /** Another type may have a custom field of the same name. */
  private @Nullable Object customOf(Row row) {
    return row.type().name().equals(owner()) ? row.extra().get(name) : null;
  }

  /** The value of a field that is no slot, such as the identity. */
  @Nullable Object implicit(Row row) {
    throw new AssertionError(name);
  }

  @Override
  public final String path() {
    return name;
  }

  @Override
  final String owner() {
    return owner.typeName();
  }

  @Override
  public final @Nullable Field<?, ?> stray(EntityType<?> type) {
    return owner().equals(type.name()) ? null : this;
  }

  @Override
  public final void mentions(Consumer<Field<?, ?>> sink) {
    sink.accept(this);
  }

  @Override
  public final Function<Row, @Nullable T> reader(Lookup lookup) {
    return this::of;
  }

  /** This, where it is a field of text; else null. */
  @SuppressWarnings("unchecked")
  public final @Nullable TextField<E> asText() {
    return this instanceof TextField<?> ? (TextField<E>) this : null;
  }

  /** This, where it is a reference; else null. */
  @SuppressWarnings("unchecked")
  public final @Nullable RefField<E, ?> asRef() {
    return this instanceof RefField<?, ?> ? (RefField<E, ?>) this : null;
  }

  /** True where a record that is given no value gets one, or is refused. */
  final boolean wantsValue() {
    return wantsValue;
  }

  final @Nullable T defaultValue() {
    return spec.initial() == null ? null : spec.initial().get();
  }

  /**
   * Brings a value into its canonical form and checks the field's own rules.
   *
   * @param value a value of the field's type, or null
   * @param violations where what is wrong goes
   * @return the canonical value; null where there is none, or where it was refused
   */
  @SuppressWarnings("unchecked")
  final @Nullable Object check(@Nullable Object value, List<Violation> violations) {
    if (value == null) {
      return null;
    }
    if (!kind().javaType().isInstance(value)) {
      violations.add(violation("violation.type", kind().name(), value.getClass().getSimpleName()));
      return null;
    }
    try {
      T normal = kind().normalise((T) value);
      if (normal != null) {
        spec.check(normal, kind());
      }
      return normal;
    } catch (Refused refused) {
      violations.add(violation(refused));
      return null;
    }
  }

  /** The violation of this field that a refusal means. */
  final Violation violation(Refused refused) {
    List<@Nullable Object> shown = new ArrayList<>();
    for (Object argument : refused.arguments()) {
      shown.add(encrypted() && argument instanceof String ? "***" : argument);
    }
    return new Violation(owner(), name, refused.code(), shown);
  }

  final Violation violation(String code, @Nullable Object... arguments) {
    return Violation.of(owner(), name, code, arguments);
  }
}
