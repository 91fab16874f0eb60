package io.crmkit.timeline;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.customer.Customer;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The pages of a timeline are the whole union in order, however much comes in meanwhile. */
@AnyStore
class TimelineLawTest {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  @Property(tries = 60)
  void pages_give_what_was_there_once_each_and_in_order(
      @ForAll @Size(max = 20) List<@IntRange(max = 14) Integer> before,
      @ForAll @Size(max = 8) List<@IntRange(max = 14) Integer> meanwhile,
      @ForAll @IntRange(min = 1, max = 5) int size) {
    ManualClock clock = new ManualClock(START.plusSeconds(60));
    List<HostEvent> host = new ArrayList<>();
    try (Crm crm =
        Fixtures.aCrm(clock)
            .module(new HostEvents((who, customer, behind, limit) -> List.copyOf(host)))
            .open()) {
      Session ada = crm.as("ada");
      Customer acme = ada.customers().create(aCustomer());
      before.forEach(what -> happen(ada, acme, host, what));
      List<TimelinePlace> expected = places(ada.timeline().of(acme).limit(100).page().items());
      assertEquals(before.size() + 1, expected.size());
      assertEquals(List.copyOf(new TreeSet<>(expected)), expected);
      List<TimelinePlace> seen = new ArrayList<>();
      List<Integer> others = new ArrayList<>(meanwhile);
      String token = null;
      do {
        var page = ada.timeline().of(acme).limit(size).after(token).page();
        seen.addAll(places(page.items()));
        token = page.token();
        if (!others.isEmpty()) {
          happen(ada, acme, host, others.remove(0));
        }
      } while (token != null);
      assertEquals(List.copyOf(new TreeSet<>(seen)), seen, "in order, none twice");
      Set<TimelinePlace> old = new HashSet<>(expected);
      assertEquals(expected, seen.stream().filter(old::contains).toList());
    }
  }

  /** Of three kinds, at one of five moments. */
  private static void happen(Session ada, Customer acme, List<HostEvent> host, int what) {
    Instant at = START.plusSeconds(what / 3);
    switch (what % 3) {
      case 0 ->
          ada.activities()
              .log(
                  acme,
                  Interaction.Kind.CALL,
                  List.of(),
                  d -> d.set(Interaction.SUBJECT, "x").set(Interaction.AT, at));
      case 1 -> ada.activities().plan(acme.ref(), d -> d.set(Task.SUBJECT, "x"));
      default ->
          host.add(new HostEvent(at, new UUID(-1L + host.size() % 3, host.size()), "h", "x"));
    }
  }

  private static List<TimelinePlace> places(List<TimelineItem> items) {
    return items.stream().map(TimelineItem::place).toList();
  }
}
