package io.crmkit.persistence.table;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of what its columns hold. What is to be done with each of them is found out once,
 * since a page of fifty rows has some two thousand.
 */
final class RowForm {
  private final EntityType<?> type;
  private final ColumnType[] columns;
  private final Cell[] cells;

  /**
   * A field's place.
   *
   * @param column the number of its column, of the first where there are two
   * @param money there are two
   * @param kind makes a value of what is stored; null where that is the value
   */
  private record Cell(int column, boolean money, @Nullable Kind<?> kind) {}

  /**
   * @param read the columns, see {@link Table#read}
   */
  RowForm(EntityType<?> type, List<Column> read) {
    this.type = type;
    columns = read.stream().map(Column::type).toArray(ColumnType[]::new);
    List<? extends Field<?, ?>> fields = type.slots();
    cells = new Cell[fields.size()];
    int column = 2;
    for (int i = 0; i < cells.length; i++) {
      Kind<?> kind = fields.get(i).kind();
      boolean money = kind.storage() == Kind.Storage.MONEY;
      cells[i] = new Cell(column, money, kind.storedAsIs() ? null : kind);
      column += money ? 2 : 1;
    }
  }

  Row row(Table.Cells from, Layout layout) throws SQLException {
    Ref<?> ref = ref(from);
    long version = (Long) present(from.get(1, ColumnType.LONG));
    @Nullable Object[] slots = new @Nullable Object[cells.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = value(from, cells[i]);
    }
    String document = (String) from.get(columns.length - 1, ColumnType.JSON);
    return new Row(
        ref, version, slots, document == null ? Map.of() : Document.read(document, type, layout));
  }

  /** A row of which nothing is known but the identity and what a column holds. */
  Row glance(Table.Cells from, int column) throws SQLException {
    @Nullable Object[] slots = new @Nullable Object[cells.length];
    for (int i = 0; i < slots.length; i++) {
      if (cells[i].column() == column) {
        slots[i] = value(from, cells[i]);
      }
    }
    return new Row(ref(from), 0, slots, Map.of());
  }

  private Ref<?> ref(Table.Cells from) throws SQLException {
    UUID id = (UUID) present(from.get(0, ColumnType.UUID));
    return type.ref(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private @Nullable Object value(Table.Cells from, Cell cell) throws SQLException {
    int column = cell.column();
    Object stored = from.get(column, columns[column]);
    if (stored == null) {
      return null;
    }
    if (cell.money()) {
      stored = Copies.money(stored, (String) present(from.get(column + 1, ColumnType.TEXT)));
    }
    Kind<?> kind = cell.kind();
    return kind == null ? stored : kind.fromStored(stored);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("a column that always has a value has none");
    }
    return value;
  }
}
