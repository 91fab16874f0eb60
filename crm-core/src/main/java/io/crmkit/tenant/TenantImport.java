package io.crmkit.tenant;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.work.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything of a tenant, see {@link TenantFormat}. A reference to a row that comes later in
 * the file is left out at first and written at the end; those rows are kept in memory until then.
 */
final class TenantImport {
  private static final int BATCH = 500;

  /** A row as it was inserted and as it has to be in the end. */
  private record Later(Row inserted, Row whole) {}

  private final Engine engine;
  private final String tenant;
  private final TenantFormat format = new TenantFormat();
  private final List<Later> later = new ArrayList<>();
  private final List<Row> batch = new ArrayList<>();
  private Layout layout;
  private final Map<String, Map<String, Field<?, ?>>> slotsByName = new HashMap<>();
  private ReferenceOrder order;
  private boolean shaping = true;
  private long line;
  private long rows;

  TenantImport(Engine engine, String tenant) {
    this.engine = engine;
    this.tenant = tenant;
    this.layout = engine.layouts().whole(tenant).stored();
    this.order = new ReferenceOrder(layout);
  }

  long from(InputStream stream) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    checkHead(next(in));
    engine.vault().discard(tenant); // made for somebody who looked around in the empty tenant
    while (true) {
      String before = format.hash();
      Map<String, Object> item = next(in);
      if (TenantFormat.text(item, "type") == null) {
        checkManifest(item, before);
        break;
      }
      add(item);
    }
    send();
    complete();
    engine.vault().readAgain(tenant);
    engine.layouts().changed(tenant);
    return rows;
  }

  private Map<String, Object> next(BufferedReader in) throws IOException {
    line++;
    String text = in.readLine();
    if (text == null) {
      throw new InvalidRequestException("tenant.file_cut", line);
    }
    try {
      return format.item(text);
    } catch (IllegalArgumentException bad) {
      throw damaged();
    }
  }

  private InvalidRequestException damaged() {
    return new InvalidRequestException("tenant.file_damaged", line);
  }

  private void checkHead(Map<String, Object> head) {
    if (!TenantFormat.NAME.equals(TenantFormat.text(head, "format"))) {
      throw damaged();
    }
    String version = TenantFormat.text(head, "version");
    if (!String.valueOf(TenantFormat.VERSION).equals(version)) {
      throw new InvalidRequestException(
          "tenant.file_version", String.valueOf(version), TenantFormat.VERSION);
    }
  }

  private void checkManifest(Map<String, Object> manifest, String hash) {
    if (!String.valueOf(rows).equals(TenantFormat.text(manifest, "rows"))
        || !hash.equals(TenantFormat.text(manifest, "hash"))) {
      throw damaged();
    }
  }

  private void add(Map<String, Object> item) {
    String name = String.valueOf(TenantFormat.text(item, "type"));
    boolean shapes = Layouts.shapingTypes().stream().anyMatch(type -> type.name().equals(name));
    if (shaping && !shapes) {
      send();
      shaping = false;
      engine.layouts().changed(tenant);
      layout = engine.layouts().whole(tenant).stored();
      order = new ReferenceOrder(layout);
    }
    EntityType<?> type =
        order.types().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidRequestException("tenant.file_type", line, name));
    if (!batch.isEmpty() && (batch.size() == BATCH || batch.get(0).type() != type)) {
      send();
    }
    batch.add(row(type, item));
    rows++;
  }

  private <E extends Entity<E>> Row row(EntityType<E> type, Map<String, Object> item) {
    try {
      @Nullable Object[] slots = new @Nullable Object[type.slots().size()];
      Map<String, Field<?, ?>> its =
          slotsByName.computeIfAbsent(type.name(), name -> slotsByName(type));
      for (Map.Entry<String, String> value : texts(item, "values").entrySet()) {
        Field<?, ?> field = its.get(value.getKey());
        if (field == null) {
          throw new InvalidRequestException("tenant.file_field", line, type, value.getKey());
        }
        slots[field.slot()] = field.kind().parse(value.getValue());
      }
      Map<String, Object> extra = new TreeMap<>();
      for (Map.Entry<String, String> value : texts(item, "custom").entrySet()) {
        Field<E, ?> field = layout.find(type, value.getKey());
        extra.put(
            value.getKey(),
            field == null ? value.getValue() : field.kind().parse(value.getValue()));
      }
      return new Row(
          type.ref(UUID.fromString(String.valueOf(TenantFormat.text(item, "id")))),
          Long.parseLong(String.valueOf(TenantFormat.text(item, "version"))),
          slots,
          extra);
    } catch (IllegalArgumentException | Refused | DateTimeParseException bad) {
      throw damaged();
    }
  }

  private static Map<String, Field<?, ?>> slotsByName(EntityType<?> type) {
    Map<String, Field<?, ?>> slots = new HashMap<>();
    type.slots().forEach(field -> slots.put(field.name(), field));
    return slots;
  }

  @SuppressWarnings("unchecked") // the format knows texts and objects of texts alone
  private Map<String, String> texts(Map<String, Object> item, String key) {
    if (item.get(key) instanceof Map<?, ?> texts
        && texts.values().stream().allMatch(String.class::isInstance)) {
      return (Map<String, String>) texts;
    }
    throw damaged();
  }

  private void send() {
    if (batch.isEmpty()) {
      return;
    }
    Ref<?> last = batch.get(batch.size() - 1).ref();
    List<Change> changes = new ArrayList<>(batch.size());
    for (Row row : batch) {
      changes.add(new Change.Insert(possible(row.type(), row, last)));
    }
    commit(changes);
    batch.clear();
  }

  /** The row without references to rows that come later. */
  private <E extends Entity<E>> Row possible(EntityType<E> type, Row row, Ref<?> last) {
    List<RefField<E, ?>> ahead = new ArrayList<>();
    for (RefField<E, ?> reference : order.forward(type)) {
      Ref<?> target = reference.of(row);
      if (target != null && (target.type() != type || target.compareTo(last) > 0)) {
        ahead.add(reference);
      }
    }
    if (ahead.isEmpty()) {
      return row;
    }
    Row inserted = Rows.without(type, row, ahead, row.version());
    later.add(new Later(inserted, row));
    return inserted;
  }

  private void complete() {
    for (int from = 0; from < later.size(); from += BATCH) {
      List<Change> changes = new ArrayList<>();
      for (Later row : later.subList(from, Math.min(from + BATCH, later.size()))) {
        changes.add(new Change.Update(row.inserted(), row.whole()));
      }
      commit(changes);
    }
  }

  private void commit(List<Change> changes) {
    try (StoreTransaction transaction = engine.bareStore().begin(tenant, layout)) {
      transaction.commit(changes);
    }
  }
}
