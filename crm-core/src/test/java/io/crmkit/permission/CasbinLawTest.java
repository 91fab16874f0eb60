package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Features;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Roles decide as jCasbin does about the same policy: an implementation that is not ours. */
@AddLifecycleHook(AnyStore.Fewer.class)
class CasbinLawTest {
  private static final int USERS = 4;
  private static final int ROLES = 4;
  private static final List<Operation> OPERATIONS =
      List.of(Operation.READ, Operation.UPDATE, Operation.DELETE);

  record Granted(int role, boolean denies, String type, Operation operation, Level level) {}

  /** The role includes another of a greater number. */
  record Included(int role, int other) {}

  /**
   * What one tenant is like.
   *
   * @param parents of each unit the number of the one above; none where that is not smaller
   * @param units of each user the number of the unit; none where there is none of that number
   * @param roles of each user the roles, as bits
   */
  record Tenant(
      List<Integer> parents,
      List<Integer> units,
      List<Integer> roles,
      List<Included> included,
      List<Granted> grants) {}

  private @Nullable Crm opened;
  private int tenants;

  @BeforeProperty
  void open() {
    opened =
        Fixtures.aCrm(new ManualClock(Instant.parse("2027-03-01T08:00:00Z")))
            .administrators("ada")
            .open();
  }

  @AfterProperty
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Property(tries = 100)
  void decisions_are_those_of_another_implementation(
      @ForAll("tenants") Tenant first, @ForAll("tenants") Tenant second) {
    Crm crm = Objects.requireNonNull(opened);
    Casbin casbin = new Casbin();
    List<Both> both =
        List.of(
            new Both(crm, casbin, "t" + tenants++, first),
            new Both(crm, casbin, "t" + tenants++, second));
    both.forEach(Both::make);
    both.forEach(Both::compare);
  }

  /** A tenant in both. */
  private static final class Both {
    private final Crm crm;
    private final Casbin casbin;
    private final String name;
    private final Tenant plan;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    Both(Crm crm, Casbin casbin, String name, Tenant plan) {
      this.crm = crm;
      this.casbin = casbin;
      this.name = name;
      this.plan = plan;
    }

    void make() {
      crm.as(name, "ada").run(this::make);
      for (Granted grant : plan.grants()) {
        casbin.grant(
            "r" + grant.role(),
            name,
            grant.type(),
            grant.operation().toString(),
            grant.level().toString(),
            grant.denies());
      }
      for (Included included : plan.included()) {
        if (included.other() > included.role()) {
          casbin.has("r" + included.role(), "r" + included.other(), name);
        }
      }
      for (int user = 0; user < USERS; user++) {
        for (int role = 0; role < ROLES; role++) {
          if ((plan.roles().get(user) & (1 << role)) != 0) {
            casbin.has("u" + user, "r" + role, name);
          }
        }
        if (!unit(user).equals("nowhere")) {
          casbin.belongs("u" + user, unit(user), name);
        }
      }
      for (int unit = 0; unit < plan.parents().size(); unit++) {
        if (plan.parents().get(unit) < unit) {
          casbin.belongs("unit" + unit, "unit" + plan.parents().get(unit), name);
        }
      }
    }

    private String unit(int user) {
      int unit = plan.units().get(user);
      return unit < plan.parents().size() ? "unit" + unit : "nowhere";
    }

    private void make(Features ada) {
      List<OrgUnit> units = new ArrayList<>();
      for (int parent : plan.parents()) {
        units.add(
            ada.organization()
                .units()
                .create(
                    u -> {
                      u.set(OrgUnit.NAME, "unit");
                      if (parent < units.size()) {
                        u.set(OrgUnit.PARENT, units.get(parent));
                      }
                    }));
      }
      List<User> users = new ArrayList<>();
      for (int unit : plan.units()) {
        users.add(
            ada.organization()
                .create(
                    Fixtures.aUser("u" + users.size())
                        .andThen(
                            u -> {
                              if (unit < units.size()) {
                                u.set(User.UNIT, units.get(unit));
                              }
                            })));
      }
      Permissions permissions = ada.permissions();
      List<Role> roles = new ArrayList<>();
      for (int i = 0; i < ROLES; i++) {
        roles.add(permissions.define("r" + i, "r" + i, null));
      }
      plan.included().stream()
          .filter(included -> included.other() > included.role())
          .forEach(i -> permissions.include(roles.get(i.role()), roles.get(i.other())));
      for (Granted grant : plan.grants()) {
        Role role = roles.get(grant.role());
        if (grant.denies()) {
          permissions.deny(role, grant.type(), grant.level(), grant.operation());
        } else {
          permissions.grant(role, grant.type(), grant.level(), grant.operation());
        }
      }
      for (int user = 0; user < USERS; user++) {
        for (int role = 0; role < ROLES; role++) {
          if ((plan.roles().get(user) & (1 << role)) != 0) {
            permissions.assign(users.get(user), roles.get(role));
          }
        }
      }
      for (int owner = 0; owner <= USERS; owner++) {
        @Nullable User its = owner < USERS ? users.get(owner) : null;
        Customer customer =
            ada.customers()
                .create(
                    c ->
                        c.set(Customer.NAME, "x")
                            .setOrClear(Customer.OWNER, its == null ? null : its.ref()));
        customers.add(customer);
        deals.add(
            ada.pipeline()
                .open(
                    customer,
                    d ->
                        d.set(Opportunity.TITLE, "x")
                            .setOrClear(Opportunity.OWNER, its == null ? null : its.ref())));
      }
      products.add(ada.catalog().create(Fixtures.aProduct("x")));
    }

    void compare() {
      for (int user = 0; user < USERS; user++) {
        Workspace space = crm.as(name, "u" + user).workspace();
        for (Operation operation : OPERATIONS) {
          for (int owner = 0; owner <= USERS; owner++) {
            compare(space, user, operation, owner, customers.get(owner));
            compare(space, user, operation, owner, deals.get(owner));
          }
          compare(space, user, operation, USERS, products.get(0));
        }
      }
    }

    private <E extends Entity<E>> void compare(
        Workspace space, int user, Operation operation, int owner, E record) {
      boolean theirs =
          casbin.allows(
              "u" + user,
              name,
              record.type().name(),
              owner < USERS ? "u" + owner : "nobody",
              unit(user),
              operation.toString());
      assertEquals(
          theirs,
          space.may(operation, record),
          () -> "u" + user + ' ' + operation + ' ' + record.type() + " of u" + owner);
    }
  }

  @Provide
  Arbitrary<Tenant> tenants() {
    Arbitrary<Granted> grants =
        Combinators.combine(
                Arbitraries.integers().between(0, ROLES - 1),
                Arbitraries.of(true, false, false, false),
                Arbitraries.of("customer", "opportunity", "product", Grant.ALL_TYPES),
                Arbitraries.of(OPERATIONS),
                Arbitraries.of(Level.OWN, Level.UNIT_AND_BELOW, Level.ALL))
            .as(Granted::new);
    Arbitrary<Included> included =
        Combinators.combine(
                Arbitraries.integers().between(0, ROLES - 1),
                Arbitraries.integers().between(0, ROLES - 1))
            .as(Included::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(0, 5).list().ofSize(USERS),
            Arbitraries.integers().between(0, 15).list().ofSize(USERS),
            included.list().uniqueElements().ofMaxSize(4),
            grants.list().uniqueElements().ofMinSize(1).ofMaxSize(8))
        .as(Tenant::new);
  }
}
