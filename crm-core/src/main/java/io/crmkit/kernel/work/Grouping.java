package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.store.Aggregation;
import io.crmkit.kernel.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Groups of records, to be measured. */
public final class Grouping<E extends Entity<E>> {
  private final Supplier<ReadDoor> reading;
  private final EntityType<E> type;
  private final Function<ReadDoor, Condition<E>> condition;
  private final List<Expr<E, ?>> groups;

  Grouping(
      Supplier<ReadDoor> reading,
      EntityType<E> type,
      Function<ReadDoor, Condition<E>> condition,
      List<Expr<E, ?>> groups) {
    this.reading = reading;
    this.type = type;
    this.condition = condition;
    this.groups = groups;
  }

  /**
   * Measures every group, in the order of the values grouped by, missing ones last.
   *
   * @throws io.crmkit.kernel.value.CurrencyMismatchException where money of several currencies
   *     would be added: group by its {@code currency()} as well
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final List<Group<E>> measure(Measure<E, ?>... measures) {
    ReadDoor door = reading.get();
    Condition<E> which = condition.apply(door);
    List<Expr<E, ?>> by = new ArrayList<>(groups.size());
    groups.forEach(group -> by.add(door.group(type, group)));
    List<Measure<E, ?>> what = new ArrayList<>(measures.length);
    for (Measure<E, ?> measure : measures) {
      what.add(door.measure(type, measure));
    }
    List<Measure<E, ?>> asked = List.of(measures);
    List<Group<E>> result = new ArrayList<>();
    for (@Nullable Object[] values :
        door.store().aggregate(new Aggregation<>(type, which, by, what))) {
      result.add(new Group<>(groups, asked, plain(values)));
    }
    return result;
  }

  /** Stores add with the decimals they keep; everybody reads those of the currency. */
  private static @Nullable Object[] plain(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Money money) {
        values[i] = money.plain();
      }
    }
    return values;
  }
}
