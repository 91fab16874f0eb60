package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Declares a record type: first the fields, then {@link #seal()}.
 *
 * <p>Kept private to its feature, it is also the key to the feature's {@linkplain
 * FieldBuilder#managed() managed} fields, see {@link Draft#unlock}.
 */
public final class Definition<E extends Entity<E>> extends FieldFactory<E> {
  private final String name;
  private final EntityType<E> type;
  private final List<UniqueKey<E>> uniques = new ArrayList<>();
  private final List<Rule<E>> rules = new ArrayList<>();
  private final List<List<Field<E, ?>>> indexes = new ArrayList<>();
  private final List<RefField<E, ?>> wholes = new ArrayList<>();
  private @Nullable RefField<E, ?> owner;
  private @Nullable RefField<E, ?> territory;
  private boolean journal;

  private Definition(String name, Function<Snapshot, E> factory) {
    this.name = Names.checked(name);
    this.type = new EntityType<>(this, factory);
  }

  /**
   * Begins the declaration of a record type.
   *
   * @param name the name in tables, files and messages, for example {@code "customer"}
   * @param factory the constructor of the class of its records
   */
  public static <E extends Entity<E>> Definition<E> of(String name, Function<Snapshot, E> factory) {
    return new Definition<>(name, factory);
  }

  /** Makes records facts: written once, never changed, themselves neither audited nor announced. */
  public Definition<E> journal() {
    journal = true;
    return this;
  }

  /** The values of {@code fields} together are unique. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Definition<E> unique(String key, Field<E, ?>... fields) {
    uniques.add(new UniqueKey<>(key, List.of(fields)));
    return this;
  }

  /**
   * Lists of records with one value of the first field, in the order of the second and so on, have
   * to stay fast among many: a seller's deals by date.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Definition<E> index(Field<E, ?>... fields) {
    indexes.add(List.of(fields));
    return this;
  }

  /**
   * A rule within one record, checked whenever it is written and nothing else is wrong.
   *
   * @param code the key of its sentence in the bundle: {@code type.rule.code}
   * @param field what to point at
   * @param holds true where the record keeps the rule
   */
  public Definition<E> rule(String code, Field<E, ?> field, Predicate<E> holds) {
    rules.add(new Rule<>("violation.rule", code, field, holds));
    return this;
  }

  /** The field that says whose the records are: what somebody may see often depends on it. */
  public Definition<E> ownedBy(RefField<E, ?> field) {
    owner = field;
    return this;
  }

  /** The field that says in which part of the market the records lie. */
  public Definition<E> inTerritory(RefField<E, ?> field) {
    territory = field;
    return this;
  }

  /**
   * The fields by which records are parts of others, such as the lines of a document: who may see
   * the whole may see its parts. Of several, one that is given is enough.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Definition<E> partOf(RefField<E, ?>... fields) {
    wholes.addAll(List.of(fields));
    return this;
  }

  /**
   * From which day to which a record is in force: adds the rule that the last day does not lie
   * before the first.
   */
  public Period<E> period(DateField<E> since, DateField<E> until) {
    Period<E> period = new Period<>(since, until);
    rules.add(new Rule<>("violation.period", null, until, period::holds));
    return period;
  }

  /** Ends the declaration. */
  public EntityType<E> seal() {
    close();
    type.seal(fields(), uniques, indexes, rules, journal);
    type.belongs(owner, territory, wholes);
    return type;
  }

  @Override
  int nextSlot() {
    return EntityType.FIRST_SLOT + fields().size();
  }

  @Override
  EntityType<E> type() {
    return type;
  }

  @Override
  String typeName() {
    return name;
  }

  @Override
  String label(String field, Locale locale) {
    String own = type.text(name + '.' + field, locale);
    if (own != null) {
      return own;
    }
    String shared =
        Messages.find(Messages.BUNDLE, Messages.class.getClassLoader(), locale, "field." + field);
    return shared == null ? field : shared;
  }

  static @Nullable String find(Class<?> anchor, Locale locale, String key) {
    return Messages.find(anchor.getPackageName() + ".labels", anchor.getClassLoader(), locale, key);
  }
}
