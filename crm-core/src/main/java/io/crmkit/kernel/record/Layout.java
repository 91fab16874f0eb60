package io.crmkit.kernel.record;

import io.crmkit.kernel.error.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one tenant's data: the record types there are, the custom fields on each and the
 * codes of each code table. Immutable; a change of the shape makes another layout.
 */
public final class Layout {
  private final Map<String, EntityType<?>> types;
  private final Set<EntityType<?>> known;
  private final Map<String, List<Field<?, ?>>> custom;
  private final Map<String, CodeTable> codes;
  private final Map<String, Map<String, String>> labels;
  private final Map<String, List<SealedField<?>>> sealed;
  private final Layout stored;
  private final boolean hasSecrets;
  private final Predicate<Field<?, ?>> named;

  /**
   * @param types the record types
   * @param custom custom fields of any of them
   * @param codes the code tables by name
   */
  public Layout(
      Collection<EntityType<?>> types,
      Collection<Field<?, ?>> custom,
      Map<String, CodeTable> codes) {
    this(types, custom, codes, Map.of());
  }

  /**
   * @param types the record types
   * @param custom custom fields of any of them
   * @param codes the code tables by name
   * @param labels by name of a record type and language, where the type itself has none
   */
  public Layout(
      Collection<EntityType<?>> types,
      Collection<Field<?, ?>> custom,
      Map<String, CodeTable> codes,
      Map<String, Map<String, String>> labels) {
    Map<String, EntityType<?>> byName = new LinkedHashMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    Map<String, List<Field<?, ?>>> byType = new LinkedHashMap<>();
    for (Field<?, ?> field : custom) {
      byType.computeIfAbsent(field.type().name(), name -> new ArrayList<>()).add(field);
    }
    this.types = byName;
    this.known = Set.copyOf(byName.values());
    this.custom = byType;
    this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    this.labels = Map.copyOf(labels);
    this.sealed = sealed(custom);
    this.hasSecrets =
        !sealed.isEmpty() || types.stream().anyMatch(type -> !type.sealed().isEmpty());
    this.stored = sealed.isEmpty() ? this : new Layout(types, stored(custom), codes, labels);
    this.named = field -> true;
  }

  private Layout(Layout like, Predicate<Field<?, ?>> named) {
    this.types = like.types;
    this.known = like.known;
    this.custom = like.custom;
    this.codes = like.codes;
    this.labels = like.labels;
    this.sealed = like.sealed;
    this.hasSecrets = like.hasSecrets;
    this.stored = like.stored;
    this.named = named;
  }

  /**
   * The same shape, where what is refused names no fields but these, for somebody who must not
   * learn of the others.
   */
  public Layout naming(Predicate<Field<?, ?>> fields) {
    return new Layout(this, fields);
  }

  /** The names of the declared and custom fields of a type, to be told to who asks for another. */
  <E extends Entity<E>> List<String> names(EntityType<E> type) {
    return named(fields(type));
  }

  /** The names of those of the fields that may be told. */
  <E extends Entity<E>> List<String> named(List<Field<E, ?>> fields) {
    return fields.stream().filter(named).map(Field::name).toList();
  }

  private static Map<String, List<SealedField<?>>> sealed(Collection<Field<?, ?>> custom) {
    Map<String, List<SealedField<?>>> byType = new LinkedHashMap<>();
    for (Field<?, ?> field : custom) {
      if (field.encrypted()) {
        byType.computeIfAbsent(field.type().name(), name -> new ArrayList<>()).add(seal(field));
      }
    }
    return byType;
  }

  private static <E extends Entity<E>> SealedField<E> seal(Field<E, ?> field) {
    return field.type().sealed(field);
  }

  private static Collection<Field<?, ?>> stored(Collection<Field<?, ?>> custom) {
    List<Field<?, ?>> places = new ArrayList<>();
    for (Field<?, ?> field : custom) {
      if (field.encrypted()) {
        SealedField<?> secret = seal(field);
        places.add(secret.text());
        if (secret.blind() != null) {
          places.add(secret.blind());
        }
      } else {
        places.add(field);
      }
    }
    return places;
  }

  /** The same shape as a store sees it: in place of encrypted custom fields their ciphertexts. */
  public Layout stored() {
    return stored;
  }

  /** True where any field is encrypted. */
  public boolean hasSecrets() {
    return hasSecrets;
  }

