package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Features;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Page;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Whatever the organisation, the roles, the shares and the field rules: what an actor gets is what
 * looking at every record by itself gives, and nothing else can be told from the answers.
 */
@AnyStore
class RolesLawTest {
  private static final int USERS = 4;
  private static final int ROLES = 3;

  /** A unit or a user by the number of the one above; none where that is not smaller. */
  record Above(int parent, int unit) {}

  record Granted(int role, boolean denies, boolean all, boolean updates, Level level) {}

  record Field(int role, boolean denies, FieldRight right) {}

  record Shared(int record, int user, boolean writes, boolean over) {}

  record World(
      List<Above> units,
      List<Above> users,
      List<Granted> grants,
      List<Field> fields,
      List<Integer> roles,
      List<Integer> owners,
      List<Shared> shares) {}

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));

  @Property(tries = 60)
  void what_an_actor_gets_is_what_each_record_by_itself_gives(@ForAll("worlds") World world) {
    try (Crm crm = Fixtures.aCrm(clock).administrators("ada").open()) {
      new Run(crm, CallContext.DEFAULT_TENANT, clock, world).check();
    }
  }

  /** A world brought about, and looked at. */
  static final class Run {
    private final Crm crm;
    private final String tenant;
    private final ManualClock clock;
    private final World world;
    final Session ada;
    private final List<OrgUnit> units = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    final List<Customer> records = new ArrayList<>();
    final Map<Ref<Customer>, Contact> contacts = new HashMap<>();

    Run(Crm crm, String tenant, ManualClock clock, World world) {
      this.crm = crm;
      this.tenant = tenant;
      this.clock = clock;
      this.world = world;
      this.ada = as("ada");
    }

    private Session as(String actor) {
      return crm.as(tenant, actor);
    }

    /** The session of a user. */
    Session as(int user) {
      return as("u" + user);
    }

    void check() {
      make();
      for (int me = 0; me < USERS; me++) {
        compare(me);
      }
      nothingElseCanBeTold();
      Ledger.check(ada);
    }

    void make() {
      ada.run(this::make);
      clock.advance(Duration.ofSeconds(1));
    }

    private void make(Features ada) {
      for (Above unit : world.units()) {
        units.add(
            ada.organization()
                .units()
                .create(
                    u -> {
                      u.set(OrgUnit.NAME, "unit");
                      if (unit.parent() < units.size()) {
                        u.set(OrgUnit.PARENT, units.get(unit.parent()));
                      }
                    }));
      }
      for (Above user : world.users()) {
        users.add(
            ada.organization()
                .create(
                    Fixtures.aUser("u" + users.size())
                        .andThen(
                            u -> {
                              if (user.unit() < units.size()) {
                                u.set(User.UNIT, units.get(user.unit()));
                              }
                              if (user.parent() < users.size()) {
                                u.set(User.MANAGER, users.get(user.parent()));
                              }
                            })));
      }
      Permissions permissions = ada.permissions();
      List<Role> roles = new ArrayList<>();
      for (int i = 0; i < ROLES; i++) {
        roles.add(permissions.define("r" + i, "r" + i, null));
      }
      for (Granted grant : world.grants()) {
        String type = grant.all() ? Grant.ALL_TYPES : "customer";
        Operation operation = grant.updates() ? Operation.UPDATE : Operation.READ;
        if (grant.denies()) {
          permissions.deny(roles.get(grant.role()), type, grant.level(), operation);
        } else {
          permissions.grant(roles.get(grant.role()), type, grant.level(), operation);
        }
      }
      for (Field field : distinct()) {
        Role role = roles.get(field.role());
        if (field.denies()) {
          permissions.limit(role, Customer.CREDIT_LIMIT, field.right());
        } else {
          permissions.restrict(role, Customer.CREDIT_LIMIT, field.right());
        }
      }
      for (int i = 0; i < USERS; i++) {
        int mine = world.roles().get(i);
        for (int role = 0; role < ROLES; role++) {
          if ((mine & (1 << role)) != 0) {
            permissions.assign(users.get(i), roles.get(role));
          }
        }
      }
      for (int owner : world.owners()) {
        Customer made =
            ada.customers()
                .create(
                    c -> {
                      c.set(Customer.NAME, "x")
                          .set(Customer.EMPLOYEES, (long) records.size() + 1)
                          .set(Customer.INDUSTRY, records.size() % 2 == 0 ? "retail" : "energy")
                          .set(Customer.CREDIT_LIMIT, Money.of("100", "EUR"));
                      if (owner < USERS) {
                        c.set(Customer.OWNER, users.get(owner));
                      }
                    });
        records.add(made);
        contacts.put(made.ref(), ada.customers().addContact(made, Fixtures.aContact("somebody")));
      }
      for (Shared share : world.shares()) {
        if (share.record() < records.size()) {
          permissions.share(
              records.get(share.record()),
              users.get(share.user()),
              share.writes() ? Share.Access.WRITE : Share.Access.READ,
              clock.instant().plusSeconds(share.over() ? 1 : 60),
              null);
        }
      }
    }

    /** One rule of each effect for a role. */
    private List<Field> distinct() {
      Map<String, Field> one = new TreeMap<>();
      world.fields().forEach(field -> one.put(field.role() + "/" + field.denies(), field));
      return List.copyOf(one.values());
    }

    private void compare(int me) {
      Session session = as(me);
      List<Customer> mine = records.stream().filter(c -> sees(me, c, false)).toList();
      List<Ref<Customer>> refs = mine.stream().map(Customer::ref).toList();
      assertEquals(refs, orNone(() -> listed(session)), "list");
      assertEquals(refs, orNone(() -> pages(session)), "pages");
      assertEquals(
          refs.size(), orDenied(() -> (int) session.customers().query().count(), 0), "count");
      assertEquals(
          !refs.isEmpty(), orDenied(() -> session.customers().query().exists(), false), "exists");
      assertEquals(sum(mine), orDenied(() -> sum(session), sum(List.of())), "aggregate");
      FieldRight right = field(me);
      for (Customer customer : records) {
        boolean seen = mine.contains(customer);
        assertEquals(seen, orDenied(() -> found(session, customer), false), "get");
        if (seen) {
          assertEquals(
              right.reads() ? Money.of("100", "EUR") : null,
              session.customers().get(customer.ref()).get(Customer.CREDIT_LIMIT));
        }
        assertEquals(
            expected(me, customer, seen), change(session, customer), "what a change comes to");
      }
      assertEquals(
          records.stream()
              .filter(c -> seesParts(me, c))
              .map(c -> Objects.requireNonNull(contacts.get(c.ref())).ref())
              .toList(),
          orDenied(
              () -> session.contacts().query().list().stream().map(c -> c.ref()).toList(),
              List.of()),
          "parts");
    }

    private String expected(int me, Customer customer, boolean seen) {
      boolean any = records.stream().anyMatch(c -> sees(me, c, true));
      if (!any && !mayUpdateAnything(me)) {
        return "denied";
      }
      return !seen ? "not found" : sees(me, customer, true) ? "done" : "denied";
    }

    /** Rights to a type rest on grants; on records, only where one is shared. */
    private boolean mayUpdateAnything(int me) {
      Session session = as(me);
      return session.workspace().may(Operation.UPDATE, Customer.TYPE);
    }

    private String change(Session session, Customer customer) {
      try {
        session.run(
            work -> {
              work.customers().update(customer, c -> c.set(Customer.FOUNDED, 1999L));
              throw new IllegalStateException("taken back");
            });
        return "never";
      } catch (IllegalStateException done) {
        return "done";
      } catch (NotFoundException absent) {
        return "not found";
      } catch (AccessDeniedException denied) {
        return "denied";
      }
    }

    private void nothingElseCanBeTold() {
      for (int me = 0; me < USERS; me++) {
        Session session = as(me);
        int actor = me;
        List<Customer> others = records.stream().filter(c -> !sees(actor, c, false)).toList();
        Object before = answers(session);
        for (Customer other : others) {
          Customer now = ada.customers().get(other.ref());
          ada.customers()
              .update(
                  now,
                  c ->
                      c.set(Customer.EMPLOYEES, now.require(Customer.EMPLOYEES) + 100)
                          .set(Customer.INDUSTRY, "software"));
        }
        assertEquals(before, answers(session));
      }
    }

    private Object answers(Session session) {
      return List.of(
          orNone(() -> listed(session)),
          orDenied(() -> sum(session), Map.of()),
          orNone(
              () ->
                  session.customers().where(Customer.INDUSTRY.is("software")).list().stream()
                      .map(Customer::ref)
                      .toList()));
    }

    boolean sees(int me, Customer customer, boolean updates) {
      boolean given = false;
      for (Granted grant : world.grants()) {
        if (has(me, grant.role()) && grant.updates() == updates && reaches(me, grant, customer)) {
          if (grant.denies()) {
            return false;
          }
          given = true;
        }
      }
      for (Shared share : world.shares()) {
        given |=
            share.user() == me
                && !share.over()
                && share.record() < records.size()
                && records.get(share.record()).ref().equals(customer.ref())
                && (share.writes() || !updates);
      }
      return given;
    }

    private boolean seesParts(int me, Customer customer) {
      boolean given = false;
      for (Granted grant : world.grants()) {
        if (has(me, grant.role()) && grant.all() && !grant.updates()) {
          boolean reached =
              grant.denies()
                  ? reaches(me, grant, customer)
                  : grant.level() == Level.ALL
                      || (grant.level() != Level.NONE && sees(me, customer, false));
          if (reached && grant.denies()) {
            return false;
          }
          given |= reached;
        }
      }
      return given;
    }

    private boolean reaches(int me, Granted grant, Customer customer) {
      int owner = world.owners().get(index(customer));
      return switch (grant.level()) {
        case NONE -> false;
        case ALL -> true;
        case OWN, TERRITORY -> owner == me;
        case TEAM -> owner < USERS && reports(owner, me);
        case UNIT -> owner == me || (owner < USERS && unit(me) >= 0 && unit(owner) == unit(me));
        case UNIT_AND_BELOW ->
            owner == me || (owner < USERS && unit(me) >= 0 && within(unit(owner), unit(me)));
      };
    }

    private int index(Customer customer) {
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).ref().equals(customer.ref())) {
          return i;
        }
      }
      throw new AssertionError(customer);
    }

    private boolean has(int me, int role) {
      return (world.roles().get(me) & (1 << role)) != 0;
    }

    private int unit(int user) {
      int unit = world.users().get(user).unit();
      return unit < units.size() ? unit : -1;
    }

    private boolean within(int unit, int top) {
      for (int at = unit; at >= 0; ) {
        if (at == top) {
          return true;
        }
        int parent = world.units().get(at).parent();
        at = parent < at ? parent : -1;
      }
      return false;
    }

    private boolean reports(int user, int manager) {
      for (int at = user; at >= 0; ) {
        if (at == manager) {
          return true;
        }
        int parent = world.users().get(at).parent();
        at = parent < at ? parent : -1;
      }
      return false;
    }

    private FieldRight field(int me) {
      @Nullable FieldRight most = null;
      FieldRight limit = FieldRight.WRITE;
      for (int role = 0; role < ROLES; role++) {
        if (!has(me, role)) {
          continue;
        }
        @Nullable FieldRight its = null;
        int its0 = role;
        for (Field field : distinct()) {
          if (field.role() == role && field.denies()) {
            limit = limit.and(field.right());
          } else if (field.role() == role) {
            its = field.right();
          }
        }
        boolean reads =
            world.grants().stream()
                .anyMatch(
                    g ->
                        g.role() == its0 && !g.denies() && !g.updates() && g.level() != Level.NONE);
        its = its != null ? its : reads ? FieldRight.WRITE : null;
        most = its == null ? most : most == null ? its : most.or(its);
      }
      return Objects.requireNonNullElse(most, FieldRight.WRITE).and(limit);
    }
  }

  private static boolean found(Session session, Customer customer) {
    return session.customers().find(customer.ref()).isPresent();
  }

  private static List<Ref<Customer>> listed(Session session) {
    return session.customers().query().list().stream().map(Customer::ref).toList();
  }

  private static List<Ref<Customer>> pages(Session session) {
    List<Ref<Customer>> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      Page<Customer> page = session.customers().query().limit(2).after(token).page();
      page.items().forEach(c -> all.add(c.ref()));
      token = page.token();
    } while (token != null);
    return all;
  }

  private static Map<String, Long> sum(List<Customer> customers) {
    Map<String, Long> sums = new TreeMap<>();
    customers.forEach(
        c -> sums.merge(c.require(Customer.INDUSTRY), c.require(Customer.EMPLOYEES), Long::sum));
    return sums;
  }

  private static Map<String, Long> sum(Session session) {
    Map<String, Long> sums = new TreeMap<>();
    session
        .customers()
        .query()
        .groupBy(Customer.INDUSTRY)
        .measure(Customer.EMPLOYEES.sum(), Measure.count())
        .forEach(
            group ->
                sums.put(
                    String.valueOf(group.get(Customer.INDUSTRY)),
                    Objects.requireNonNull(group.get(Customer.EMPLOYEES.sum())).longValue()));
    return sums;
  }

  private static <T> List<T> orNone(Supplier<List<T>> question) {
    return orDenied(question, List.of());
  }

  private static <T> T orDenied(Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (AccessDeniedException denied) {
      return otherwise;
    } catch (CrmException other) {
      throw new AssertionError(other);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Above> above =
        Combinators.combine(
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 4))
            .as(Above::new);
    Arbitrary<Granted> grants =
        Combinators.combine(
                Arbitraries.integers().between(0, ROLES - 1),
                Arbitraries.of(true, false, false, false, false),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false, false),
                Arbitraries.of(Level.class))
            .as(Granted::new);
    Arbitrary<Field> fields =
        Combinators.combine(
                Arbitraries.integers().between(0, ROLES - 1),
                Arbitraries.of(true, false, false),
                Arbitraries.of(FieldRight.class))
            .as(Field::new);
    Arbitrary<Shared> shares =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, USERS - 1),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(Shared::new);
    return Combinators.combine(
            above.list().ofMinSize(1).ofMaxSize(4),
            above.list().ofSize(USERS),
            grants.list().ofMaxSize(8),
            fields.list().ofMaxSize(3),
            Arbitraries.integers().between(0, 7).list().ofSize(USERS),
            Arbitraries.integers().between(0, USERS).list().ofMinSize(1).ofMaxSize(6),
            shares.list().ofMaxSize(4))
        .as(World::new);
  }
}
