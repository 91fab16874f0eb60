package io.crmkit.exchange;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reference to a record that the cell names by its identity. */
final class IdentityFilling<E extends Entity<E>, X extends Entity<X>> extends Filling<E, Ref<X>> {
  private final RefField<E, X> reference;
  private final Map<ImportRow, Cell<Ref<X>>> read = new LinkedHashMap<>();
  private final Set<Ref<X>> existing = new HashSet<>();

  IdentityFilling(String column, RefField<E, X> field) {
    super(column, field);
    this.reference = field;
  }

  @Override
  void begin(Workspace work, List<ImportRow> rows) {
    read.clear();
    existing.clear();
    Set<Ref<X>> wanted = new LinkedHashSet<>();
    for (ImportRow row : rows) {
      Cell<Ref<X>> cell = row.field(column(), reference, false, reference.kind()::parse);
      read.put(row, cell);
      Ref<X> ref = cell.known();
      if (ref != null) {
        wanted.add(ref);
      }
    }
    if (!wanted.isEmpty()) {
      existing.addAll(work.records(reference.target()).find(wanted).keySet());
    }
  }

  @Override
  Cell<Ref<X>> read(ImportRow row) {
    Cell<Ref<X>> cell = read.get(row);
    if (cell == null) {
      return row.empty(column());
    }
    Ref<X> ref = cell.known();
    return ref == null || existing.contains(ref)
        ? cell
        : row.failed(
            column(), row.problem(column(), "import.no_record", reference.target().name(), "id"));
  }
}
