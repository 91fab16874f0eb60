package io.crmkit.kernel.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of records: its fields, keys and rules. One instance per type; immutable once sealed.
 *
 * @param <E> the class of its records
 */
public final class EntityType<E extends Entity<E>> {
  /** The slot of the moment a record was made. */
  public static final int CREATED_AT = 0;

  /** The slot of who made it. */
  public static final int CREATED_BY = 1;

  /** The slot of the moment of the last change. */
  public static final int UPDATED_AT = 2;

  /** The slot of who changed it last. */
  public static final int UPDATED_BY = 3;

  /** The slot of the moment it was deleted. */
  public static final int DELETED_AT = 4;

  static final int FIRST_SLOT = 5;

  private static final int NO_SLOT = -1;

  /** The name of the column in which each record keeps the key of its history. */
  private static final String KEY = "history__key";

  private final Definition<E> definition;
  private final String name;
  private final Function<Snapshot, E> factory;
  private final SystemField<E, Ref<E>> id;
  private final SystemField<E, Long> version;
  private final InstantField<E> createdAt;
  private final TextField<E> createdBy;
  private final InstantField<E> updatedAt;
  private final TextField<E> updatedBy;
  private final InstantField<E> deletedAt;
  private final Map<String, Field<E, ?>> byName = new LinkedHashMap<>();

  /** Each name once, however many events there are. */
  private final Map<String, String> events = new ConcurrentHashMap<>();

  private List<Field<E, ?>> declared = List.of();
  private List<Field<E, ?>> slots = List.of();
  private List<SealedField<E>> sealed = List.of();
  private List<RefField<E, ?>> references = List.of();
  private List<UniqueKey<E>> uniques = List.of();
  private List<List<Field<E, ?>>> indexes = List.of();
  private List<Rule<E>> rules = List.of();
  private List<RefField<E, ?>> wholes = List.of();
  private @Nullable RefField<E, ?> owner;
  private List<RefField<E, ?>> about = List.of();
  private List<Link<E>> links = List.of();
  private @Nullable Condition<E> person;
  private @Nullable RefField<E, ?> territory;
  private boolean journal;
  private boolean confidential;
  private int keySlot = NO_SLOT;
  private boolean independent;
  private boolean namedOnly;
  private @Nullable Class<?> anchor;
  private @Nullable TextField<E> title;

  EntityType(Definition<E> definition, Function<Snapshot, E> factory) {
    this.definition = definition;
    this.name = definition.typeName();
    this.factory = factory;
    this.id = new SystemField<>(definition, "id", Kinds.ref(() -> this), Row::ref);
    this.version = new SystemField<>(definition, "version", Kinds.INTEGER, Row::version);
    this.createdAt = instant(definition, "created_at", CREATED_AT);
    this.createdBy = text(definition, "created_by", CREATED_BY);
    this.updatedAt = instant(definition, "updated_at", UPDATED_AT);
    this.updatedBy = text(definition, "updated_by", UPDATED_BY);
    this.deletedAt = instant(definition, "deleted_at", DELETED_AT);
    for (Field<E, ?> field :
        List.<Field<E, ?>>of(id, version, createdAt, createdBy, updatedAt, updatedBy, deletedAt)) {
      byName.put(field.name(), field);
    }
  }

  private InstantField<E> instant(Definition<E> definition, String field, int slot) {
    return new InstantField<>(
        new FieldBuilder.Ranged<>(definition, field, Kinds.INSTANT, b -> null), slot);
  }

  private TextField<E> text(Definition<E> definition, String field, int slot) {
    return new TextField<>(new FieldBuilder.Texts<>(definition, field, Kinds.TEXT), slot);
  }

