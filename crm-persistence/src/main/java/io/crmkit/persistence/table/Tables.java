package io.crmkit.persistence.table;

import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.UniqueKey;
import io.crmkit.kernel.value.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of an installation: one per record type, and one for all types without a class. */
public final class Tables {
  /** The name of the table of record types without a class. */
  public static final String CUSTOM_RECORD = "custom_record";

  private static final int TEXT_SLOTS = 5;
  private static final int NUMBER_SLOTS = 3;
  private static final int TIME_SLOTS = 2;

  /** The greatest length of a text that is copied for search; as much as every index can hold. */
  private static final int SLOT_LENGTH = 255;

  private static final int USUAL_LENGTH = 255;

  private final Map<String, Table> byName = new LinkedHashMap<>();
  private final Map<String, Table> custom = new ConcurrentHashMap<>();
  private final Table.Plan shared;

  /**
   * Lays out the tables of record types.
   *
   * @throws IllegalArgumentException where two types or columns would share a name
   */
  public Tables(Collection<EntityType<?>> types) {
    for (EntityType<?> type : types) {
      if (type.name().equals(CUSTOM_RECORD)) {
        throw new IllegalArgumentException(type + ": the name belongs to the library");
      }
      byName.put(type.name(), new Table(type, plan(type, type.name(), false)));
    }
    shared = plan(CustomRecord.type(CUSTOM_RECORD), CUSTOM_RECORD, true);
  }

  /** The table of a type, be it known from the beginning or made at run time. */
  public Table of(EntityType<?> type) {
    Table table = byName.get(type.name());
    return table != null
        ? table
        : custom.computeIfAbsent(type.name(), name -> new Table(type, shared));
  }

  /**
   * Every table there is, each once, referred to before those that refer where that is possible.
   */
  public List<Table> all() {
    List<Table> all = new ArrayList<>(byName.values());
    all.add(new Table(CustomRecord.type(CUSTOM_RECORD), shared));
    return all;
  }

  /** The type of column that copies of a custom field stand in; null where it can have none. */
  public static @Nullable ColumnType slotType(Field<?, ?> field) {
    return Copies.slotType(field);
  }

  /** A value as the column of a search copy holds it. */
  public static Object slotValue(Object stored, Column slot) {
    return Copies.slotValue(stored, slot);
  }

  /** The search copy of a row's custom value; null where there is no value. */
  public static @Nullable Object slotCopy(Field<?, ?> field, Row row, Column slot) {
    return Copies.copy(field, row, slot);
  }

  /** An amount of money from its two columns. */
  public static Money money(Object amount, String currency) {
    return Copies.money(amount, currency);
  }

  static String search(String field) {
    return field + "__search";
  }

  static String part(String field, String part) {
    return field + "__" + part;
  }

  private static Table.Plan plan(EntityType<?> type, String name, boolean shared) {
    return new Planner(type, name, shared).plan();
  }

  /** Lays out one table. */
  private static final class Planner {
    private final EntityType<?> type;
    private final String name;
    private final boolean shared;
    private final List<Table.Filled> filled = new ArrayList<>();
    private final List<List<Column>> fields = new ArrayList<>();
    private final Map<String, Column> copies = new HashMap<>();
    private final List<Column> slots = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();

    Planner(EntityType<?> type, String name, boolean shared) {
      this.type = type;
      this.name = name;
      this.shared = shared;
    }

    Table.Plan plan() {
      fill(Table.TENANT, null);
      if (shared) {
        fill(Table.RECORD_TYPE, row -> row.type().name());
      }
      fill(Table.ID, row -> row.ref().id());
      fill(Table.VERSION, Row::version);
      type.slots().forEach(this::field);
      type.slots().forEach(this::copy);
      fill(Table.LIVE, row -> row.deleted() ? null : true);
      if (!type.journal()) {
        slots("t", TEXT_SLOTS, Column.text("", SLOT_LENGTH));
        slots("n", NUMBER_SLOTS, Column.of("", ColumnType.DECIMAL));
        slots("d", TIME_SLOTS, Column.of("", ColumnType.INSTANT));
      }
      fill(Table.DOCUMENT, null);
      type.uniques().forEach(this::unique);
      indexes(type);
      return new Table.Plan(
          name,
          shared,
          List.copyOf(filled),
          filled.stream().map(Table.Filled::column).toList(),
          List.copyOf(slots),
          List.copyOf(fields),
          read(),
          Map.copyOf(copies),
          List.copyOf(indexes),
          Ordering.of(owner().size(), indexes, foreignKeys),
          List.copyOf(foreignKeys));
    }

