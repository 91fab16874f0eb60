package io.crmkit.testing;

import io.crmkit.Session;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.secret.DataKey;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import java.util.ArrayList;
import java.util.List;

/** What a store has, as it has it: below permissions, below encryption. */
public final class RawRows {
  private RawRows() {}

  /** All rows of a type. */
  public static <E extends Entity<E>> List<Row> of(
      Store store, Session session, EntityType<E> type) {
    Layout layout = session.workspace().layout().stored();
    StoreReader reader = store.reader(session.context().tenant(), layout);
    return reader.select(
        new Selection<>(type, Condition.always(), List.of(), null, Integer.MAX_VALUE));
  }

  /** Every value of every row of every type, as text. */
  public static List<String> texts(Store store, Session session) {
    List<String> texts = new ArrayList<>();
    for (EntityType<?> type : session.workspace().layout().types()) {
      collect(store, session, type, texts);
    }
    collect(store, session, DataKey.TYPE, texts);
    return texts;
  }

  private static <E extends Entity<E>> void collect(
      Store store, Session session, EntityType<E> type, List<String> texts) {
    for (Row row : of(store, session, type)) {
      for (Field<E, ?> field : type.slots()) {
        collect(field, row, texts);
      }
      row.extra().forEach((name, value) -> texts.add(name + "=" + value));
    }
  }

  private static <T> void collect(Field<?, T> field, Row row, List<String> texts) {
    T value = field.of(row);
    if (value != null) {
      Kind<T> kind = field.kind();
      texts.add(field + "=" + kind.format(value));
    }
  }
}
