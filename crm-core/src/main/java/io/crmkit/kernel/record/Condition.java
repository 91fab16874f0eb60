package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.SearchText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records of one type: a value with two interpreters, {@link #predicate} in Java and
 * the SQL of a store, which agree on every input. Immutable.
 *
 * <p>Missing values: see {@link Expr}.
 *
 * @param <E> the record type
 */
public sealed interface Condition<E extends Entity<E>> {
  /** How two values are compared. */
  enum Op {
    /** Equal. */
    EQ,
    /** Less than. */
    LT,
    /** At most. */
    LE,
    /** Greater than. */
    GT,
    /** At least. */
    GE
  }

  /** How texts are matched. */
  enum TextOp {
    /** Begins with, letter for letter. */
    STARTS_WITH,
    /** Contains, letter for letter. */
    CONTAINS,
    /** Contains every word, whatever the case, accents and width. */
    MENTIONS
  }

  /** The Java interpreter. */
  Predicate<Row> predicate(Lookup lookup);

  /** Calls {@code sink} with every field mentioned, those of records referred to included. */
  void mentions(Consumer<Field<?, ?>> sink);

  /**
   * The first field that does not belong where it stands; null where all do. The compiler sees to
   * that except among types without a class of their own.
   */
  @Nullable Field<?, ?> stray(EntityType<?> type);

  /** True where the values of the record alone decide: no reference is followed. */
  boolean selfContained();

  /** The same condition where records referred to outside of {@code scope} count as missing. */
  Condition<E> within(RowScope scope);

  /**
   * True where the record, as it stands and as its reader sees it, meets the condition; references
   * are not followed.
   */
  default boolean test(E entity) {
    return predicate(Lookup.NONE).test(entity.snapshot().shown(this));
  }

  /** Both conditions. */
  default Condition<E> and(Condition<E> other) {
    return all(List.of(this, other));
  }

  /** Either condition. */
  default Condition<E> or(Condition<E> other) {
    return any(List.of(this, other));
  }

  /** The opposite: matches exactly what this does not. */
  default Condition<E> not() {
    return new Not<>(this);
  }

  /** Matches every record. */
  static <E extends Entity<E>> Condition<E> always() {
    return new All<>(List.of());
  }

  /** Matches no record. */
  static <E extends Entity<E>> Condition<E> never() {
    return new Any<>(List.of());
  }

  /** All of the conditions; everything where there are none. */
  static <E extends Entity<E>> Condition<E> all(List<Condition<E>> conditions) {
    List<Condition<E>> flat = new ArrayList<>();
    for (Condition<E> condition : conditions) {
      if (condition instanceof All<E> all) {
        flat.addAll(all.conditions());
      } else {
        flat.add(condition);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new All<>(List.copyOf(flat));
  }

  /** Any of the conditions; nothing where there are none. */
  static <E extends Entity<E>> Condition<E> any(List<Condition<E>> conditions) {
    List<Condition<E>> flat = new ArrayList<>();
    for (Condition<E> condition : conditions) {
      if (condition instanceof Any<E> any) {
        flat.addAll(any.conditions());
      } else {
        flat.add(condition);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Any<>(List.copyOf(flat));
  }

  /**
   * A comparison by size. Money is compared within the currency of the bound: no amount in dollars
   * is ever at least one in euros.
   */
  @SuppressWarnings("unchecked") // the kind of money is the kind of Money alone
  static <E extends Entity<E>, T> Condition<E> bound(Expr<E, T> expr, Op op, T value) {
    if (op != Op.EQ && expr.kind() == Kinds.MONEY && value instanceof Money bound) {
      Expr<E, Money> money = (Expr<E, Money>) expr;
      return money
          .part(Part.CURRENCY)
          .is(bound.currency())
          .and(new Compare<>(money.part(Part.AMOUNT), op, bound.amount()));
    }
    return new Compare<>(expr, op, value);
  }

  /** A test of one expression. */
  sealed interface Leaf<E extends Entity<E>> extends Condition<E> {
    /** What is tested. */
    Expr<E, ?> expr();

    /** True where it asks for equality or presence alone, so that nothing else need be known. */
    default boolean byEquality() {
      return false;
    }

    /** The same test of the expression within {@code scope}. */
    Condition<E> narrowed(RowScope scope);

    @Override
    default boolean selfContained() {
      return expr().selfContained();
    }

    @Override
    default @Nullable Field<?, ?> stray(EntityType<?> type) {
      return expr().stray(type);
    }

    @Override
    default void mentions(Consumer<Field<?, ?>> sink) {
      expr().mentions(sink);
    }

    /** A field of the record itself follows no reference, so no scope changes it. */
    @Override
    default Condition<E> within(RowScope scope) {
      return expr() instanceof Field<E, ?> ? this : narrowed(scope);
    }
  }

  /** Several conditions put together. */
  sealed interface Group<E extends Entity<E>> extends Condition<E> {
    /** The conditions. */
    List<Condition<E>> conditions();

    /** Other conditions put together in the same way. */
    Condition<E> of(List<Condition<E>> others);

    @Override
    default @Nullable Field<?, ?> stray(EntityType<?> type) {
      for (Condition<E> condition : conditions()) {
        Field<?, ?> stray = condition.stray(type);
        if (stray != null) {
          return stray;
        }
      }
      return null;
    }

    @Override
    default boolean selfContained() {
      for (Condition<E> condition : conditions()) {
        if (!condition.selfContained()) {
          return false;
        }
      }
      return true;
    }

    @Override
    default void mentions(Consumer<Field<?, ?>> sink) {
      conditions().forEach(condition -> condition.mentions(sink));
    }

    @Override
    default Condition<E> within(RowScope scope) {
      List<Condition<E>> inner = new ArrayList<>(conditions().size());
      boolean changed = false;
      for (Condition<E> condition : conditions()) {
        Condition<E> narrowed = condition.within(scope);
        changed |= narrowed != condition;
        inner.add(narrowed);
      }
      return changed ? of(inner) : this;
    }
  }

  /** All of several conditions. */
  record All<E extends Entity<E>>(List<Condition<E>> conditions) implements Group<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      List<Predicate<Row>> tests = predicates(conditions, lookup);
      if (tests.size() == 1) {
        return tests.get(0);
      }
      if (tests.size() == 2) {
        Predicate<Row> first = tests.get(0);
        Predicate<Row> second = tests.get(1);
        return row -> first.test(row) && second.test(row);
      }
      return row -> {
        for (Predicate<Row> test : tests) {
          if (!test.test(row)) {
            return false;
          }
        }
        return true;
      };
    }

    @Override
    public Condition<E> of(List<Condition<E>> others) {
      return all(others);
    }
  }

  /** Any of several conditions. */
  record Any<E extends Entity<E>>(List<Condition<E>> conditions) implements Group<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      List<Predicate<Row>> tests = predicates(conditions, lookup);
      return row -> {
        for (Predicate<Row> test : tests) {
          if (test.test(row)) {
            return true;
          }
        }
        return false;
      };
    }

    @Override
    public Condition<E> of(List<Condition<E>> others) {
      return any(others);
    }
  }

  /** The opposite of a condition. */
  record Not<E extends Entity<E>>(Condition<E> condition) implements Condition<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      return condition.predicate(lookup).negate();
    }

    @Override
    public @Nullable Field<?, ?> stray(EntityType<?> type) {
      return condition.stray(type);
    }

    @Override
    public boolean selfContained() {
      return condition.selfContained();
    }

    @Override
    public void mentions(Consumer<Field<?, ?>> sink) {
      condition.mentions(sink);
    }

    @Override
    public Condition<E> within(RowScope scope) {
      return condition.within(scope).not();
    }

    @Override
    public Condition<E> not() {
      return condition;
    }
  }

  /** A comparison with a value, which is brought into its canonical form. */
  record Compare<E extends Entity<E>, T>(Expr<E, T> expr, Op op, T value) implements Leaf<E> {
    /** Checks and canonicalises the value. */
    public Compare {
      value = expr.kind().canonical(Objects.requireNonNull(value, "a value to compare with"));
    }

    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Function<Row, @Nullable T> reader = expr.reader(lookup);
      Kind<T> kind = expr.kind();
      T bound = value;
      return switch (op) {
        case EQ -> row -> bound.equals(reader.apply(row));
        case LT -> compare(reader, v -> kind.compare(v, bound) < 0);
        case LE -> compare(reader, v -> kind.compare(v, bound) <= 0);
        case GT -> compare(reader, v -> kind.compare(v, bound) > 0);
        case GE -> compare(reader, v -> kind.compare(v, bound) >= 0);
      };
    }

    @Override
    public boolean byEquality() {
      return op == Op.EQ;
    }

    private static <T> Predicate<Row> compare(
        Function<Row, @Nullable T> reader, Predicate<T> test) {
      return row -> {
        T found = reader.apply(row);
        return found != null && test.test(found);
      };
    }

    @Override
    public Condition<E> narrowed(RowScope scope) {
      return new Compare<>(expr.within(scope), op, value);
    }
  }

  /** The value is one of several, each of which is brought into its canonical form. */
  record In<E extends Entity<E>, T>(Expr<E, T> expr, Set<T> values) implements Leaf<E> {
    /** Copies the values, checked and canonical. */
    public In {
      Set<T> canonical = new LinkedHashSet<>();
      for (T value : values) {
        canonical.add(
            expr.kind().canonical(Objects.requireNonNull(value, "a value to compare with")));
      }
      values = Collections.unmodifiableSet(canonical);
    }

    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Function<Row, @Nullable T> reader = expr.reader(lookup);
      return row -> {
        T found = reader.apply(row);
        return found != null && values.contains(found);
      };
    }

    @Override
    public boolean byEquality() {
      return true;
    }

    @Override
    public Condition<E> narrowed(RowScope scope) {
      return new In<>(expr.within(scope), values);
    }
  }

  /** There is no value. */
  record Missing<E extends Entity<E>>(Expr<E, ?> expr) implements Leaf<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Function<Row, ? extends @Nullable Object> reader = expr.reader(lookup);
      return row -> reader.apply(row) == null;
    }

    @Override
    public boolean byEquality() {
      return true;
    }

    @Override
    public Condition<E> narrowed(RowScope scope) {
      return new Missing<>(expr.within(scope));
    }
  }

  /** A match of text. */
  record Text<E extends Entity<E>>(Expr<E, String> expr, TextOp op, String text)
      implements Leaf<E> {
    /** Checks the text. */
    public Text {
      Objects.requireNonNull(text, "a text to look for");
    }

    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Function<Row, @Nullable String> reader = expr.reader(lookup);
      return switch (op) {
        case STARTS_WITH -> has(reader, found -> found.startsWith(text));
        case CONTAINS -> has(reader, found -> found.contains(text));
        case MENTIONS -> {
          List<String> words = SearchText.words(text);
          yield has(reader, found -> containsAll(SearchText.normalise(found), words));
        }
      };
    }

    private static boolean containsAll(String found, List<String> words) {
      for (String word : words) {
        if (!found.contains(word)) {
          return false;
        }
      }
      return true;
    }

    private static Predicate<Row> has(
        Function<Row, @Nullable String> reader, Predicate<String> test) {
      return row -> {
        String found = reader.apply(row);
        return found != null && test.test(found);
      };
    }

    @Override
    public Condition<E> narrowed(RowScope scope) {
      return new Text<>(expr.within(scope), op, text);
    }
  }

  /** A set of tags contains one. */
  record Tagged<E extends Entity<E>>(Expr<E, Set<String>> expr, String tag) implements Leaf<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Function<Row, @Nullable Set<String>> reader = expr.reader(lookup);
      return row -> {
        Set<String> found = reader.apply(row);
        return found != null && found.contains(tag);
      };
    }

    @Override
    public Condition<E> narrowed(RowScope scope) {
      return new Tagged<>(expr.within(scope), tag);
    }
  }

  /** The record referred to exists, is not deleted, and meets a condition of its own. */
  record Matches<E extends Entity<E>, X extends Entity<X>>(
      Reference<E, X> reference, Condition<X> condition) implements Condition<E> {
    @Override
    public Predicate<Row> predicate(Lookup lookup) {
      Predicate<Row> test = condition.predicate(lookup);
      return row -> {
        Ref<X> ref = reference.of(row);
        Row target = ref == null ? null : lookup.row(ref);
        return target != null && !target.deleted() && test.test(target);
      };
    }

    @Override
    public @Nullable Field<?, ?> stray(EntityType<?> type) {
      Field<?, ?> stray = reference.stray(type);
      return stray != null ? stray : condition.stray(reference.target());
    }

    @Override
    public boolean selfContained() {
      return false;
    }

    @Override
    public void mentions(Consumer<Field<?, ?>> sink) {
      reference.mentions(sink);
      condition.mentions(sink);
    }

    @Override
    public Condition<E> within(RowScope scope) {
      Condition<X> visible = scope.of(reference.target());
      return new Matches<>(reference, condition.within(scope).and(visible));
    }
  }

  private static <E extends Entity<E>> List<Predicate<Row>> predicates(
      List<Condition<E>> conditions, Lookup lookup) {
    List<Predicate<Row>> tests = new ArrayList<>(conditions.size());
    for (Condition<E> condition : conditions) {
      tests.add(condition.predicate(lookup));
    }
    return tests;
  }
}
