package io.crmkit.persistence.write;

import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns the net changes of a unit into steps, in an order in which no key and no reference is in
 * the way of another although every step is checked by the database at once:
 *
 * <ol>
 *   <li>rows that are rested upon are held;
 *   <li>rows that give up a unique key which another row of the unit takes let go of it;
 *   <li>new rows, without references to rows that come later;
 *   <li>changed rows; then the references left out before;
 *   <li>claims of custom keys, and the targets of custom references;
 *   <li>purged rows, which first let go of each other.
 * </ol>
 *
 * Within a step rows stand in the order of their identity, so that two units wait for each other
 * rather than lock each other out.
 */
final class Steps {
  private final Tables tables;
  private final String tenant;
  private final Layout layout;
  private final Slots slots;
  private final boolean pinning;
  private final Map<Form, Step> pins = new LinkedHashMap<>();
  private final Map<Form, Step> holds = new LinkedHashMap<>();
  private final Map<Form, Step> parks = new LinkedHashMap<>();
  private final Map<Form, Step> inserts = new LinkedHashMap<>();
  private final Map<Form, Step> updates = new LinkedHashMap<>();
  private final Map<Form, Step> links = new LinkedHashMap<>();
  private final Map<Form, Step> unlinks = new LinkedHashMap<>();
  private final Map<Form, Step> purges = new LinkedHashMap<>();
  private final CustomKeys customKeys;

  private Steps(Tables tables, String tenant, Layout layout, Slots slots, boolean pinning) {
    this.tables = tables;
    this.tenant = tenant;
    this.layout = layout;
    this.slots = slots;
    this.pinning = pinning;
    this.customKeys = new CustomKeys(tables, tenant, layout, slots);
  }

  /**
   * The steps that the changes come to, in order.
   *
   * @param pinning what is referred to has to be pinned, since the database itself does not do it
   */
  static List<Step> of(
      Tables tables,
      String tenant,
      Layout layout,
      Slots slots,
      boolean pinning,
      Collection<Net> nets) {
    return new Steps(tables, tenant, layout, slots, pinning).steps(nets);
  }

  private List<Step> steps(Collection<Net> nets) {
    List<Net> inOrder = nets.size() == 1 ? List.copyOf(nets) : sorted(nets);
    Set<Ref<?>> parked = nets.size() == 1 ? Set.of() : Keys.toPark(nets);
    Set<Ref<?>> missing = new HashSet<>();
    Set<Ref<?>> made = new HashSet<>();
    Set<Ref<?>> dying = new HashSet<>();
    for (Net net : inOrder) {
      if (net.inserts()) {
        missing.add(net.ref());
        made.add(net.ref());
      } else if (net.purges()) {
        dying.add(net.ref());
      }
    }
    for (Net net : inOrder) {
      if (parked.contains(net.ref())) {
        park(net);
      }
      if (net.expects()) {
        hold(net);
      } else if (net.inserts()) {
        missing.remove(net.ref());
        insert(net, missing);
      } else if (net.updates()) {
        update(net, parked.contains(net.ref()));
      } else if (net.purges()) {
        purge(net, dying);
      }
      customKeys.add(net);
      if (pinning && (net.inserts() || net.updates())) {
        pin(net, made);
      }
    }
    List<Step> steps = new ArrayList<>();
    for (Map<Form, Step> each :
        List.of(holds, pins, parks, inserts, updates, links, customKeys.steps(), unlinks, purges)) {
      steps.addAll(each.values());
    }
    return steps;
  }

  /** By table and identity; journals, which refer to what is written before them, last. */
  private static List<Net> sorted(Collection<Net> nets) {
    Map<String, List<Net>> byType = new LinkedHashMap<>();
    for (Net net : nets) {
      byType.computeIfAbsent(net.ref().type().name(), type -> new ArrayList<>()).add(net);
    }
    List<Net> sorted = new ArrayList<>(nets.size());
    for (List<Net> ofType : byType.values()) {
      ofType.sort((a, b) -> a.ref().compareTo(b.ref()));
      sorted.addAll(ofType);
    }
    return sorted;
  }

