package io.crmkit.persistence.fault;

import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Units of work by number. Each makes a star and two planets. One with an odd number also claims a
 * custom key and adds one to the tenant's counter, which it reads before; one with an even number
 * reads nothing, so that all of it may be one step.
 */
final class Work {
  static final int ROWS = 3;
  private static final Ref<Star> COUNTER = Universe.ref(Star.TYPE, 0);

  private Work() {}

  /** Makes the counter of a tenant. */
  static void prepare(Store store, String tenant) {
    Row none = Universe.star(0, star -> star.set(Star.BRIGHTNESS, 0L));
    commit(store, tenant, Universe.EXTENDED, List.of(new Change.Insert(none)));
  }

  static void commit(Store store, String tenant, Layout layout, List<Change> changes) {
    try (StoreTransaction transaction = store.begin(tenant, layout)) {
      transaction.commit(changes);
    }
  }

  static boolean counts(long unit) {
    return unit % 2 != 0;
  }

  static long unitOfStar(long id) {
    return id - 1;
  }

  static long unitOfPlanet(long id) {
    return id / 2;
  }

  /** One unit, all of it. */
  static void write(Store store, String tenant, long unit) {
    Layout layout = counts(unit) ? Universe.EXTENDED : Universe.PLAIN;
    try (StoreTransaction transaction = store.begin(tenant, layout)) {
      List<Change> changes = new ArrayList<>(inserts(unit));
      if (counts(unit)) {
        Row before = Objects.requireNonNull(transaction.find(COUNTER), "the counter");
        changes.add(new Change.Update(before, increased(before)));
      }
      transaction.commit(changes);
    }
  }

  static List<Change> inserts(long unit) {
    Row star = Universe.star(unit + 1);
    Row first =
        Universe.planet(
            2 * unit,
            planet -> planet.set(Planet.STAR, Universe.ref(Star.TYPE, unit + 1)),
            planet -> planet.set(Planet.CODE, "code " + unit),
            planet -> planet.set(Planet.NOTES, "note ".repeat(40)));
    Row second =
        Universe.planet(
            2 * unit + 1,
            planet -> planet.set(Planet.TWIN, Universe.ref(Planet.TYPE, 2 * unit)),
            planet -> {
              if (counts(unit)) {
                planet.set(Universe.NICKNAME, "nick " + unit);
              }
            });
    return List.of(new Change.Insert(star), new Change.Insert(first), new Change.Insert(second));
  }

  static Row increased(Row counter) {
    long value = Objects.requireNonNull(counter.get(Star.BRIGHTNESS));
    return Universe.changed(
        Star.TYPE, counter, List.of(star -> star.set(Star.BRIGHTNESS, value + 1)));
  }

  static long counter(Store store, String tenant) {
    Row counter = store.reader(tenant, Universe.PLAIN).find(COUNTER);
    return Objects.requireNonNull(Objects.requireNonNull(counter).get(Star.BRIGHTNESS));
  }
}
