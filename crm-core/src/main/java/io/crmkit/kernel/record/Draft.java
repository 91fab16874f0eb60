package io.crmkit.kernel.record;

import io.crmkit.kernel.error.Localised;
import io.crmkit.kernel.error.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making: a new one or a change of one. Values are taken as they come and checked
 * together when the record is written, so that everything wrong is said at once.
 *
 * <p>Not thread-safe; of no use after the verb it was handed out by.
 */
public final class Draft<E extends Entity<E>> {
  private final EntityType<E> type;
  private final @Nullable Row base;
  private final Ref<E> ref;
  private @Nullable Object[] slots;
  private final boolean[] touched;
  private final List<Field<E, ?>> asked = new ArrayList<>(4);
  private final List<Field<E, ?>> shown = Collections.unmodifiableList(asked);
  private final List<Field<E, ?>> carried = new ArrayList<>(0);
  private Map<String, Violation> refused = Map.of();
  private List<Field<E, ?>> touchedCustom = List.of();
  private @Nullable Map<String, @Nullable Object> extra;
  private Veil veil;
  private boolean unlocked;
  private boolean filled;
  private boolean handedOver;

  private Draft(EntityType<E> type, Ref<E> ref, @Nullable Row base, Veil veil) {
    this.type = type;
    this.ref = ref;
    this.base = base;
    this.veil = veil;
    this.slots = base == null ? new @Nullable Object[type.slots().size()] : base.copyOfSlots();
    this.touched = new boolean[slots.length];
  }

  /** A draft of a new record. */
  public static <E extends Entity<E>> Draft<E> create(EntityType<E> type, Ref<E> ref) {
    return new Draft<>(type, ref, null, Veil.NONE);
  }

  /** A draft of a change of {@code entity}; what {@link Entity#with} changed is in it. */
  public static <E extends Entity<E>> Draft<E> change(E entity, Layout layout) {
    Snapshot snapshot = entity.snapshot();
    Row stored = snapshot.stored();
    Row wanted = snapshot.row();
    Draft<E> draft = new Draft<>(entity.type(), entity.ref(), stored, snapshot.veil());
    if (wanted != stored) {
      draft.take(wanted, stored, layout);
    }
    return draft;
  }

  private void take(Row wanted, Row stored, Layout layout) {
    for (Field<E, ?> field : layout.fields(type)) {
      if (!Objects.equals(field.of(wanted), field.of(stored))) {
        put(field, field.of(wanted));
      }
    }
    Set<String> names = new TreeSet<>(wanted.extra().keySet());
    names.addAll(stored.extra().keySet());
    for (String name : names) {
      if (layout.find(type, name) == null
          && !Objects.equals(wanted.extra().get(name), stored.extra().get(name))) {
        refuse(unknown(name, layout));
      }
    }
  }

  /** The identity that the record has or will have. */
  public Ref<E> ref() {
    return ref;
  }

  /** True for a new record. */
  public boolean isNew() {
    return base == null;
  }

  /** Sets a value. */
  public <T> Draft<E> set(Field<E, T> field, T value) {
    put(field, Objects.requireNonNull(value, () -> field + ": use clear to remove the value"));
    return this;
  }

  /** Sets a reference to {@code record}. */
  public <X extends Entity<X>> Draft<E> set(RefField<E, X> field, X record) {
    return set(field, record.ref());
  }

  /** Sets a value, or removes it where {@code value} is null. */
  public <T> Draft<E> setOrClear(Field<E, T> field, @Nullable T value) {
    put(field, value);
    return this;
  }

  /** Sets a value, or leaves none, where nobody has set or cleared the field. */
  public <T> Draft<E> preset(Field<E, T> field, @Nullable T value) {
    return get(field) == null && !isTouched(field) ? setOrClear(field, value) : this;
  }

  /** Sets a value from its text form; a text that cannot be read is a violation like any other. */
  public <T> Draft<E> parse(Field<E, T> field, String text) {
    try {
      put(field, field.kind().parse(text));
    } catch (Refused bad) {
      refuse(field.violation(bad));
    }
    return this;
  }

  /**
   * Sets a code that another record of the feature holds already, so that it is good here although
   * new records are not given it any more.
   */
  public Draft<E> carry(Definition<E> definition, TextField<E> field, @Nullable String code) {
    unlock(definition);
    carried.add(field);
    return setOrClear(field, code);
  }

  /** Removes a value. */
  public Draft<E> clear(Field<E, ?> field) {
    put(field, null);
    return this;
  }

  /**
   * The value as it stands in the draft; null where there is none, or where whoever fills the draft
   * may not see it.
   */
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(Field<E, T> field) {
    if (veil.hides(field) && !isTouched(field)) {
      return null;
    }
    if (field.slot() >= 0) {
      return (T) slots[field.slot()];
    }
    if (extra != null && extra.containsKey(field.name())) {
      return (T) extra.get(field.name());
    }
    return base == null ? null : field.of(base);
  }

