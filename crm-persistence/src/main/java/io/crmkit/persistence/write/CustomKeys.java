package io.crmkit.persistence.write;

import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Watches what a database cannot watch about custom fields: unique values are claimed in a table of
 * their own, the targets of references are pinned while they are referred to.
 */
final class CustomKeys {
  private static final List<Column> CLAIM =
      List.of(
          Table.TENANT,
          Bookkeeping.RECORD_TYPE,
          Bookkeeping.KEY_NAME,
          Bookkeeping.KEY_VALUE,
          Bookkeeping.RECORD_ID);
  private static final List<Column> OWNER = List.of(Table.TENANT);
  private static final Form RELEASES =
      new Form(
          Form.Verb.DELETE,
          Bookkeeping.CUSTOM_KEY,
          List.of(),
          OWNER,
          CLAIM.subList(1, CLAIM.size()),
          false);
  private static final Form UNKNOWN_RELEASES =
      new Form(
          Form.Verb.DELETE,
          Bookkeeping.CUSTOM_KEY,
          List.of(),
          OWNER,
          List.of(Bookkeeping.RECORD_TYPE, Bookkeeping.KEY_NAME, Bookkeeping.RECORD_ID),
          false);
  private static final List<Column> PLACE = List.of(Bookkeeping.RECORD_TYPE, Bookkeeping.FIELD);
  private static final Form FREES =
      new Form(
          Form.Verb.UPDATE,
          Bookkeeping.CUSTOM_SLOT,
          List.of(Bookkeeping.FIELD, Bookkeeping.STATE),
          OWNER,
          PLACE,
          false);
  private static final Form FORGETS =
      new Form(Form.Verb.DELETE, Bookkeeping.CUSTOM_SLOT, List.of(), OWNER, PLACE, false);
  private static final Form CLAIMS =
      new Form(Form.Verb.INSERT, Bookkeeping.CUSTOM_KEY, CLAIM, OWNER, List.of(), false);

  private final Tables tables;
  private final String tenant;
  private final Layout layout;
  private final Slots slots;
  private final Map<Form, Step> releases = new LinkedHashMap<>();
  private final Map<Form, Step> claims = new LinkedHashMap<>();
  private final Map<Form, Step> pins = new LinkedHashMap<>();

  CustomKeys(Tables tables, String tenant, Layout layout, Slots slots) {
    this.tables = tables;
    this.tenant = tenant;
    this.layout = layout;
    this.slots = slots;
  }

  void add(Net net) {
    if (!net.expects()) {
      add(net, net.ref().type());
      for (String name : lost(net)) {
        step(releases, UNKNOWN_RELEASES).add(net.ref().type().name(), name, net.ref().id());
      }
      if (net.purges() && net.ref().type() == FieldDefinition.TYPE) {
        free(Objects.requireNonNull(net.before()));
      }
    }
  }

  /**
   * True where a change destroys a definition, or values of fields whose definitions are in the
   * bin.
   */
  static boolean concernsUnknown(Layout layout, Change change) {
    if (change instanceof Change.Update update) {
      return !lost(layout, update.before(), update.after()).isEmpty();
    }
    return change instanceof Change.Purge purge && purge.before().type() == FieldDefinition.TYPE;
  }

  /**
   * The custom fields of which a row loses its value although nobody knows them any more: their
   * definitions are in the bin.
   */
  Set<String> lost(Net net) {
    Row before = net.before();
    return before == null ? Set.of() : lost(layout, before, net.after());
  }

  private static Set<String> lost(Layout layout, Row before, @Nullable Row after) {
    if (before.extra().isEmpty()) {
      return Set.of();
    }
    Set<String> lost = new TreeSet<>(before.extra().keySet());
    if (after != null) {
      lost.removeAll(after.extra().keySet());
    }
    lost.removeIf(name -> layout.find(before.type(), name) != null);
    return lost;
  }

  /** The place of a field that is destroyed may be another one's. */
  private void free(Row definition) {
    String type = FieldDefinition.RECORD_TYPE.of(definition);
    String field = FieldDefinition.NAME.of(definition);
    if (type != null && field != null) {
      Column place = slots.place(type, field);
      if (place == null) {
        step(releases, FORGETS).add(type, field);
      } else {
        step(releases, FREES).add(Bookkeeping.freed(place), "purged", type, field);
      }
    }
  }

  private <E extends Entity<E>> void add(Net net, EntityType<E> type) {
    for (Field<E, ?> field : layout.custom(type)) {
      if (field.unique()) {
        claim(net, field);
      }
      RefField<E, ?> ref = field.asRef();
      if (ref != null) {
        pin(net, ref);
      }
    }
  }

  private void claim(Net net, Field<?, ?> field) {
    String before = Bookkeeping.keyValue(field, net.before());
    String after = Bookkeeping.keyValue(field, net.after());
    if (!Objects.equals(before, after)) {
      String type = net.ref().type().name();
      if (before != null) {
        step(releases, RELEASES).add(type, field.name(), before, net.ref().id());
      }
      if (after != null) {
        step(claims, CLAIMS).add(tenant, type, field.name(), after, net.ref().id());
      }
    }
  }

  private Step step(Map<Form, Step> steps, Form form) {
    return steps.computeIfAbsent(form, f -> new Step(f, List.of(tenant)));
  }

  private void pin(Net net, RefField<?, ?> field) {
    Ref<?> target = target(field, net.after());
    if (target != null && !target.equals(target(field, net.before()))) {
      Table table = tables.of(target.type());
      Form form =
          new Form(
              Form.Verb.PIN,
              table.name(),
              List.of(),
              table.ownerColumns(),
              List.of(Table.ID),
              true);
      pins.computeIfAbsent(form, f -> new Step(f, table.owner(tenant))).add(target.id());
    }
  }

  private static @Nullable Ref<?> target(RefField<?, ?> field, @Nullable Row row) {
    return row == null ? null : field.of(row);
  }

  Map<Form, Step> steps() {
    if (releases.isEmpty() && claims.isEmpty() && pins.isEmpty()) {
      return Map.of();
    }
    Map<Form, Step> all = new LinkedHashMap<>(releases);
    all.putAll(claims);
    all.putAll(pins);
    return all;
  }
}
