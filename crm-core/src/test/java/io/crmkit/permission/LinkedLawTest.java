package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Features;
import io.crmkit.Session;
import io.crmkit.activity.Task;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Whatever hangs on whatever: who sees a task is whom it belongs to, or who sees what it is about,
 * or, where it is about nothing, who sees its customer.
 */
@AnyStore
class LinkedLawTest {
  private static final int USERS = 3;

  /** A deal with a customer. */
  record Deal(int owner, int customer) {}

  /** A task about a deal, a customer, an earlier task, or nothing, and for a customer or none. */
  record ToDo(int owner, int about, int which, int customer) {}

  /**
   * What there is.
   *
   * @param shared deals that are shared, each with one user
   * @param deals may be denied to the last user, whatever else is granted
   */
  record World(
      List<Integer> customers,
      List<Deal> deals,
      List<ToDo> tasks,
      List<Deal> shared,
      boolean denied) {}

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Integer> user = Arbitraries.integers().between(0, USERS - 1);
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
    Arbitrary<Deal> deal = Combinators.combine(user, few).as(Deal::new);
    Arbitrary<ToDo> task =
        Combinators.combine(user, few, few, Arbitraries.integers().between(0, 4)).as(ToDo::new);
    return Combinators.combine(
            user.list().ofSize(4),
            deal.list().ofSize(4),
            task.list().ofMinSize(1).ofMaxSize(8),
            deal.list().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(World::new);
  }

  @Property(tries = 40)
  void a_task_is_seen_with_what_it_hangs_on(@ForAll("worlds") World world) {
    try (Crm crm = Fixtures.aCrm().administrators("ada").open()) {
      Run run = new Run(world);
      crm.as("ada").run(run::make);
      for (int me = 0; me < USERS; me++) {
        run.check(crm.as("u" + me), me);
      }
    }
  }

  private static final class Run {
    private final World world;
    private final List<User> users = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    Run(World world) {
      this.world = world;
    }

    void make(Features ada) {
      Role own = ada.permissions().define("own", "Own", null);
      ada.permissions().grant(own, Grant.ALL_TYPES, Level.OWN, Operation.READ);
      Role denied = ada.permissions().define("denied", "Denied", null);
      ada.permissions().deny(denied, "opportunity", Level.ALL, Operation.READ);
      for (int i = 0; i < USERS; i++) {
        User user = ada.organization().create(Fixtures.aUser("u" + i));
        users.add(user);
        ada.permissions().assign(user, own);
      }
      if (world.denied()) {
        ada.permissions().assign(users.get(USERS - 1), denied);
      }
      for (int owner : world.customers()) {
        customers.add(
            ada.customers()
                .create(
                    Fixtures.aCustomer("c").andThen(c -> c.set(Customer.OWNER, users.get(owner)))));
      }
      for (Deal deal : world.deals()) {
        deals.add(
            ada.pipeline()
                .open(
                    customers.get(deal.customer()),
                    Fixtures.aDeal("d")
                        .andThen(d -> d.set(Opportunity.OWNER, users.get(deal.owner())))));
      }
      for (Deal share : world.shared()) {
        ada.permissions()
            .share(deals.get(share.customer()), users.get(share.owner()), Share.Access.READ);
      }
      for (ToDo task : world.tasks()) {
        Ref<?> about = about(task);
        tasks.add(
            ada.activities()
                .tasks()
                .create(
                    t -> {
                      t.set(Task.SUBJECT, "t").set(Task.OWNER, users.get(task.owner()));
                      if (about != null) {
                        Task.ABOUT.set(t, about);
                      }
                      if (task.customer() < 4) {
                        t.set(Task.CUSTOMER, customers.get(task.customer()));
                      }
                    }));
      }
    }

    private @Nullable Ref<?> about(ToDo task) {
      return switch (task.about()) {
        case 1 -> deals.get(task.which()).ref();
        case 2 -> customers.get(task.which()).ref();
        case 3 -> task.which() < tasks.size() ? tasks.get(task.which()).ref() : null;
        default -> null;
      };
    }

    void check(Session session, int me) {
      Set<Ref<?>> expected = new HashSet<>();
      for (int i = 0; i < tasks.size(); i++) {
        if (sees(me, i, false)) {
          expected.add(tasks.get(i).ref());
        }
      }
      var asked = session.activities().tasks();
      assertEquals(expected, refs(asked.query().list()));
      assertEquals(expected.size(), asked.query().count());
      assertEquals(expected.size(), asked.query().measure(Measure.count()).count());
      for (Task task : tasks) {
        assertEquals(expected.contains(task.ref()), asked.find(task.ref()).isPresent());
      }
    }

    /** What looking at one record gives; what hangs on a task that hangs itself goes no further. */
    private boolean sees(int me, int task, boolean linked) {
      ToDo its = world.tasks().get(task);
      if (its.owner() == me) {
        return true;
      }
      Ref<?> about = tasks.get(task).get(Task.ABOUT.id()) == null ? null : about(its);
      if (about == null) {
        Ref<Customer> customer = tasks.get(task).get(Task.CUSTOMER);
        return customer != null && seesCustomer(me, customer);
      } else if (about.type() == Task.TYPE) {
        return !linked && sees(me, its.which(), true);
      }
      return about.type() == Customer.TYPE ? seesCustomer(me, about) : seesDeal(me, its.which());
    }

    private boolean seesCustomer(int me, Ref<?> customer) {
      for (int i = 0; i < customers.size(); i++) {
        if (customers.get(i).ref().equals(customer)) {
          return world.customers().get(i) == me;
        }
      }
      return false;
    }

    private boolean seesDeal(int me, int deal) {
      if (world.denied() && me == USERS - 1) {
        return false;
      }
      return world.deals().get(deal).owner() == me
          || world.shared().stream().anyMatch(s -> s.owner() == me && s.customer() == deal);
    }

    private static Set<Ref<?>> refs(List<? extends Entity<?>> records) {
      Set<Ref<?>> refs = new HashSet<>();
      records.forEach(each -> refs.add(each.ref()));
      return refs;
    }
  }
}
