package io.crmkit.exchange;

import io.crmkit.exchange.RecordPlan.Mode;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and changes records; matches and references are looked up once per unit of work. */
final class RecordHandler<E extends Entity<E>> implements BatchHandler {
  private final EntityType<E> type;
  private final Mode mode;
  private final List<Filling<E, ?>> fillings;
  private final List<Filling<E, ?>> keys;
  private final boolean byIdentity;
  private final boolean versioned;
  private final boolean dry;
  private final Finder<E> finder;
  private final Map<ImportRow, List<Cell<?>>> cells = new LinkedHashMap<>();
  private final Map<ImportRow, List<E>> matches = new LinkedHashMap<>();

  RecordHandler(
      EntityType<E> type,
      Mode mode,
      List<Filling<E, ?>> fillings,
      List<Filling<E, ?>> keys,
      boolean byIdentity,
      boolean versioned,
      boolean dry) {
    this.type = type;
    this.mode = mode;
    this.fillings = fillings;
    this.keys = keys;
    this.byIdentity = byIdentity;
    this.versioned = versioned;
    this.dry = dry;
    List<Field<E, ?>> fields = new ArrayList<>();
    keys.forEach(key -> fields.add(key.field()));
    this.finder = new Finder<>(type, fields);
  }

  @Override
  public List<String> key() {
    return byIdentity ? List.of(RecordPlan.ID) : keys.stream().map(Filling::column).toList();
  }

  @Override
  public void begin(Workspace work, List<ImportRow> rows) {
    cells.clear();
    matches.clear();
    for (Filling<E, ?> filling : fillings) {
      filling.begin(work, rows);
    }
    for (ImportRow row : rows) {
      List<Cell<?>> its = new ArrayList<>(fillings.size());
      for (Filling<E, ?> filling : fillings) {
        its.add(filling.read(row));
      }
      cells.put(row, its);
    }
    if (byIdentity) {
      matchByIdentity(work, rows);
    } else if (!keys.isEmpty()) {
      matchByKeys(work, rows);
    }
  }

  private void matchByIdentity(Workspace work, List<ImportRow> rows) {
    Map<ImportRow, Ref<E>> wanted = new LinkedHashMap<>();
    for (ImportRow row : rows) {
      Ref<E> ref = row.parse(RecordPlan.ID, Kinds.ref(() -> type)).required().known();
      if (ref != null) {
        wanted.put(row, ref);
      }
    }
    Map<Ref<E>, E> found = work.records(type).find(List.copyOf(wanted.values()));
    wanted.forEach(
        (row, ref) -> {
          E record = found.get(ref);
          matches.put(row, record == null ? List.of() : List.of(record));
          if (record != null && versioned) {
            checkVersion(row, record.version());
          }
        });
  }

  private static void checkVersion(ImportRow row, long stored) {
    Long version = row.integer(RecordPlan.VERSION).required().known();
    if (version != null && version != stored) {
      row.add(row.problem(RecordPlan.VERSION, "import.stale", String.valueOf(stored)));
    }
  }

  private void matchByKeys(Workspace work, List<ImportRow> rows) {
    Map<List<Object>, ImportRow> wanted = new HashMap<>();
    Map<ImportRow, List<Object>> byRow = new LinkedHashMap<>();
    for (ImportRow row : rows) {
      List<Object> key = key(row);
      if (key == null) {
        continue;
      }
      ImportRow first = wanted.putIfAbsent(key, row);
      if (first == null) {
        byRow.put(row, key);
      } else {
        row.add(
            row.problem(keys.get(0).column(), "import.key_twice", String.valueOf(first.line())));
      }
    }
    finder.look(work, wanted.keySet());
    byRow.forEach((row, key) -> matches.put(row, finder.of(key)));
  }

  /** The values to match by; null where one of them is missing, which is a problem of the row. */
  private @Nullable List<Object> key(ImportRow row) {
    List<Object> values = new ArrayList<>(keys.size());
    for (Filling<E, ?> key : keys) {
      Object value = cell(row, key).required().known();
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == keys.size() ? values : null;
  }

  private Cell<?> cell(ImportRow row, Filling<E, ?> filling) {
    return cellsOf(row).get(fillings.indexOf(filling));
  }

  private List<Cell<?>> cellsOf(ImportRow row) {
    return cells.getOrDefault(row, List.of());
  }

  @Override
  public void row(Workspace work, ImportRow row) {
    List<E> found = matches.getOrDefault(row, List.of());
    if (!row.isRejected()) {
      checkMatch(row, found);
    }
    row.check();
    Records<E> records = work.records(type);
    if (found.isEmpty()) {
      E made = records.create(draft -> fill(draft, row));
      if (dry) {
        row.whenImported(() -> fillings.forEach(filling -> filling.rehearsed(made)));
      }
      row.outcome("created");
    } else if (mode == Mode.SKIP) {
      row.outcome("skipped");
    } else {
      E before = found.get(0);
      E after = records.update(before, draft -> fill(draft, row));
      row.outcome(after.version() == before.version() ? "unchanged" : "updated");
    }
  }

  private void checkMatch(ImportRow row, List<E> found) {
    String column = byIdentity ? RecordPlan.ID : keys.isEmpty() ? "" : keys.get(0).column();
    if (found.size() > 1) {
      row.add(
          row.problem(
              column, "import.ambiguous", String.valueOf(found.size()), type.name(), names()));
    } else if (found.isEmpty() && mode == Mode.UPDATE) {
      row.add(row.problem(column, "import.no_record", type.name(), names()));
    }
  }

  private String names() {
    return byIdentity
        ? RecordPlan.ID
        : String.join(", ", keys.stream().map(key -> key.field().name()).toList());
  }

  private void fill(Draft<E> draft, ImportRow row) {
    List<Cell<?>> its = cellsOf(row);
    for (int i = 0; i < fillings.size(); i++) {
      fillings.get(i).put(draft, its.get(i));
    }
  }
}