  void seal(
      List<Field<E, ?>> fields,
      List<UniqueKey<E>> keys,
      List<List<Field<E, ?>>> itsIndexes,
      List<Rule<E>> itsRules,
      boolean isJournal) {
    declared = List.copyOf(fields);
    slots = new ArrayList<>(List.of(createdAt, createdBy, updatedAt, updatedBy, deletedAt));
    slots.addAll(declared);
    slots = Collections.unmodifiableList(slots);
    List<RefField<E, ?>> refs = new ArrayList<>();
    List<UniqueKey<E>> allKeys = new ArrayList<>();
    for (Field<E, ?> field : declared) {
      if (byName.put(field.name(), field) != null) {
        throw new IllegalArgumentException(name + " has a field " + field.name() + " already");
      }
      confidential |= field.confidential();
      RefField<E, ?> ref = field.asRef();
      if (ref != null) {
        refs.add(ref);
      }
      if (field.unique()) {
        allKeys.add(new UniqueKey<>(field.name(), List.of(field)));
      }
      if (title == null && field.required()) {
        title = field.asText();
      }
    }
    allKeys.addAll(keys);
    references = List.copyOf(refs);
    uniques = List.copyOf(allKeys);
    indexes = List.copyOf(itsIndexes);
    rules = List.copyOf(itsRules);
    journal = isJournal;
    hide();
    anchor = factory.apply(Snapshot.empty(this)).getClass();
  }

  /** Puts in place of encrypted fields what a store sees of them, and a place for the key. */
  private void hide() {
    List<Field<E, ?>> places = new ArrayList<>(slots);
    List<SealedField<E>> secrets = new ArrayList<>(0);
    for (Field<E, ?> field : declared) {
      if (field.encrypted()) {
        SealedField<E> secret = SealedField.of(definition, field, places.size());
        secrets.add(secret);
        places.set(field.slot(), secret.text());
        if (secret.blind() != null) {
          places.add(secret.blind());
        }
      }
    }
    if (!journal) {
      keySlot = places.size();
      places.add(new TextField<>(new FieldBuilder.Texts<>(definition, KEY, Kinds.TEXT), keySlot));
    }
    slots = Collections.unmodifiableList(places);
    if (!secrets.isEmpty()) {
      sealed = List.copyOf(secrets);
      uniques = uniques.stream().map(key -> key.stored(sealed)).toList();
      indexes = indexes.stream().map(fields -> UniqueKey.stored(fields, sealed)).toList();
    }
  }

  /** How a field that somebody adds to the type lies in a store. */
  SealedField<E> sealed(Field<E, ?> custom) {
    return SealedField.of(definition, custom, Field.CUSTOM);
  }

  void belongs(
      @Nullable RefField<E, ?> itsOwner,
      @Nullable RefField<E, ?> itsTerritory,
      List<RefField<E, ?>> itsWholes,
      boolean isIndependent,
      boolean isNamedOnly) {
    independent = isIndependent;
    namedOnly = isNamedOnly || (journal && itsOwner == null && itsWholes.isEmpty());
    owner = itsOwner;
    territory = itsTerritory;
    wholes = List.copyOf(itsWholes);
  }

  void concerns(@Nullable Condition<E> people, List<RefField<E, ?>> subjects, List<Link<E>> toAny) {
    links = List.copyOf(toAny);
    person = people;
    List<RefField<E, ?>> all = new ArrayList<>(wholes);
    subjects.stream().filter(field -> !all.contains(field)).forEach(all::add);
    about = List.copyOf(all);
  }

  /** True where no right to all types reaches this one, see {@link Definition#namedOnly}. */
  public boolean namedOnly() {
    return namedOnly;
  }

  /** True where {@code its} is the definition that the type was declared with. */
  public boolean isDefinedBy(Definition<E> its) {
    return definition == its;
  }

  /** The name, for example {@code "customer"}. */
  public String name() {
    return name;
  }

  /** The name of something that happens to its records, for example {@code "customer.created"}. */
  public String named(String event) {
    return events.computeIfAbsent(event, word -> name + '.' + word);
  }

  /** The fields that the type declares, in order, without the system's own. */
  public List<Field<E, ?>> fields() {
    return declared;
  }

  /**
   * What has a slot, by slot, as a store sees it: the system's own fields, the declared ones, in
   * place of an encrypted one its ciphertext, then blind indexes and the {@link #keySlot}.
   */
  public List<Field<E, ?>> slots() {
    return slots;
  }

  /** The encrypted ones among the declared fields. */
  public List<SealedField<E>> sealed() {
    return sealed;
  }

