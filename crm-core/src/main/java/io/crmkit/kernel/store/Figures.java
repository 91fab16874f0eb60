package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The figures of groups of rows, made one row after the other: for stores to share. */
public final class Figures<E extends Entity<E>> {
  private final List<Expr<E, ?>> groups;
  private final List<Function<Row, ?>> readers = new ArrayList<>();
  private final List<Supplier<Tally>> tallies = new ArrayList<>();

  /**
   * Rows one after the other.
   *
   * @param <X> what reading them may fail with
   */
  @FunctionalInterface
  public interface Rows<X extends Exception> {
    /** The next row; null once there is none. */
    @Nullable Row next() throws X;
  }

  private Figures(Aggregation<E> aggregation, Lookup lookup) {
    groups = aggregation.groups();
    for (Expr<E, ?> group : groups) {
      readers.add(group.reader(lookup));
    }
    for (Measure<E, ?> measure : aggregation.measures()) {
      tallies.add(Tally.of(measure, lookup));
    }
  }

  /**
   * Groups and measures rows, see {@link StoreReader#aggregate}.
   *
   * @param rows those that meet the condition
   * @param lookup finds the rows that they refer to
   */
  public static <E extends Entity<E>, X extends Exception> List<@Nullable Object[]> of(
      Aggregation<E> aggregation, Rows<X> rows, Lookup lookup) throws X {
    return new Figures<>(aggregation, lookup).of(rows);
  }

  /** The order that groups come in: that of the values they are grouped by, missing ones last. */
  public static <E extends Entity<E>> Comparator<@Nullable Object[]> order(
      Aggregation<E> aggregation) {
    return (a, b) -> compare(aggregation.groups(), a, b);
  }

  /** One array per group: its values, then its figures; in the order of the values. */
  private <X extends Exception> List<@Nullable Object[]> of(Rows<X> rows) throws X {
    List<@Nullable Object[]> result =
        switch (readers.size()) {
          case 0 -> ungrouped(rows);
          case 1 -> groupedByOne(readers.get(0), rows);
          default -> groupedByMany(rows);
        };
    result.sort((a, b) -> compare(groups, a, b));
    return result;
  }

  private <X extends Exception> List<@Nullable Object[]> ungrouped(Rows<X> rows) throws X {
    Tally[] all = newTallies();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      add(row, all);
    }
    List<@Nullable Object[]> result = new ArrayList<>(1);
    result.add(figures(new @Nullable Object[0], all));
    return result;
  }

  private <X extends Exception> List<@Nullable Object[]> groupedByOne(
      Function<Row, ?> reader, Rows<X> rows) throws X {
    Map<@Nullable Object, Tally[]> byValue = new HashMap<>();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      Object value = reader.apply(row);
      Tally[] group = byValue.get(value);
      if (group == null) {
        group = newTallies();
        byValue.put(value, group);
      }
      add(row, group);
    }
    List<@Nullable Object[]> result = new ArrayList<>(byValue.size());
    byValue.forEach((value, group) -> result.add(figures(new @Nullable Object[] {value}, group)));
    return result;
  }

  private <X extends Exception> List<@Nullable Object[]> groupedByMany(Rows<X> rows) throws X {
    Map<Key, Tally[]> byValues = new HashMap<>();
    int size = readers.size();
    Key probe = new Key(size);
    for (Row row = rows.next(); row != null; row = rows.next()) {
      for (int i = 0; i < size; i++) {
        probe.values[i] = readers.get(i).apply(row);
      }
      Tally[] group = byValues.get(probe);
      if (group == null) {
        group = newTallies();
        byValues.put(probe, group);
        probe = new Key(size);
      }
      add(row, group);
    }
    List<@Nullable Object[]> result = new ArrayList<>(byValues.size());
    byValues.forEach((key, group) -> result.add(figures(key.values, group)));
    return result;
  }

  private Tally[] newTallies() {
    Tally[] made = new Tally[tallies.size()];
    Arrays.setAll(made, i -> tallies.get(i).get());
    return made;
  }

  private static void add(Row row, Tally[] group) {
    for (Tally tally : group) {
      tally.add(row);
    }
  }

  private static @Nullable Object[] figures(@Nullable Object[] values, Tally[] group) {
    @Nullable Object[] all = Arrays.copyOf(values, values.length + group.length);
    for (int i = 0; i < group.length; i++) {
      all[values.length + i] = group[i].figure();
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Entity<E>> int compare(
      List<Expr<E, ?>> groups, @Nullable Object[] a, @Nullable Object[] b) {
    for (int i = 0; i < groups.size(); i++) {
      Object left = a[i];
      Object right = b[i];
      if (left == null || right == null) {
        if (left != right) {
          return left == null ? 1 : -1;
        }
      } else {
        int order = ((Comparator<Object>) groups.get(i).kind()).compare(left, right);
        if (order != 0) {
          return order;
        }
      }
    }
    return 0;
  }

  /** The values of a group; also used to look for one. */
  private static final class Key {
    private final @Nullable Object[] values;

    Key(int size) {
      values = new @Nullable Object[size];
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
