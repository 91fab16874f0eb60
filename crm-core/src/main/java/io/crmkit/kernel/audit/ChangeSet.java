package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.TextOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one record by one write. Made from the two rows and only spelled out when it is
 * read or stored, so that writing costs next to nothing. Immutable.
 */
public final class ChangeSet {
  /**
   * The kind of fields that hold change sets. The text form is a JSON array, in the order of the
   * type, of arrays of field, value before and value after.
   */
  public static final Kind<ChangeSet> KIND = new OfChanges();

  private final @Nullable Layout layout;
  private final @Nullable Row before;
  private final @Nullable Row after;
  private volatile @Nullable List<FieldChange> changes;

  private ChangeSet(
      @Nullable Layout layout,
      @Nullable Row before,
      @Nullable Row after,
      @Nullable List<FieldChange> changes) {
    this.layout = layout;
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /**
   * What changed from {@code before} to {@code after}; one of them may be null, where the record
   * did not exist.
   */
  public static ChangeSet between(Layout layout, @Nullable Row before, @Nullable Row after) {
    return new ChangeSet(layout, before, after, null);
  }

  /** The fields that changed, in the order of the type; the system's own fields are not listed. */
  public List<FieldChange> changes() {
    List<FieldChange> known = changes;
    if (known == null) {
      known = List.copyOf(compare());
      changes = known;
    }
    return known;
  }

  /** The change of {@code field}; null where it did not change. */
  public @Nullable FieldChange of(Field<?, ?> field) {
    for (FieldChange change : changes()) {
      if (change.field().equals(field.name())) {
        return change;
      }
    }
    return null;
  }

  /** The changes of the fields whose names are {@code readable}. */
  public ChangeSet only(Predicate<String> readable) {
    List<FieldChange> kept =
        changes().stream().filter(change -> readable.test(change.field())).toList();
    return kept.size() == changes().size() ? this : new ChangeSet(null, null, null, kept);
  }

  private List<FieldChange> compare() {
    Row any = Objects.requireNonNull(after != null ? after : before);
    return compare(any.type());
  }

  private <E extends Entity<E>> List<FieldChange> compare(EntityType<E> type) {
    List<FieldChange> found = new ArrayList<>();
    for (Field<E, ?> field : Objects.requireNonNull(layout).fields(type)) {
      compare(field, found);
    }
    return found;
  }

  private <T> void compare(Field<?, T> field, List<FieldChange> found) {
    T old = before == null ? null : field.of(before);
    T now = after == null ? null : field.of(after);
    if (!Objects.equals(old, now)) {
      Kind<T> kind = field.kind();
      found.add(
          new FieldChange(
              field.name(),
              old == null ? null : kind.format(old),
              now == null ? null : kind.format(now)));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChangeSet that && changes().equals(that.changes());
  }

  @Override
  public int hashCode() {
    return changes().hashCode();
  }

  /** The names of the fields that changed; values stay out of logs. */
  @Override
  public String toString() {
    return changes().stream().map(FieldChange::field).toList().toString();
  }

  private static final class OfChanges extends Kind<ChangeSet> {
    OfChanges() {
      super("changes", ChangeSet.class, Storage.LONG_TEXT);
    }

    @Override
    public String format(ChangeSet value) {
      List<Object> fields = new ArrayList<>();
      for (FieldChange change : value.changes()) {
        fields.add(Arrays.asList(change.field(), change.before(), change.after()));
      }
      return Json.of(fields).toString();
    }

    @Override
    public ChangeSet parse(String text) {
      try {
        List<FieldChange> changes = new ArrayList<>();
        for (Object item : Json.parse(text).toList()) {
          List<?> change = (List<?>) Objects.requireNonNull(item);
          changes.add(
              new FieldChange(
                  (String) Objects.requireNonNull(change.get(0)),
                  (String) change.get(1),
                  (String) change.get(2)));
        }
        return new ChangeSet(null, null, null, List.copyOf(changes));
      } catch (IllegalArgumentException
          | IllegalStateException
          | ClassCastException
          | NullPointerException
          | IndexOutOfBoundsException bad) {
        throw new Refused("violation.malformed", name(), "…");
      }
    }

    @Override
    public int compare(ChangeSet a, ChangeSet b) {
      return TextOrder.BY_CODE_POINT.compare(format(a), format(b));
    }
  }
}
