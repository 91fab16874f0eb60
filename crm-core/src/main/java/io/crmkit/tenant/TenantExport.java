package io.crmkit.tenant;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.work.Engine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes everything of a tenant, see {@link TenantFormat}. */
final class TenantExport {
  private final Engine engine;
  private final String tenant;
  private final Layout layout;
  private final TenantFormat format = new TenantFormat();
  private long written;

  TenantExport(Engine engine, String tenant) {
    this.engine = engine;
    this.tenant = tenant;
    this.layout = engine.layouts().whole(tenant).stored();
  }

  long to(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    Map<String, String> head = new LinkedHashMap<>();
    head.put("format", TenantFormat.NAME);
    head.put("version", String.valueOf(TenantFormat.VERSION));
    head.put("tenant", tenant);
    head.put("at", engine.now().toString());
    write(out, head);
    try (StoreTransaction transaction = engine.bareStore().begin(tenant, layout)) {
      for (EntityType<?> type : new ReferenceOrder(layout).types()) {
        write(out, transaction, type);
      }
    }
    Map<String, String> manifest = new LinkedHashMap<>();
    manifest.put("rows", String.valueOf(written));
    manifest.put("hash", format.hash());
    write(out, manifest);
    out.flush();
    return written;
  }

  private void write(Writer out, Map<String, ?> item) throws IOException {
    out.write(format.line(item));
    out.write('\n');
  }

  private <E extends Entity<E>> void write(
      Writer out, StoreTransaction transaction, EntityType<E> type) throws IOException {
    Selection<E> all =
        new Selection<>(type, Condition.always(), List.of(), null, Integer.MAX_VALUE);
    try (Stream<Row> rows = transaction.stream(all)) {
      for (Iterator<Row> next = rows.iterator(); next.hasNext(); ) {
        write(out, item(type, next.next()));
        written++;
      }
    }
  }

  private <E extends Entity<E>> Map<String, Object> item(EntityType<E> type, Row row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field<E, ?> field : type.slots()) {
      put(values, field, row);
    }
    Map<String, String> custom = new TreeMap<>();
    row.extra().forEach((name, value) -> custom.put(name, text(type, name, value)));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("type", type.name());
    item.put("id", row.ref().id().toString());
    item.put("version", String.valueOf(row.version()));
    item.put("values", values);
    item.put("custom", custom);
    return item;
  }

  private static <T> void put(Map<String, String> values, Field<?, T> field, Row row) {
    T value = field.of(row);
    if (value != null) {
      values.put(field.name(), field.kind().format(value));
    }
  }

  private <E extends Entity<E>> String text(EntityType<E> type, String name, Object value) {
    Field<E, ?> field = layout.find(type, name);
    if (field != null && field.kind().javaType().isInstance(value)) {
      return format(field, value);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  @SuppressWarnings("unchecked") // just checked
  private static <T> String format(Field<?, T> field, Object value) {
    return field.kind().format((T) value);
  }
}
