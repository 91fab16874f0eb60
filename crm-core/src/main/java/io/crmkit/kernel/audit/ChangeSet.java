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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one record by one write. Made from the two rows and only spelled out when it is
 * read or stored, so that writing costs next to nothing. Immutable.
 *
 * <p>The values of {@linkplain Field#confidential() confidential} fields are {@link #sealed} before
 * they are stored: of them the names stay readable, the values only for who can {@link #opened}
 * them, and for nobody once the key of the record is destroyed.
 */
public final class ChangeSet {
  /**
   * The kind of fields that hold change sets. The text form is a JSON array, in the order of the
   * type, of arrays of field, value before and value after; of sealed changes the field alone, and
   * as the last element one text with the values of all of them, encrypted.
   */
  public static final Kind<ChangeSet> KIND = new OfChanges();

  private final @Nullable Layout layout;
  private final @Nullable Row before;
  private final @Nullable Row after;

  /** Which of the changes are sealed, by name. */
  private final Set<String> secret;

  private final @Nullable String sealed;

  /** As it is stored: without the values of sealed changes. */
  private volatile @Nullable List<FieldChange> stored;

  /** With the values of sealed changes; null where nobody has opened them. */
  private final @Nullable List<FieldChange> open;

  private ChangeSet(Layout layout, @Nullable Row before, @Nullable Row after) {
    this.layout = layout;
    this.before = before;
    this.after = after;
    this.secret = Set.of();
    this.sealed = null;
    this.open = null;
  }

  private ChangeSet(
      List<FieldChange> stored,
      Set<String> secret,
      @Nullable String sealed,
      @Nullable List<FieldChange> open) {
    this.layout = null;
    this.before = null;
    this.after = null;
    this.stored = List.copyOf(stored);
    this.secret = secret;
    this.sealed = sealed;
    this.open = open;
  }

  /**
   * What changed from {@code before} to {@code after}; one of them may be null, where the record
   * did not exist.
   */
  public static ChangeSet between(Layout layout, @Nullable Row before, @Nullable Row after) {
    return new ChangeSet(layout, before, after);
  }

  /** These changes. */
  public static ChangeSet of(List<FieldChange> changes) {
    return new ChangeSet(changes, Set.of(), null, null);
  }

  /**
   * The fields that changed, in the order of the type; the system's own fields are not listed. Of a
   * sealed change both values are null.
   */
  public List<FieldChange> changes() {
    return open == null ? stored() : open;
  }

  private List<FieldChange> stored() {
    List<FieldChange> known = stored;
    if (known == null) {
      known = List.copyOf(compare());
      stored = known;
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
    return kept.size() == changes().size() ? this : new ChangeSet(kept, Set.of(), null, null);
  }

  /** True where there are values that nobody can read before they are {@link #opened}. */
  public boolean isSealed() {
    return sealed != null && open == null;
  }

  /**
   * The same with the values of the fields named {@code confidential} encrypted, holding on to
   * neither row.
   */
  public ChangeSet sealed(Predicate<String> confidential, UnaryOperator<String> cipher) {
    Set<String> names = new HashSet<>();
    List<FieldChange> shown = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (FieldChange change : stored()) {
      if (confidential.test(change.field())) {
        names.add(change.field());
        shown.add(new FieldChange(change.field(), null, null));
        values.add(Arrays.asList(change.before(), change.after()));
      } else {
        shown.add(change);
      }
    }
    String text = names.isEmpty() ? null : cipher.apply(Json.of(values).toString());
    return new ChangeSet(shown, names, text, null);
  }

  /** The same with the values of sealed changes, as {@code cipher} gives them back. */
  public ChangeSet opened(UnaryOperator<String> cipher) {
    if (sealed == null || open != null) {
      return this;
    }
    List<Object> values = Json.parse(cipher.apply(sealed)).toList();
    List<FieldChange> all = new ArrayList<>();
    int next = 0;
    for (FieldChange change : stored()) {
      if (secret.contains(change.field())) {
        List<?> its = (List<?>) Objects.requireNonNull(values.get(next++));
        all.add(new FieldChange(change.field(), (String) its.get(0), (String) its.get(1)));
      } else {
        all.add(change);
      }
    }
    return new ChangeSet(stored(), secret, sealed, List.copyOf(all));
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
    return other instanceof ChangeSet that
        && stored().equals(that.stored())
        && Objects.equals(sealed, that.sealed);
  }

  @Override
  public int hashCode() {
    return stored().hashCode();
  }

  /** The names of the fields that changed; values stay out of logs. */
  @Override
  public String toString() {
    return stored().stream().map(FieldChange::field).toList().toString();
  }

  private static final class OfChanges extends Kind<ChangeSet> {
    OfChanges() {
      super("changes", ChangeSet.class, Storage.LONG_TEXT);
    }

    @Override
    public String format(ChangeSet value) {
      List<Object> fields = new ArrayList<>();
      for (FieldChange change : value.stored()) {
        fields.add(
            value.secret.contains(change.field())
                ? List.of(change.field())
                : Arrays.asList(change.field(), change.before(), change.after()));
      }
      if (value.sealed != null) {
        fields.add(value.sealed);
      }
      return Json.of(fields).toString();
    }

    @Override
    public ChangeSet parse(String text) {
      try {
        List<FieldChange> changes = new ArrayList<>();
        Set<String> secret = new HashSet<>();
        String sealed = null;
        for (Object item : Json.parse(text).toList()) {
          if (item instanceof String values) {
            sealed = values;
          } else {
            FieldChange change = change((List<?>) Objects.requireNonNull(item), secret);
            changes.add(change);
          }
        }
        return new ChangeSet(changes, secret, sealed, null);
      } catch (IllegalArgumentException
          | IllegalStateException
          | ClassCastException
          | NullPointerException
          | IndexOutOfBoundsException bad) {
        throw new Refused("violation.malformed", name(), "…");
      }
    }

    private static FieldChange change(List<?> item, Set<String> secret) {
      String field = (String) Objects.requireNonNull(item.get(0));
      if (item.size() == 1) {
        secret.add(field);
        return new FieldChange(field, null, null);
      }
      return new FieldChange(field, (String) item.get(1), (String) item.get(2));
    }

    @Override
    public int compare(ChangeSet a, ChangeSet b) {
      return TextOrder.BY_CODE_POINT.compare(format(a), format(b));
    }
  }
}