  /**
   * The slot in which a record keeps the wrapped key that its confidential values in the history
   * are encrypted with: without it nobody can read them. Less than 0 for facts, which have none.
   */
  public int keySlot() {
    return keySlot;
  }

  /** True where any declared field is {@linkplain Field#confidential() confidential}. */
  public boolean confidential() {
    return confidential;
  }

  /** The declared fields that refer to other records. */
  public List<RefField<E, ?>> references() {
    return references;
  }

  /** What is unique among the declared fields; of encrypted ones, their blind indexes. */
  public List<UniqueKey<E>> uniques() {
    return uniques;
  }

  /** The fields that are searched and sorted by together. */
  public List<List<Field<E, ?>>> indexes() {
    return indexes;
  }

  /** The field that says whose a record is; null where nobody owns records of the type. */
  public @Nullable RefField<E, ?> owner() {
    return owner;
  }

  /** The field that says in which part of the market a record lies; null where nothing does. */
  public @Nullable RefField<E, ?> territory() {
    return territory;
  }

  /** The fields by which a record is a part of others; none where it stands on its own. */
  public List<RefField<E, ?>> wholes() {
    return wholes;
  }

  /** Which of the records are people; null where none is. */
  public @Nullable Condition<E> person() {
    return person;
  }

  /** The fields by which a record says something about others, its wholes included. */
  public List<RefField<E, ?>> about() {
    return about;
  }

  /** The links by which a record says something about records of any type. */
  public List<Link<E>> links() {
    return links;
  }

  /** True where records stay when what they are parts of is deleted. */
  public boolean independent() {
    return independent;
  }

  /** A declared or system field by name; null where there is none. */
  public @Nullable Field<E, ?> field(String field) {
    return byName.get(field);
  }

  /** True where records are facts, written once, neither changed nor audited themselves. */
  public boolean journal() {
    return journal;
  }

  /** The field that a person would call the record by; null where there is none. */
  public @Nullable TextField<E> title() {
    return title;
  }

  /** The identity, as a field to filter and sort by. */
  public Numeric<E, Ref<E>> id() {
    return id;
  }

  /** The version. */
  public Numeric<E, Long> version() {
    return version;
  }

  /** When the record was made. */
  public InstantField<E> createdAt() {
    return createdAt;
  }

  /** Who made it. */
  public TextField<E> createdBy() {
    return createdBy;
  }

  /** When it was changed last. */
  public InstantField<E> updatedAt() {
    return updatedAt;
  }

  /** Who changed it last. */
  public TextField<E> updatedBy() {
    return updatedBy;
  }

  /** When it was deleted; missing in a record that is not. */
  public InstantField<E> deletedAt() {
    return deletedAt;
  }

  /** The identity {@code uuid} of this type. */
  public Ref<E> ref(UUID uuid) {
    return Ref.of(this, uuid);
  }

  /** The identity in 128 bits. */
  public Ref<E> ref(long high, long low) {
    return new Ref<>(this, high, low);
  }

  /** The record behind a row that a store gave. */
  public E entity(Row row) {
    return factory.apply(new Snapshot(row, null, Veil.NONE, null));
  }

  /** The record behind a row, with fields that the reader may not see. */
  public E entity(Row row, Veil veil) {
    return factory.apply(new Snapshot(row, null, veil, null));
  }

  /**
   * The same of a row that a unit of work has written, and which is there once it has committed.
   */
  public E entity(Row row, Veil veil, @Nullable Outcome outcome) {
    return factory.apply(new Snapshot(row, null, veil, outcome));
  }

  E entity(Snapshot snapshot) {
    return factory.apply(snapshot);
  }

  /** The label in the language of {@code locale}; the name where there is none. */
  public String label(Locale locale) {
    String label = text(name, locale);
    return label == null ? name : label;
  }

  /** An entry of the type's own bundle, {@code labels} beside its class; null where missing. */
  public @Nullable String text(String key, Locale locale) {
    return anchor == null ? null : Definition.find(anchor, locale, key);
  }

  /** The class of the records; null while the type is being declared. */
  public @Nullable Class<?> recordClass() {
    return anchor;
  }

  List<Rule<E>> rules() {
    return rules;
  }

  @Override
  public String toString() {
    return name;
  }
}
