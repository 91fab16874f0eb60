package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Every answer that Bob gets is made of the records he may see, and no change of anything else
 * makes any answer another one.
 */
@AnyStore
class NonInterferenceLawTest {
  /** A customer with the levels that rights depend on, and a deal with it. */
  record Sample(
      String level, @Nullable String industry, int employees, int parent, boolean deleted) {}

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));

  @Property(tries = 80)
  void answers_are_made_of_the_visible_alone(
      @ForAll("samples") List<Sample> samples, @ForAll("levels") Set<String> visible) {
    TestPolicy policy =
        new TestPolicy()
            .limit("bob", Customer.TYPE, Customer.LEVEL.in(visible))
            .hide("bob", Customer.EMPLOYEES);
    try (Crm crm = Fixtures.aCrm(clock).policy(policy).open()) {
      Session ada = crm.as("ada");
      Session bob = crm.as("bob");
      List<Customer> all = make(ada, samples);
      List<Customer> his = all.stream().filter(c -> sees(visible, c)).toList();
      List<Customer> alive = his.stream().filter(c -> !c.deleted()).toList();
      assertEquals(refs(alive), refs(bob.customers().query().list()));
      assertEquals(refs(his), refs(bob.customers().query().withDeleted().list()));
      assertEquals(alive.size(), bob.customers().query().count());
      assertEquals(!alive.isEmpty(), bob.customers().query().exists());
      assertEquals(refs(alive), pages(bob));
      assertEquals(refs(alive), refs(bob.customers().query().search("sample").list()));
      assertEquals(groups(alive), groups(bob));
      for (Customer customer : all) {
        assertEquals(alive.contains(customer), bob.customers().find(customer.ref()).isPresent());
        assertEquals(
            his.contains(customer) && customer.deleted(),
            bob.customers().findDeleted(customer.ref()).isPresent());
        assertEquals(
            alive.contains(customer),
            bob.customers().asOf(clock.instant()).find(customer.ref()).isPresent());
      }
      assertEquals(
          refs(alive).stream().sorted().toList(),
          refs(bob.customers().asOf(clock.instant()).list()));
      checkPaths(bob, all, his);

      Map<String, Object> before = answers(bob, all);
      clock.advance(Duration.ofMinutes(1));
      List<Customer> hidden = all.stream().filter(c -> !his.contains(c)).toList();
      for (Customer customer : hidden) {
        Customer restored = ada.customers().restore(customer);
        Customer changed =
            ada.customers()
                .update(
                    restored, d -> d.set(Customer.NAME, "other").set(Customer.INDUSTRY, "energy"));
        ada.customers().delete(changed);
      }
      ada.customers().create(d -> d.set(Customer.NAME, "sample new").set(Customer.LEVEL, "D"));
      for (Customer customer : alive) {
        ada.customers().update(customer, d -> d.set(Customer.EMPLOYEES, 12_345L));
      }
      assertEquals(before, answers(bob, all));
    }
  }

  private static boolean sees(Set<String> visible, Customer customer) {
    return visible.contains(customer.require(Customer.LEVEL));
  }

  private List<Customer> make(Session ada, List<Sample> samples) {
    List<Customer> made = new ArrayList<>();
    for (Sample sample : samples) {
      Customer customer =
          ada.customers()
              .create(
                  d -> {
                    d.set(Customer.NAME, "sample " + sample.employees() % 3)
                        .set(Customer.LEVEL, sample.level())
                        .set(Customer.EMPLOYEES, (long) sample.employees())
                        .setOrClear(Customer.INDUSTRY, sample.industry());
                    if (!made.isEmpty() && sample.parent() >= 0) {
                      d.set(Customer.PARENT, made.get(sample.parent() % made.size()).ref());
                    }
                  });
      ada.pipeline().open(customer, d -> d.set(Opportunity.TITLE, "of " + made.size()));
      made.add(sample.deleted() ? ada.customers().delete(customer) : customer);
    }
    return made;
  }

  private static List<Ref<Customer>> refs(List<Customer> customers) {
    return customers.stream().map(Customer::ref).toList();
  }

  private static List<Ref<Customer>> pages(Session bob) {
    List<Ref<Customer>> seen = new ArrayList<>();
    String token = null;
    do {
      Page<Customer> page = bob.customers().query().limit(2).after(token).page();
      seen.addAll(refs(page.items()));
      token = page.token();
    } while (token != null);
    return seen;
  }

  private static Map<String, Long> groups(List<Customer> customers) {
    Map<String, Long> groups = new TreeMap<>();
    customers.forEach(c -> groups.merge(String.valueOf(c.get(Customer.INDUSTRY)), 1L, Long::sum));
    return groups;
  }

  private static Map<String, Long> groups(Session bob) {
    Map<String, Long> groups = new TreeMap<>();
    bob.customers().query().groupBy(Customer.INDUSTRY).measure(Measure.count()).stream()
        .forEach(group -> groups.put(String.valueOf(group.get(Customer.INDUSTRY)), group.count()));
    return groups;
  }

  private static void checkPaths(Session bob, List<Customer> all, List<Customer> his) {
    var name = Opportunity.CUSTOMER.get(Customer.NAME);
    long reachable = his.stream().filter(c -> !c.deleted()).count();
    assertEquals(reachable, bob.opportunities().where(name.isPresent()).count());
    assertEquals(all.size() - reachable, bob.opportunities().where(name.isMissing()).count());
    assertEquals(
        reachable,
        bob.opportunities()
            .where(Opportunity.CUSTOMER.matches(Customer.LEVEL.isPresent()))
            .count());
    assertEquals(all.size(), bob.opportunities().query().orderBy(name.desc()).list().size());
  }

  /** Everything that Bob can see of what was there, versions and times of change aside. */
  private static Map<String, Object> answers(Session bob, List<Customer> all) {
    Map<String, Object> answers = new LinkedHashMap<>();
    var customers = bob.customers();
    var parent = Customer.PARENT.get(Customer.NAME);
    List<Condition<Customer>> conditions =
        List.of(
            Condition.always(),
            Customer.NAME.is("sample 1"),
            Customer.NAME.is("other"),
            Customer.INDUSTRY.isMissing(),
            Customer.INDUSTRY.is("energy").not(),
            parent.is("other"),
            parent.isMissing(),
            Customer.PARENT.matches(Customer.INDUSTRY.is("energy")).not());
    for (Condition<Customer> condition : conditions) {
      Query<Customer> query = customers.where(condition);
      answers.put(condition + " list", shown(query.list()));
      answers.put(condition + " bin", shown(query.onlyDeleted().list()));
      answers.put(
          condition + " sorted", refs(query.orderBy(parent.desc(), Customer.NAME.asc()).list()));
      answers.put(condition + " count", query.count());
      answers.put(condition + " search", refs(query.search("sample other").list()));
      answers.put(
          condition + " figures",
          query.groupBy(parent).measure(Measure.count(), Customer.NAME.max()).stream()
              .map(g -> Arrays.asList(g.get(parent), g.count(), g.get(Customer.NAME.max())))
              .toList());
    }
    answers.put(
        "hidden field", tried(() -> customers.where(Customer.EMPLOYEES.is(12_345L)).count()));
    answers.put("hidden sum", tried(() -> customers.query().measure(Customer.EMPLOYEES.sum())));
    for (Customer customer : all) {
      answers.put(
          "get " + customer.ref(), tried(() -> shown(List.of(customers.get(customer.ref())))));
      answers.put(
          "history " + customer.ref(),
          tried(() -> customers.history(customer.ref()).get(0).changes().changes()));
      answers.put(
          "refer to " + customer.ref(),
          customer.deleted()
              ? "a record in the bin is no matter of rights"
              : tried(
                  () -> {
                    bob.run(
                        work -> {
                          work.contacts()
                              .create(
                                  d ->
                                      d.set(Contact.NAME, "x")
                                          .set(Contact.CUSTOMER, customer.ref()));
                          throw new IllegalStateException("taken back");
                        });
                    return "";
                  }));
    }
    return answers;
  }

  private static List<Object> shown(List<Customer> customers) {
    List<Object> shown = new ArrayList<>();
    for (Customer customer : customers) {
      shown.add(
          Arrays.asList(
              customer.ref(),
              customer.get(Customer.NAME),
              customer.get(Customer.INDUSTRY),
              customer.get(Customer.PARENT),
              Objects.toString(customer.get(Customer.EMPLOYEES)),
              customer.get(Customer.TYPE.createdAt())));
    }
    return shown;
  }

  private static Object tried(Supplier<Object> question) {
    try {
      return question.get();
    } catch (CrmException | IllegalStateException refused) {
      return refused.getClass().getSimpleName() + ": " + refused.getMessage();
    }
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    return Combinators.combine(
            Arbitraries.of("A", "B", "C"),
            Arbitraries.of("retail", "energy").injectNull(0.3),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(-2, 5),
            Arbitraries.of(true, false, false))
        .as(Sample::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Set<String>> levels() {
    return Arbitraries.of("A", "B", "C").set().ofMaxSize(3);
  }
}