  /** The encrypted fields of a type, declared and custom. */
  @SuppressWarnings("unchecked")
  public <E extends Entity<E>> List<SealedField<E>> sealed(EntityType<E> type) {
    List<SealedField<?>> more = sealed.get(type.name());
    if (more == null) {
      return type.sealed();
    }
    List<SealedField<E>> all = new ArrayList<>(type.sealed());
    all.addAll((List<SealedField<E>>) (List<?>) more);
    return all;
  }

  /** True where any field of a type is {@linkplain Field#confidential() confidential}. */
  public boolean confidential(EntityType<?> type) {
    if (type.confidential()) {
      return true;
    }
    for (Field<?, ?> field : custom.getOrDefault(type.name(), List.of())) {
      if (field.confidential()) {
        return true;
      }
    }
    return false;
  }

  /** The record types, in the order of their modules. */
  public Collection<EntityType<?>> types() {
    return types.values();
  }

  /**
   * A record type by name.
   *
   * @throws NotFoundException where there is none
   */
  public EntityType<?> type(String name) {
    EntityType<?> type = types.get(name);
    if (type == null) {
      throw NotFoundException.named("record type", name, types.keySet());
    }
    return type;
  }

  /** True where the tenant has the type. */
  public boolean knows(EntityType<?> type) {
    return known.contains(type);
  }

  /** The custom fields of a type. */
  @SuppressWarnings("unchecked")
  public <E extends Entity<E>> List<Field<E, ?>> custom(EntityType<E> type) {
    return (List<Field<E, ?>>) (List<?>) custom.getOrDefault(type.name(), List.of());
  }

  /** The declared and custom fields of a type. */
  public <E extends Entity<E>> List<Field<E, ?>> fields(EntityType<E> type) {
    List<Field<E, ?>> more = custom(type);
    if (more.isEmpty()) {
      return type.fields();
    }
    List<Field<E, ?>> all = new ArrayList<>(type.fields());
    all.addAll(more);
    return all;
  }

  /** A declared, system or custom field by name; null where there is none. */
  public <E extends Entity<E>> @Nullable Field<E, ?> find(EntityType<E> type, String name) {
    Field<E, ?> declared = type.field(name);
    if (declared != null) {
      return declared;
    }
    for (Field<E, ?> field : custom(type)) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /**
   * A declared, system or custom field by name.
   *
   * @throws NotFoundException where there is none; lists those there are, as far as they may be
   *     told
   */
  public <E extends Entity<E>> Field<E, ?> field(EntityType<E> type, String name) {
    Field<E, ?> field = find(type, name);
    if (field == null) {
      throw NotFoundException.named("field of " + type.name(), name, names(type));
    }
    return field;
  }

  /** The declared and custom fields by which records of a type refer to others. */
  public <E extends Entity<E>> List<RefField<E, ?>> references(EntityType<E> type) {
    List<Field<E, ?>> more = custom(type);
    if (more.isEmpty()) {
      return type.references();
    }
    List<RefField<E, ?>> all = new ArrayList<>(type.references());
    for (Field<E, ?> field : more) {
      RefField<E, ?> ref = field.asRef();
      if (ref != null) {
        all.add(ref);
      }
    }
    return all;
  }

  /** What is unique among the declared and the custom fields of a type. */
  public <E extends Entity<E>> List<UniqueKey<E>> uniques(EntityType<E> type) {
    List<UniqueKey<E>> keys = null;
    for (Field<E, ?> field : custom(type)) {
      if (field.unique()) {
        keys = keys == null ? new ArrayList<>(type.uniques()) : keys;
        keys.add(new UniqueKey<>(field.name(), List.of(field)));
      }
    }
    return keys == null ? type.uniques() : keys;
  }

  /**
   * The label of a record type in the language of {@code locale}, else in English; the name where
   * there is none.
   */
  public String label(EntityType<?> type, Locale locale) {
    Map<String, String> own = labels.get(type.name());
    if (own == null) {
      return type.label(locale);
    }
    String english = own.getOrDefault(Locale.ENGLISH.getLanguage(), type.name());
    return own.getOrDefault(locale.getLanguage(), english);
  }

  /** The code tables, in the order of their modules. */
  public Collection<CodeTable> codeTables() {
    return codes.values();
  }

  /** A code table; one without codes where nobody has declared it. */
  public CodeTable codes(String table) {
    CodeTable found = codes.get(table);
    return found == null ? CodeTable.empty(table) : found;
  }
}
