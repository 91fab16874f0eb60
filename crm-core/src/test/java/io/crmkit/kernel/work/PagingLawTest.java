package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.GadgetModule;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.Planet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever turns the pages sees the list, however many records others make meanwhile. */
@AnyStore
class PagingLawTest {
  @Property(tries = 100)
  void pages_give_what_was_there_once_each_and_in_order(
      @ForAll @Size(max = 25) List<@IntRange(max = 4) Integer> before,
      @ForAll @Size(max = 10) List<@IntRange(max = 4) Integer> meanwhile,
      @ForAll @IntRange(min = 1, max = 6) int size,
      @ForAll("orders") List<Order<Planet>> orders) {
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (Crm crm = Fixtures.aCrm(clock).module(new GadgetModule()).open()) {
      Session ada = crm.as("ada");
      before.forEach(moons -> make(ada, moons));
      Query<Planet> query = ada.records(Planet.TYPE).query().orderBy(array(orders)).limit(size);
      List<Ref<Planet>> expected = refs(query.limit(Integer.MAX_VALUE).list());
      List<Ref<Planet>> seen = new ArrayList<>();
      List<Integer> others = new ArrayList<>(meanwhile);
      String token = null;
      do {
        Page<Planet> page = query.after(token).page();
        seen.addAll(refs(page.items()));
        token = page.token();
        if (!others.isEmpty()) {
          make(ada, others.remove(0));
        }
      } while (token != null);
      assertEquals(new HashSet<>(seen).size(), seen.size(), "no record twice");
      Set<Ref<Planet>> old = new HashSet<>(expected);
      assertEquals(expected, seen.stream().filter(old::contains).toList());
      List<Ref<Planet>> now = refs(query.limit(Integer.MAX_VALUE).list());
      assertEquals(now.stream().filter(new HashSet<>(seen)::contains).toList(), seen);
    }
  }

  private static void make(Session ada, int moons) {
    ada.records(Planet.TYPE)
        .create(
            d -> {
              d.set(Planet.NAME, "p" + moons % 2);
              if (moons > 0) {
                d.set(Planet.MOONS, (long) moons);
              }
            });
  }

  private static List<Ref<Planet>> refs(List<Planet> planets) {
    return planets.stream().map(Planet::ref).toList();
  }

  @SuppressWarnings("unchecked") // an array of a generic type
  private static Order<Planet>[] array(List<Order<Planet>> orders) {
    return orders.toArray(Order[]::new);
  }

  @Provide
  Arbitrary<List<Order<Planet>>> orders() {
    List<Order<Planet>> keys =
        List.of(Planet.MOONS.asc(), Planet.MOONS.desc(), Planet.NAME.asc(), Planet.NAME.desc());
    return Arbitraries.of(keys).list().ofMaxSize(2);
  }
}
