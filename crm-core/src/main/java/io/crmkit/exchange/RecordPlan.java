package io.crmkit.exchange;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which columns fill which fields, and how records are matched. */
final class RecordPlan<E extends Entity<E>> {
  enum Mode {
    INSERT,
    UPDATE,
    UPSERT,
    SKIP
  }

  static final String ID = "id";
  static final String VERSION = "version";
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final EntityType<E> type;
  private final Map<String, Function<Layout, Filling<E, ?>>> declared = new LinkedHashMap<>();
  private final Set<String> ignored = new HashSet<>(ErrorFile.ADDED);
  private Mode mode = Mode.INSERT;
  private List<Field<E, ?>> match = List.of();
  private boolean all;

  RecordPlan(EntityType<E> type) {
    this.type = type;
  }

  EntityType<E> type() {
    return type;
  }

  void add(String column, Function<Layout, Filling<E, ?>> filling) {
    declared.put(column, filling);
  }

  void ignore(Collection<String> columns) {
    ignored.addAll(columns);
  }

  void mapHeader() {
    all = true;
  }

  void mode(Mode how, List<Field<E, ?>> fields) {
    mode = how;
    match = fields;
  }

  static <E extends Entity<E>> List<Field<E, ?>> list(Field<E, ?> first, Field<E, ?>[] more) {
    List<Field<E, ?>> fields = new ArrayList<>(more.length + 1);
    fields.add(first);
    fields.addAll(List.of(more));
    return fields;
  }

  static <E extends Entity<E>> Filling<E, ?> filling(String column, Field<E, ?> field) {
    RefField<E, ?> reference = field.asRef();
    return reference == null
        ? new ValueFilling<>(column, field)
        : new IdentityFilling<>(column, reference);
  }

  private static <E extends Entity<E>, X extends Entity<X>> @Nullable Filling<E, ?> named(
      String column, RefField<E, X> reference, Layout layout, String field) {
    Field<X, ?> by = layout.find(reference.target(), field);
    return by == null ? null : new ReferenceFilling<>(column, reference, by);
  }

  private boolean byIdentity() {
    return mode == Mode.UPDATE && match.isEmpty();
  }

  /**
   * Fits the plan to a file and a layout.
   *
   * @throws CsvException where they do not fit
   */
  RecordHandler<E> handler(Columns columns, Layout layout, boolean dry) {
    columns.require(declared.keySet());
    List<Filling<E, ?>> fillings = new ArrayList<>();
    declared.values().forEach(filling -> fillings.add(filling.apply(layout)));
    if (all) {
      mapRest(columns, layout, fillings);
    }
    if (byIdentity()) {
      columns.require(List.of(ID));
    }
    refuseReadOnly(columns, fillings);
    refuseTwice(columns, fillings);
    fillings.forEach(filling -> columns.fills(filling.column(), filling.field().toString()));
    List<Filling<E, ?>> keys = new ArrayList<>();
    for (Field<E, ?> field : match) {
      keys.add(
          fillings.stream()
              .filter(filling -> filling.field().equals(field))
              .findFirst()
              .orElseThrow(() -> columns.refused("csv.match_missing", List.of(field.name()))));
    }
    return new RecordHandler<>(
        type, mode, fillings, keys, byIdentity(), byIdentity() && columns.has(VERSION), dry);
  }

  private void mapRest(Columns columns, Layout layout, List<Filling<E, ?>> fillings) {
    List<String> unknown = new ArrayList<>();
    for (String column : columns.names()) {
      boolean matched = byIdentity() && (column.equals(ID) || column.equals(VERSION));
      if (!matched && !ignored.contains(column) && !declared.containsKey(column)) {
        Filling<E, ?> filling = byHeading(column, layout);
        if (filling == null) {
          unknown.add(column);
        } else {
          fillings.add(filling);
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw columns.refused("csv.column_unknown", unknown, type.name());
    }
  }

  private @Nullable Filling<E, ?> byHeading(String column, Layout layout) {
    Field<E, ?> field = layout.find(type, column);
    if (field != null) {
      return filling(column, field);
    }
    int dot = column.indexOf('.');
    Field<E, ?> reference = dot < 0 ? null : layout.find(type, column.substring(0, dot));
    if (reference != null && reference.asRef() != null) {
      return named(column, reference.asRef(), layout, column.substring(dot + 1));
    }
    List<Field<E, ?>> labelled =
        layout.fields(type).stream()
            .filter(its -> LANGUAGES.stream().anyMatch(l -> its.label(l).equalsIgnoreCase(column)))
            .toList();
    return labelled.size() == 1 ? filling(column, labelled.get(0)) : null;
  }

  private void refuseReadOnly(Columns columns, List<Filling<E, ?>> fillings) {
    List<String> readOnly =
        fillings.stream()
            .filter(filling -> isReadOnly(filling.field()))
            .map(Filling::column)
            .toList();
    if (!readOnly.isEmpty()) {
      throw columns.refused("csv.column_read_only", readOnly, type.name());
    }
  }

  private boolean isReadOnly(Field<E, ?> field) {
    boolean system = !field.custom() && !type.fields().contains(field);
    return system || field.managed();
  }

  private void refuseTwice(Columns columns, List<Filling<E, ?>> fillings) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (Filling<E, ?> filling : fillings) {
      if (!filling.field().type().name().equals(type.name())) {
        throw new InvalidRequestException("request.field", filling.field());
      }
      String first = seen.putIfAbsent(filling.field().name(), filling.column());
      if (first != null) {
        throw columns.refused(
            "csv.columns_same_field", List.of(first, filling.column()), filling.field().name());
      }
    }
  }
}