  private Table table(Net net) {
    return tables.of(net.ref().type());
  }

  private Step step(
      Map<Form, Step> steps, Form.Verb verb, Table table, List<Column> set, List<Column> key) {
    boolean guarded = key.contains(Table.VERSION);
    Form form = new Form(verb, table.name(), set, table.ownerColumns(), key, guarded);
    return steps.computeIfAbsent(form, f -> new Step(f, table.owner(tenant)));
  }

  private static final List<Column> BY_ID = List.of(Table.ID);
  private static final List<Column> BY_VERSION = List.of(Table.ID, Table.VERSION);

  private void pin(Net net, Set<Ref<?>> made) {
    Row before = net.before();
    Row after = Objects.requireNonNull(net.after());
    for (RefField<?, ?> field : after.type().references()) {
      Ref<?> target = field.of(after);
      if (target != null
          && !made.contains(target)
          && (before == null || !target.equals(field.of(before)))) {
        Table table = tables.of(target.type());
        Form form =
            new Form(Form.Verb.PIN, table.name(), List.of(), table.ownerColumns(), BY_ID, true);
        pins.computeIfAbsent(form, f -> new Step(f, table.owner(tenant))).add(target.id());
      }
    }
  }

  private void hold(Net net) {
    step(holds, Form.Verb.HOLD, table(net), List.of(), BY_VERSION).add(id(net), net.base());
  }

  private void park(Net net) {
    step(parks, Form.Verb.UPDATE, table(net), List.of(Table.LIVE), BY_ID).add(null, id(net));
  }

  private void insert(Net net, Set<Ref<?>> later) {
    Table table = table(net);
    @Nullable Object[] values = values(table, net.after());
    for (Column column : referring(table, net.after(), later)) {
      // A reference to a row that is made later is written once that row is there.
      int index = table.columns().indexOf(column);
      step(links, Form.Verb.UPDATE, table, List.of(column), BY_ID).add(values[index], id(net));
      values[index] = null;
    }
    step(inserts, Form.Verb.INSERT, table, table.columns(), List.of()).add(values);
  }

  /** The columns by which a row refers to one of {@code targets}. */
  private static List<Column> referring(Table table, @Nullable Row row, Set<Ref<?>> targets) {
    if (row == null || targets.isEmpty()) {
      return List.of();
    }
    List<Column> columns = new ArrayList<>(0);
    for (RefField<?, ?> field : row.type().references()) {
      Ref<?> target = field.of(row);
      if (target != null && targets.contains(target)) {
        columns.addAll(table.columns(field));
      }
    }
    return columns;
  }

  private void update(Net net, boolean parked) {
    Table table = table(net);
    @Nullable Object[] before = values(table, net.before());
    @Nullable Object[] after = values(table, net.after());
    List<Column> set = new ArrayList<>();
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      Column column = table.columns().get(i);
      if (!Objects.equals(before[i], after[i]) || (parked && column.equals(Table.LIVE))) {
        set.add(column);
        row.add(after[i]);
      }
    }
    for (String name : customKeys.lost(net)) {
      Column copy = slots.place(net.ref().type().name(), name);
      if (copy != null && !set.contains(copy)) {
        set.add(copy);
        row.add(null);
      }
    }
    row.add(id(net));
    row.add(net.base());
    step(updates, Form.Verb.UPDATE, table, set, BY_VERSION).add(row.toArray());
  }

  private void purge(Net net, Set<Ref<?>> dying) {
    Table table = table(net);
    if (dying.size() > 1) {
      for (Column column : referring(table, net.before(), dying)) {
        step(unlinks, Form.Verb.UPDATE, table, List.of(column), BY_ID).add(null, id(net));
      }
    }
    step(purges, Form.Verb.DELETE, table, List.of(), BY_VERSION).add(id(net), net.base());
  }

  private @Nullable Object[] values(Table table, @Nullable Row row) {
    return table.values(tenant, Objects.requireNonNull(row), layout, slots);
  }

  private static UUID id(Net net) {
    return net.ref().id();
  }
}