  /** The value that the record has as long as the draft is not written; for hooks. */
  public <T> @Nullable T stored(Field<E, T> field) {
    return base == null || veil.hides(field) ? null : field.of(base);
  }

  /** True where {@code field} was set or cleared. */
  public boolean isTouched(Field<E, ?> field) {
    return field.slot() >= 0 ? touched[field.slot()] : touchedCustom.contains(field);
  }

  /**
   * The fields that the caller set or cleared, not a feature that has {@link #unlock}ed it or a
   * hook.
   */
  public List<Field<E, ?>> asked() {
    return shown;
  }

  /** Opens the managed fields to the holder of the type's definition: the feature itself. */
  public Draft<E> unlock(Definition<E> definition) {
    if (!type.isDefinedBy(definition)) {
      throw new IllegalArgumentException("the definition of another type than " + type);
    }
    unlocked = true;
    veil = Veil.NONE;
    return this;
  }

  /**
   * Gives a new record the key of its history. Called by the write pipeline.
   *
   * @param key a text, or {@link Later} one
   */
  public void giveKey(Object key) {
    slots[type.keySlot()] = key;
  }

  /**
   * Lets {@code filling} set values. Called by the write pipeline: what the snapshot hides stays
   * hidden meanwhile and is open to hooks afterwards.
   */
  public void fill(Consumer<Draft<E>> filling) {
    filling.accept(this);
    filled = true;
    veil = Veil.NONE;
  }

  private void put(Field<E, ?> field, @Nullable Object value) {
    if (field.managed() && !unlocked) {
      refuse(field.violation("violation.managed"));
    } else if (field.custom()) {
      touch(field);
      extra().put(field.name(), value);
    } else if (field.slot() >= EntityType.FIRST_SLOT && field.type() == type) {
      if (handedOver) { // to the row, which a draft kept beyond its verb must not change
        slots = slots.clone();
        handedOver = false;
      }
      slots[field.slot()] = value;
      touch(field);
    } else {
      refuse(field.violation("violation.system"));
    }
  }

  private void touch(Field<E, ?> field) {
    if (isTouched(field)) {
      return; // whoever touched it first has asked for it, or could do without
    }
    if (field.slot() >= 0) {
      touched[field.slot()] = true;
    } else {
      touchedCustom = touchedCustom.isEmpty() ? new ArrayList<>() : touchedCustom;
      touchedCustom.add(field);
    }
    if (!unlocked && !filled) {
      asked.add(field);
    }
  }

  /** Of several things wrong with a field the first is said. */
  private void refuse(Violation violation) {
    refused = refused.isEmpty() ? new LinkedHashMap<>() : refused;
    refused.putIfAbsent(String.valueOf(violation.field()), violation);
  }

  private Map<String, @Nullable Object> extra() {
    if (extra == null) {
      extra = new HashMap<>();
    }
    return extra;
  }

  /**
   * Completes the draft: defaults, canonical forms, every rule. Called by the write pipeline.
   *
   * @param layout the shape of the tenant's data
   * @param at the moment of the change
   * @param zone by whose clock codes are good on a day
   * @param actor who makes it
   * @param violations where everything wrong goes
   * @return the row with the next version; the stored row itself where nothing changed; of no use
   *     where there are violations
   */
  public Row finish(
      Layout layout, Instant at, ZoneId zone, String actor, List<Violation> violations) {
    Supplier<LocalDate> today = () -> LocalDate.ofInstant(at, zone);
    int before = violations.size();
    Map<String, Violation> others = refused.isEmpty() ? refused : new LinkedHashMap<>(refused);
    for (Field<E, ?> field : type.fields()) {
      Violation known = others.isEmpty() ? null : others.remove(field.name());
      if (known == null && isLeftAlone(field)) {
        continue;
      }
      if (known == null) {
        slots[field.slot()] = checked(field, slots[field.slot()], layout, today, violations);
      } else {
        violations.add(known);
      }
    }
    Map<String, Object> custom = finishExtra(layout, today, others, violations);
    if (!others.isEmpty()) {
      violations.addAll(others.values());
    }
    if (base != null && violations.size() == before) {
      boolean same = base.hasSlots(slots);
      if (same && custom.equals(base.extra())) {
        return base;
      }
    }
    stamp(at, actor);
    handedOver = true;
    Row row = new Row(ref, base == null ? 1 : base.version() + 1, slots, custom);
    if (violations.size() == before && !type.rules().isEmpty()) {
      checkRules(row, violations);
    }
    return row;
  }

  /** True where nobody has touched a field that has its value or may be without. */
  private boolean isLeftAlone(Field<E, ?> field) {
    return !touched[field.slot()] && (slots[field.slot()] != null || !field.wantsValue());
  }

