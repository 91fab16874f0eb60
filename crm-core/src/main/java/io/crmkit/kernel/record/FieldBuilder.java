package io.crmkit.kernel.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Declares a field; {@link #add()} makes it. Not thread-safe.
 *
 * @param <E> the record type
 * @param <T> the type of the values
 * @param <F> the type of the field
 * @param <B> this builder
 */
public abstract class FieldBuilder<
    E extends Entity<E>, T, F extends Field<E, T>, B extends FieldBuilder<E, T, F, B>> {
  final FieldFactory<E> owner;
  final String name;
  final Kind<T> kind;
  private final Function<B, F> make;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private boolean required;
  private boolean unique;
  private boolean indexed;
  private boolean immutable;
  private boolean personal;
  private boolean provided;
  private boolean impersonal;
  private boolean encrypted;
  private boolean managed;
  boolean searchable;
  @Nullable Integer maxLength;
  @Nullable Pattern pattern;
  @Nullable T least;
  @Nullable T greatest;
  private @Nullable Supplier<T> initial;
  private final List<Supplier<Field<?, ?>>> originals = new ArrayList<>(1);

  FieldBuilder(FieldFactory<E> owner, String name, Kind<T> kind, Function<B, F> make) {
    this.owner = owner;
    this.name = name;
    this.kind = kind;
    this.make = make;
  }

  /** A value has to be given. */
  public final B required() {
    required = true;
    return self();
  }

  /** No two records of a tenant, deleted ones aside, may have the same value. */
  public final B unique() {
    unique = true;
    return self();
  }

  /** Filters and sorting by this field have to stay fast among many records. */
  public final B indexed() {
    indexed = true;
    return self();
  }

  /** Once written, the value cannot be changed. */
  public final B immutable() {
    immutable = true;
    return self();
  }

  /** Says something about a person: access reports and erasure reach it. */
  public final B personal() {
    personal = true;
    return self();
  }

  /** Says something about a person that they have told us themselves: they may take it along. */
  public final B provided() {
    provided = true;
    return personal();
  }

  /**
   * Says nothing about a person. Free text of records about people has to be one or the other, so
   * that none is forgotten.
   */
  public final B notPersonal() {
    impersonal = true;
    return self();
  }

  /** Kept encrypted; compared for equality alone. */
  public final B encrypted() {
    encrypted = true;
    return self();
  }

  /** Written by the verbs of its feature alone, see {@link Draft#unlock}. */
  public final B managed() {
    managed = true;
    return self();
  }

  /**
   * Repeats what a field of another record says or said at a time: whoever may not see that one
   * does not see this one. May be said of several fields.
   */
  public final B copyOf(Supplier<Field<?, ?>> other) {
    originals.add(other);
    return self();
  }

  /** What a new record gets where nothing is given. */
  public final B defaultTo(T value) {
    initial = () -> value;
    return self();
  }

  /**
   * As {@link #defaultTo}, by its text form.
   *
   * @throws Refused where that is no value of the kind
   */
  public final B defaultToText(String text) {
    return defaultTo(kind.parse(text));
  }

  /** What a new record gets where nothing is given, made anew each time. */
  public final B defaultFrom(Supplier<T> source) {
    initial = source;
    return self();
  }

  /** The label in one language; without one, the bundle of the type has it. */
  public final B label(Locale locale, String text) {
    labels.put(locale.getLanguage(), text);
    return self();
  }

  /** Makes the field and adds it to the type. */
  public final F add() {
    Names.checked(name);
    F field = make();
    owner.register(field);
    return field;
  }

  final F make() {
    return make.apply(self());
  }

  final FieldSpec<T> spec() {
    return new FieldSpec<>(
        required,
        unique,
        indexed,
        searchable,
        immutable,
        personal,
        provided,
        impersonal,
        encrypted,
        managed,
        maxLength,
        pattern,
        least,
        greatest,
        initial,
        List.copyOf(originals),
        Map.copyOf(labels));
  }

  abstract B self();

  /** Declares a field without further properties. */
  public static final class Plain<E extends Entity<E>, T, F extends Field<E, T>>
      extends FieldBuilder<E, T, F, Plain<E, T, F>> {
    Plain(FieldFactory<E> owner, String name, Kind<T> kind, Function<Plain<E, T, F>, F> make) {
      super(owner, name, kind, make);
    }

    @Override
    Plain<E, T, F> self() {
      return this;
    }
  }

  /** Declares a field with bounds. */
  public static final class Ranged<E extends Entity<E>, T, F extends Field<E, T>>
      extends FieldBuilder<E, T, F, Ranged<E, T, F>> {
    Ranged(FieldFactory<E> owner, String name, Kind<T> kind, Function<Ranged<E, T, F>, F> make) {
      super(owner, name, kind, make);
    }

    /** The smallest value allowed. */
    public Ranged<E, T, F> atLeast(T value) {
      least = value;
      return this;
    }

    /** The greatest value allowed. */
    public Ranged<E, T, F> atMost(T value) {
      greatest = value;
      return this;
    }

    /**
     * As {@link #atLeast}, by its text form.
     *
     * @throws Refused where that is no value of the kind
     */
    public Ranged<E, T, F> atLeastText(String text) {
      return atLeast(kind.parse(text));
    }

    /**
     * As {@link #atMost}, by its text form.
     *
     * @throws Refused where that is no value of the kind
     */
    public Ranged<E, T, F> atMostText(String text) {
      return atMost(kind.parse(text));
    }

    @Override
    Ranged<E, T, F> self() {
      return this;
    }
  }

  /** Declares a field of text. */
  public static final class Texts<E extends Entity<E>>
      extends FieldBuilder<E, String, TextField<E>, Texts<E>> {
    Texts(FieldFactory<E> owner, String name, Kind<String> kind) {
      super(owner, name, kind, TextField::new);
      maxLength = kind.storage() == Kind.Storage.TEXT ? Integer.valueOf(255) : null;
    }

    /** The greatest number of characters (code points); 255 unless said, 1,000 at the most. */
    public Texts<E> max(int characters) {
      if (characters < 1 || (kind.storage() == Kind.Storage.TEXT && characters > 1000)) {
        throw new IllegalArgumentException(
            name + ": a text field holds 1 to 1000 characters; use longText for more");
      }
      maxLength = characters;
      return this;
    }

    /** The whole text has to match this regular expression. */
    public Texts<E> pattern(String regex) {
      pattern = Pattern.compile(regex);
      return this;
    }

    /** Full text search looks here. */
    public Texts<E> searchable() {
      searchable = true;
      return this;
    }

    @Override
    Texts<E> self() {
      return this;
    }
  }
}