    private void fill(Column column, @Nullable Function<Row, @Nullable Object> source) {
      for (Table.Filled other : filled) {
        if (other.column().name().equals(column.name())) {
          throw new IllegalArgumentException(
              name + " would have two columns " + column.name() + ": rename the field");
        }
      }
      filled.add(new Table.Filled(column, source));
    }

    private void field(Field<?, ?> field) {
      List<Column> its = columns(field);
      if (its.size() == 2) {
        fill(its.get(0), row -> Table.amount(field, row));
        fill(its.get(1), row -> Table.currency(field, row));
      } else {
        fill(its.get(0), row -> Table.stored(field, row));
      }
      fields.add(its);
      RefField<?, ?> ref = field.asRef();
      if (ref != null) {
        foreignKeys.add(
            new ForeignKey(name + "_" + field.name() + "_fk", its.get(0), ref.target().name()));
      }
      if ((field.indexed() && !field.unique()) || ref != null) {
        // Money is compared within a currency.
        List<Column> keys = its.size() == 2 ? List.of(its.get(1), its.get(0)) : its;
        index(name + "_" + field.name() + "_ix", keys, false);
      }
    }

    private static List<Column> columns(Field<?, ?> field) {
      String column = field.name();
      Kind<?> kind = field.kind();
      return switch (kind.storage()) {
        case TEXT ->
            List.of(
                Column.text(column, Objects.requireNonNullElse(field.maxLength(), USUAL_LENGTH)));
        case LONG_TEXT -> List.of(Column.of(column, ColumnType.LONG_TEXT));
        case LONG -> List.of(Column.of(column, ColumnType.LONG));
        case DECIMAL -> List.of(Column.of(column, ColumnType.DECIMAL));
        case BOOLEAN -> List.of(Column.of(column, ColumnType.BOOLEAN));
        case DATE -> List.of(Column.of(column, ColumnType.DATE));
        case INSTANT -> List.of(Column.of(column, ColumnType.INSTANT));
        case UUID, REF -> List.of(Column.of(column, ColumnType.UUID));
        case MONEY ->
            List.of(
                Column.of(column, ColumnType.DECIMAL), Column.text(part(column, "currency"), 3));
      };
    }

    private void copy(Field<?, ?> field) {
      if (field.searchable()) {
        copy(
            Column.of(search(field.name()), ColumnType.LONG_TEXT),
            row -> Copies.search(field, row));
      }
      if (field.kind().name().equals("address")) {
        for (String part : Copies.ADDRESS_PARTS) {
          copy(
              Column.text(part(field.name(), part), USUAL_LENGTH),
              row -> Copies.addressPart(field, part, row));
        }
      }
    }

    private void copy(Column column, Function<Row, @Nullable Object> source) {
      fill(column, source);
      copies.put(column.name(), column);
    }

    private void slots(String letter, int count, Column like) {
      for (int i = 1; i <= count; i++) {
        Column slot = new Column("cf_" + letter + i, like.type(), like.length(), false);
        fill(slot, null);
        slots.add(slot);
        List<Column> keys = new ArrayList<>(owner());
        keys.add(slot);
        keys.add(Table.ID);
        indexes.add(new Index(name + "_" + slot.name() + "_ix", keys, false, true));
      }
    }

    private List<Column> owner() {
      return shared ? List.of(Table.TENANT, Table.RECORD_TYPE) : List.of(Table.TENANT);
    }

    private void index(String index, List<Column> columns, boolean unique) {
      List<Column> keys = new ArrayList<>(owner());
      keys.addAll(columns);
      keys.add(unique ? Table.LIVE : Table.ID);
      indexes.add(new Index(index, keys, unique, false));
    }

    private void unique(UniqueKey<?> key) {
      List<Column> columns = new ArrayList<>();
      for (Field<?, ?> field : key.fields()) {
        columns.addAll(fields.get(field.slot()));
      }
      index(name + "_" + key.name() + "_uq", columns, true);
    }

    private <E extends Entity<E>> void indexes(EntityType<E> of) {
      for (List<Field<E, ?>> together : of.indexes()) {
        StringBuilder text = new StringBuilder(name);
        List<Column> columns = new ArrayList<>();
        for (Field<E, ?> field : together) {
          text.append('_').append(field.name());
          columns.addAll(fields.get(field.slot()));
        }
        index(text.append("_ix").toString(), columns, false);
      }
    }

    private List<Column> read() {
      List<Column> read = new ArrayList<>(List.of(Table.ID, Table.VERSION));
      fields.forEach(read::addAll);
      read.add(Table.DOCUMENT);
      return List.copyOf(read);
    }
  }
}
