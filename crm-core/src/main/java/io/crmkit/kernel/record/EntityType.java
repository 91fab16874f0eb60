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
  private List<RefField<E, ?>> references = List.of();
  private List<UniqueKey<E>> uniques = List.of();
  private List<List<Field<E, ?>>> indexes = List.of();
  private List<Rule<E>> rules = List.of();
  private List<RefField<E, ?>> wholes = List.of();
  private @Nullable RefField<E, ?> owner;
  private @Nullable RefField<E, ?> territory;
  private boolean journal;
  private @Nullable Class<?> anchor;
  private @Nullable TextField<E> title;

  EntityType(Definition<E> definition, Function<Snapshot, E> factory) {
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
    anchor = factory.apply(Snapshot.empty(this)).getClass();
  }

  void belongs(
      @Nullable RefField<E, ?> itsOwner,
      @Nullable RefField<E, ?> itsTerritory,
      List<RefField<E, ?>> itsWholes) {
    owner = itsOwner;
    territory = itsTerritory;
    wholes = List.copyOf(itsWholes);
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

  /** The fields that have a slot, by slot: the system's own and the declared ones. */
  public List<Field<E, ?>> slots() {
    return slots;
  }

  /** The declared fields that refer to other records. */
  public List<RefField<E, ?>> references() {
    return references;
  }

  /** What is unique among the declared fields. */
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