  /** The row that it would be now; a value that would be refused counts as missing. */
  public Row preview(Layout layout) {
    List<Violation> ignored = new ArrayList<>();
    @Nullable Object[] values = slots.clone();
    for (Field<E, ?> field : type.fields()) {
      values[field.slot()] = field.check(initial(field), ignored);
    }
    Map<String, Object> custom = new TreeMap<>();
    for (Field<E, ?> field : layout.custom(type)) {
      Object value = field.check(get(field), ignored);
      if (value != null) {
        custom.put(field.name(), value);
      }
    }
    return new Row(ref, base == null ? 1 : base.version() + 1, values, custom);
  }

  private @Nullable Object initial(Field<E, ?> field) {
    Object given = slots[field.slot()];
    return given == null && base == null && !isTouched(field) ? field.defaultValue() : given;
  }

  private void stamp(Instant at, String actor) {
    if (base == null) {
      slots[EntityType.CREATED_AT] = at;
      slots[EntityType.CREATED_BY] = actor;
    }
    slots[EntityType.UPDATED_AT] = at;
    slots[EntityType.UPDATED_BY] = actor;
  }

  private Map<String, Object> finishExtra(
      Layout layout,
      Supplier<LocalDate> today,
      Map<String, Violation> others,
      List<Violation> violations) {
    Map<String, Object> old = base == null ? Map.of() : base.extra();
    List<Field<E, ?>> known = layout.custom(type);
    if (known.isEmpty() && extra == null) {
      return old;
    }
    Map<String, Object> result = new TreeMap<>(old);
    for (Field<E, ?> field : known) {
      Violation refusal = others.isEmpty() ? null : others.remove(field.name());
      if (refusal != null) {
        violations.add(refusal);
        continue;
      }
      Object value = checked(field, get(field), layout, today, violations);
      if (value == null) {
        result.remove(field.name());
      } else {
        result.put(field.name(), value);
      }
    }
    for (Field<E, ?> field : touchedCustom) {
      if (!known.contains(field)) {
        violations.add(unknown(field.name(), layout));
      }
    }
    return result.isEmpty() ? Map.of() : result;
  }

  private Violation unknown(String name, Layout layout) {
    return Violation.of(
        type.name(), name, "violation.unknown_field", layout.named(layout.custom(type)));
  }

  private @Nullable Object checked(
      Field<E, ?> field,
      @Nullable Object given,
      Layout layout,
      Supplier<LocalDate> today,
      List<Violation> violations) {
    boolean set = isTouched(field);
    if (!set && base != null) {
      if (given == null && field.required()) {
        violations.add(field.violation("violation.required"));
      }
      return given;
    }
    Object value = given == null && !set ? field.defaultValue() : given;
    int before = violations.size();
    if (value != null) {
      value = field.check(value, violations);
      if (value instanceof String text) {
        checkCode(field, text, layout, today, violations);
        if (set && Mask.looksLike(field, text)) {
          violations.add(field.violation("violation.mask", text));
        }
      }
    }
    boolean blank = value == null || (value instanceof String text && text.isBlank());
    if (blank && field.required() && violations.size() == before) {
      violations.add(field.violation("violation.required"));
    }
    if (set && field.immutable() && base != null) {
      Object stored = field.of(base);
      if (stored != null && !stored.equals(value)) {
        violations.add(field.violation("violation.immutable"));
      }
    }
    return value;
  }

  private void checkCode(
      Field<E, ?> field,
      String code,
      Layout layout,
      Supplier<LocalDate> today,
      List<Violation> violations) {
    TextField<E> text = field.asText();
    String name = text == null ? null : text.codeTable();
    if (name == null || carried.contains(field) || (base != null && code.equals(field.of(base)))) {
      return; // what the record has already stays good
    }
    CodeTable table = layout.codes(name);
    if (table.alwaysAccepts(code)) {
      return;
    }
    LocalDate day = today.get();
    if (!table.accepts(code, day)) {
      violations.add(
          field.violation(
              "violation.code", Kinds.shorten(code), name, Kinds.shorten(table.acceptedOn(day))));
    }
  }

  private void checkRules(Row row, List<Violation> violations) {
    E entity = type.entity(row);
    for (Rule<E> rule : type.rules()) {
      if (!rule.holds().test(entity)) {
        violations.add(violation(rule));
      }
    }
  }

  private Violation violation(Rule<E> rule) {
    String code = rule.code();
    if (code == null) {
      return rule.field().violation(rule.message());
    }
    Localised text =
        locale ->
            Objects.requireNonNullElse(type.text(type.name() + ".rule." + code, locale), code);
    return rule.field().violation(rule.message(), text);
  }

  @Override
  public String toString() {
    return "Draft[" + ref + (base == null ? ", new" : ", v" + base.version()) + ']';
  }
}
