package io.crmkit.exchange;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reference to a record that the cell names by one of its fields. */
final class ReferenceFilling<E extends Entity<E>, X extends Entity<X>, T>
    extends Filling<E, Ref<X>> {
  private final ValueFilling<X, T> by;
  private final Finder<X> finder;
  private final boolean toItsOwnType;
  private final Map<ImportRow, Cell<T>> names = new LinkedHashMap<>();

  /** How records are called that would be there, had they not been rehearsed only. */
  private final Set<T> rehearsed = new HashSet<>();

  ReferenceFilling(String column, RefField<E, X> field, Field<X, T> by) {
    super(column, field);
    this.by = new ValueFilling<>(column, by);
    this.finder = new Finder<>(field.target(), List.of(by));
    this.toItsOwnType = field.target().name().equals(field.type().name());
  }

  @Override
  void begin(Workspace work, List<ImportRow> rows) {
    names.clear();
    Set<List<Object>> wanted = new LinkedHashSet<>();
    for (ImportRow row : rows) {
      Cell<T> name = by.read(row);
      names.put(row, name);
      T value = name.known();
      if (value != null) {
        wanted.add(List.of(value));
      }
    }
    finder.look(work, wanted);
  }

  @Override
  void rehearsed(E record) {
    if (toItsOwnType) {
      @SuppressWarnings("unchecked") // one type per name
      T name = ((X) (Object) record).get(by.field());
      if (name != null) {
        rehearsed.add(name);
      }
    }
  }

  @Override
  Cell<Ref<X>> read(ImportRow row) {
    Cell<T> name = names.get(row);
    T value = name == null ? null : name.known();
    if (name == null || value == null) {
      return name == null ? row.empty(column()) : name.carried();
    }
    List<X> found = finder.of(List.of(value));
    if (found.size() == 1) {
      return row.full(column(), found.get(0).ref());
    }
    if (found.isEmpty() && rehearsed.contains(value)) {
      return row.empty(column());
    }
    String what = by.field().type().name();
    if (found.isEmpty()) {
      Cell<Ref<X>> unknown =
          row.failed(column(), row.problem(column(), "import.no_record", what, by.field().name()));
      return toItsOwnType ? unknown.orLater() : unknown;
    }
    return row.failed(
        column(),
        row.problem(
            column(), "import.ambiguous", String.valueOf(found.size()), what, by.field().name()));
  }
}
