package io.crmkit.kernel.secret;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one tenant into what a store keeps of them, and back. */
final class Sealing {
  private final Vault vault;
  private final String tenant;
  private final Layout layout;

  Sealing(Vault vault, String tenant, Layout layout) {
    this.vault = vault;
    this.tenant = tenant;
    this.layout = layout;
  }

  List<Change> sealed(List<Change> changes) {
    for (int i = 0; i < changes.size(); i++) {
      if (!layout.sealed(changes.get(i).ref().type()).isEmpty()) {
        return changes.stream().map(this::sealed).toList();
      }
    }
    return changes;
  }

  private Change sealed(Change change) {
    List<? extends SealedField<?>> fields = layout.sealed(change.ref().type());
    if (fields.isEmpty() || change instanceof Change.Expect) {
      return change;
    } else if (change instanceof Change.Insert insert) {
      return new Change.Insert(sealed(insert.row(), fields));
    } else if (change instanceof Change.Purge purge) {
      return new Change.Purge(sealed(purge.before(), fields));
    }
    Change.Update update = (Change.Update) change;
    Cells before = new Cells(update.before());
    Cells after = new Cells(update.after());
    for (SealedField<?> field : fields) {
      Object was = field.field().of(update.before());
      Object is = field.field().of(update.after());
      seal(field, is, after);
      before.put(
          field.text(),
          was == null ? null : Objects.equals(was, is) ? after.get(field.text()) : "");
      blind(field, was, before);
    }
    return new Change.Update(before.row(), after.row());
  }

  /** A row as a store keeps it. */
  Row sealed(Row row, List<? extends SealedField<?>> fields) {
    Cells cells = new Cells(row);
    for (SealedField<?> field : fields) {
      seal(field, field.field().of(row), cells);
    }
    return cells.row();
  }

  private void seal(SealedField<?> field, @Nullable Object value, Cells cells) {
    cells.put(
        field.text(),
        value == null
            ? null
            : vault.encrypt(
                tenant, cells.ref(), field.field().name(), format(field.field(), value)));
    blind(field, value, cells);
  }

  private void blind(SealedField<?> field, @Nullable Object value, Cells cells) {
    TextField<?> blind = field.blind();
    if (blind != null) {
      cells.put(
          blind,
          value == null
              ? null
              : vault.blind(
                  tenant,
                  field.field().type(),
                  field.field().name(),
                  format(field.field(), value)));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> String format(Field<?, T> field, Object value) {
    return field.kind().format((T) value);
  }

  <E extends Entity<E>> List<Row> opened(List<Row> rows, EntityType<E> type) {
    List<SealedField<E>> fields = layout.sealed(type);
    if (fields.isEmpty() || rows.isEmpty()) {
      return rows;
    }
    List<Row> opened = new ArrayList<>(rows.size());
    for (Row row : rows) {
      opened.add(opened(row, fields));
    }
    return opened;
  }

  Row opened(Row row) {
    List<? extends SealedField<?>> fields = layout.sealed(row.type());
    return fields.isEmpty() ? row : opened(row, fields);
  }

  private Row opened(Row row, List<? extends SealedField<?>> fields) {
    Cells cells = new Cells(row);
    for (SealedField<?> field : fields) {
      String sealed = (String) cells.get(field.text());
      cells.put(field.text(), sealed == null ? null : open(field.field(), row.ref(), sealed));
      TextField<?> blind = field.blind();
      if (blind != null) {
        cells.put(blind, null);
      }
    }
    return cells.row();
  }

  private Object open(Field<?, ?> field, Ref<?> record, String sealed) {
    return parsed(field, vault.decrypt(tenant, record, field.name(), sealed));
  }

  private static <T> Object parsed(Field<?, T> field, String text) {
    return field.kind().parse(text);
  }

  /** The values of a row, to be exchanged. */
  private static final class Cells {
    private final Row row;
    private final @Nullable Object[] slots;
    private @Nullable Map<String, Object> extra;

    Cells(Row row) {
      this.row = row;
      this.slots = row.copyOfSlots();
    }

    Ref<?> ref() {
      return row.ref();
    }

    @Nullable Object get(Field<?, ?> place) {
      return place.custom() ? extra().get(place.name()) : slots[place.slot()];
    }

    void put(Field<?, ?> place, @Nullable Object value) {
      if (!place.custom()) {
        slots[place.slot()] = value;
      } else if (value != null) {
        writable().put(place.name(), value);
      } else if (extra().containsKey(place.name())) {
        writable().remove(place.name());
      }
    }

    private Map<String, Object> extra() {
      return extra == null ? row.extra() : extra;
    }

    private Map<String, Object> writable() {
      Map<String, Object> mine = extra;
      if (mine == null) {
        mine = new TreeMap<>(row.extra());
        extra = mine;
      }
      return mine;
    }

    Row row() {
      return new Row(row.ref(), row.version(), slots, extra());
    }
  }
}
