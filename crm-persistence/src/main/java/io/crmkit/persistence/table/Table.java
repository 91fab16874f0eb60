package io.crmkit.persistence.table;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Money;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one type lie in a table. Immutable.
 *
 * <p>Columns: the tenant, for record types without a class the type, then identity, version, one
 * column per declared field (two for money), copies that searching needs, {@code live}, the columns
 * for search copies of custom fields, and the document with all custom values.
 */
public final class Table {
  /** Whose row it is. */
  public static final Column TENANT = Column.text("tenant", 64).always();

  /** Of which type it is, in the table that record types without a class share. */
  public static final Column RECORD_TYPE = Column.text("record_type", 48).always();

  /** The identity. */
  public static final Column ID = Column.of("id", ColumnType.UUID).always();

  /** The version. */
  public static final Column VERSION = Column.of("version", ColumnType.LONG).always();

  /** True in a row that is not deleted, else null, so that unique keys ignore deleted rows. */
  public static final Column LIVE = Column.of("live", ColumnType.BOOLEAN);

  /** The custom values. */
  public static final Column DOCUMENT = Column.of("cf", ColumnType.JSON);

  /** Reads the columns of one row. */
  @FunctionalInterface
  public interface Cells {
    /** The value of the column at {@code index} of {@link #read}, counted from 0. */
    @Nullable Object get(int index, ColumnType type) throws SQLException;
  }

  private final EntityType<?> type;
  private final Plan plan;
  private final RowForm form;

  Table(EntityType<?> type, Plan plan) {
    this.type = type;
    this.plan = plan;
    form = new RowForm(type, plan.read());
  }

  /** A column and what it holds of a row; null where that is a matter of {@link Slots}. */
  record Filled(Column column, @Nullable Function<Row, @Nullable Object> source) {}

  /** What the tables of all types without a class have in common. */
  record Plan(
      String name,
      boolean shared,
      List<Filled> filled,
      List<Column> columns,
      List<Column> slots,
      List<List<Column>> fields,
      List<Column> read,
      Map<String, Column> copies,
      List<Index> indexes,
      List<Ordering> orderings,
      List<ForeignKey> foreignKeys) {}

  /** The type of the records. */
  public EntityType<?> type() {
    return type;
  }

  /** The name without the prefix of the installation. */
  public String name() {
    return plan.name();
  }

  /** True where other types have their records in the same table. */
  public boolean shared() {
    return plan.shared();
  }

  /** All columns, in order. */
  public List<Column> columns() {
    return plan.columns();
  }

  /** The columns for search copies of custom fields. */
  public List<Column> slots() {
    return plan.slots();
  }

  /** The columns that say whose rows these are, and every key begins with: see {@link #owner}. */
  public List<Column> ownerColumns() {
    return plan.shared() ? List.of(TENANT, RECORD_TYPE) : List.of(TENANT);
  }

  /** The values of {@link #ownerColumns}. */
  public List<String> owner(String tenant) {
    return plan.shared() ? List.of(tenant, type.name()) : List.of(tenant);
  }

  /** What has to be read for a {@link Row}: identity, version, the fields, the document. */
  public List<Column> read() {
    return plan.read();
  }

  /** The indexes, unique ones included, the primary key not. */
  public List<Index> indexes() {
    return plan.indexes();
  }

  /** The orders that rows of one owner can be read in along an index. */
  public List<Ordering> orderings() {
    return plan.orderings();
  }

  /** The references of declared fields. */
  public List<ForeignKey> foreignKeys() {
    return plan.foreignKeys();
  }

  /**
   * The columns of a field that is no custom one: one, or for money the amount and the currency.
   */
  public List<Column> columns(Field<?, ?> field) {
    if (field.slot() >= 0) {
      return plan.fields().get(field.slot());
    }
    return List.of(field.name().equals(ID.name()) ? ID : VERSION);
  }

  /** The copy of a field in search form; null where there is none. */
  public @Nullable Column search(Field<?, ?> field) {
    return plan.copies().get(Tables.search(field.name()));
  }

  /** The copy of a part of an address, such as {@code "city"}; null where there is none. */
  public @Nullable Column part(Field<?, ?> field, String part) {
    return plan.copies().get(Tables.part(field.name(), part));
  }

  /**
   * What a row has in each of the {@link #columns}.
   *
   * @param layout knows how custom values are written
   * @param slots where the search copies of custom fields are
   */
  public @Nullable Object[] values(String tenant, Row row, Layout layout, Slots slots) {
    List<Filled> filled = plan.filled();
    @Nullable Object[] values = new @Nullable Object[filled.size()];
    int last = filled.size() - 1;
    values[0] = tenant;
    for (int i = 1; i < last; i++) {
      Function<Row, @Nullable Object> source = filled.get(i).source();
      if (source != null) {
        values[i] = source.apply(row);
      }
    }
    if (!row.extra().isEmpty()) {
      values[last] = Document.write(row, layout);
      for (Slots.Entry entry : slots.of(type.name())) {
        values[plan.columns().indexOf(entry.slot().column())] =
            Copies.copy(entry.field(), row, entry.slot().column());
      }
    }
    return values;
  }

  /** Reads a row of the columns {@link #read}. */
  public Row row(Cells cells, Layout layout) throws SQLException {
    return form.row(cells, layout);
  }

  /**
   * The same, but of all its fields only one is read.
   *
   * @param index where the field's column stands among {@link #read}
   */
  public Row glance(Cells cells, int index) throws SQLException {
    return form.glance(cells, index);
  }

  static @Nullable Object stored(Field<?, ?> field, Row row) {
    return storedOf(field, row);
  }

  private static <T> @Nullable Object storedOf(Field<?, T> field, Row row) {
    T value = field.of(row);
    return value == null ? null : field.kind().toStored(value);
  }

  static @Nullable Object amount(Field<?, ?> field, Row row) {
    Money money = (Money) field.of(row);
    return money == null ? null : money.amount();
  }

  static @Nullable Object currency(Field<?, ?> field, Row row) {
    Money money = (Money) field.of(row);
    return money == null ? null : money.currency();
  }

  @Override
  public String toString() {
    return name();
  }
}
