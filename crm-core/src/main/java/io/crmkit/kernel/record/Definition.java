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
  private final List<RefField<E, ?>> subjects = new ArrayList<>();
  private final List<Link<E>> links = new ArrayList<>();
  private @Nullable Link<E> wholeOfAnyType;
  private @Nullable Condition<E> person;
  private @Nullable RefField<E, ?> owner;
  private @Nullable RefField<E, ?> territory;
  private boolean journal;
  private boolean independent;
  private boolean namedOnly;
  private boolean linkable;

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

  /**
   * Lets rights to all types not reach this one: whoever shall see or change such records is given
   * that by the name of the type. So it is with facts that are parts of nothing, even unsaid.
   */
  public Definition<E> namedOnly() {
    namedOnly = true;
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
   * The fields by which records are parts of others, such as the lines of a document.
   *
   * <p>Who may see the whole may see its parts. Of several wholes, one that is given is enough.
   *
   * <p>A whole that is deleted takes its parts into the bin, their parts and so on, in the same
   * unit of work, each audited and announced by itself; whoever may delete the whole needs no right
   * to the parts. Restored, it brings back exactly those that went with it: not those that had been
   * deleted before, nor those deleted afterwards. They are known by their moment of deletion, which
   * is that of the whole, to the microsecond, and of nothing else among its parts. A whole that is
   * purged destroys all of its parts, those in the bin and facts included.
   *
   * <p>A part of several wholes goes with the first of them that is deleted and comes back with
   * that one. Facts ({@link #journal}) are never in the bin: they stay where they are, and are
   * destroyed with their whole. Guards look at parts as at any other change and may veto.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Definition<E> partOf(RefField<E, ?>... fields) {
    wholes.addAll(List.of(fields));
    return this;
  }

  /**
   * The link by which records are parts of others, of any type, such as a file of what it hangs on.
   * Where it leads somewhere it alone decides: who may see what it leads to may see the part, and
   * who sees another whole alone may not. Nothing is deleted or destroyed by it. Such a link is
   * followed over one more of its like: a file of a call about a deal is seen with the deal.
   */
  public Definition<E> partOf(Link<E> link) {
    wholeOfAnyType = link;
    return this;
  }

  /** The records are people, who have rights to what is kept about them. */
  public Definition<E> person() {
    return personWhere(Condition.always());
  }

  /** Those of the records that meet the condition are people. */
  public Definition<E> personWhere(Condition<E> condition) {
    person = condition;
    return this;
  }

  /**
   * The fields by which records say something about people: what is personal in them is shown to
   * those people and erased with them. What records are {@linkplain #partOf parts} of, they are
   * about as well.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Definition<E> about(RefField<E, ?>... fields) {
    subjects.addAll(List.of(fields));
    return this;
  }

  /**
   * Parts are seen with their wholes, but stay where they are when a whole is deleted, and keep it
   * from being purged: what people did in a unit outlives the unit.
   */
  public Definition<E> independent() {
    independent = true;
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

  /**
   * Adds the managed field and unique key {@code turn}: of two who at the same time let a record of
   * one group be in force on more days, both take the same turn, so that one is refused.
   *
   * @param group required and immutable fields, in which records are alike that say the same
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Turns<E> turns(Field<E, ?>... group) {
    Turns<E> turns =
        new Turns<>(integer(UniqueKey.TURN).managed().notPersonal().add(), List.of(group));
    List<Field<E, ?>> key = new ArrayList<>(turns.group());
    key.add(turns.turn());
    uniques.add(new UniqueKey<>(UniqueKey.TURN, key));
    return turns;
  }

  /**
   * Lets {@linkplain #link links} lead to records that are parts of others, as files do to a
   * shipment. They lead to all that stand on their own, to what somebody owns, and to people; other
   * parts are named by their wholes, and facts by what they are about.
   */
  public Definition<E> linkable() {
    linkable = true;
    return this;
  }

  /**
   * Adds two fields that refer to a record of any type, {@code name_type} and {@code name_id}; once
   * written they stay.
   */
  public Link<E> link(String name) {
    Link<E> link =
        new Link<>(
            text(name + "_type").max(48).immutable().notPersonal().add(),
            uuid(name + "_id").indexed().immutable().add());
    links.add(link);
    return link;
  }

  /** Ends the declaration. */
  public EntityType<E> seal() {
    close();
    type.seal(fields(), uniques, indexes, rules, journal);
    type.belongs(owner, territory, wholes, wholeOfAnyType, independent, namedOnly);
    type.concerns(person, subjects, links, linkable);
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
