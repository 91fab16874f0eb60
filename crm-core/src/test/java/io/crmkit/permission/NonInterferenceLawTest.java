package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Query;
import io.crmkit.org.User;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may not see changes nothing that they are told: whatever happens to invisible
 * records and hidden fields, every door gives the same answer, or the same refusal, as before.
 *
 * <p>The profile {@code non-interference} tries thirty times as many worlds.
 */
@AnyStore
@Tag("non-interference")
class NonInterferenceLawTest {
  /** The last one has rules in the worlds themselves. */
  private static final List<Field<Customer, ?>> FIELDS =
      List.of(
          Customer.NAME,
          Customer.INDUSTRY,
          Customer.EMPLOYEES,
          Customer.PARENT,
          Customer.OWNER,
          Customer.CREDIT_LIMIT);

  /** So many worlds share a CRM, each a tenant; more would only take room. */
  private static final int TENANTS = 500;

  /** A right that a role has besides those of its world. */
  record Also(int role, Operation operation, Level level) {}

  /** A field that a role does not see, or not as it is. */
  record Limited(int role, int field, FieldRight right) {}

  /**
   * An actor who asks.
   *
   * @param me the number of the user
   * @param parents which of the records the one before is the parent of, as bits
   */
  record Asking(int me, int parents, List<Also> also, List<Limited> limited) {}

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private @Nullable Crm opened;
  private int tenants;

  @BeforeProperty
  void open() {
    opened = Fixtures.aCrm(clock).administrators("ada").open();
  }

  @AfterProperty
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Property(tries = 1000)
  void what_is_not_to_be_seen_changes_no_answer(
      @ForAll("worlds") RolesLawTest.World world, @ForAll("askings") Asking asking) {
    if (tenants > 0 && tenants % TENANTS == 0) {
      close();
      open();
    }
    Crm crm = Objects.requireNonNull(opened);
    new Siege(new RolesLawTest.Run(crm, "t" + tenants++, clock, world), asking).check();
  }

  /** One actor in one world. */
  private final class Siege {
    private final RolesLawTest.Run run;
    private final Asking asking;
    private final Session me;
    private final Instant begun;
    private final List<Customer> visible = new ArrayList<>();
    private final List<Customer> invisible = new ArrayList<>();

    Siege(RolesLawTest.Run run, Asking asking) {
      this.run = run;
      this.asking = asking;
      this.me = run.as(asking.me());
      run.make();
      run.ada.run(
          work -> {
            Permissions permissions = work.permissions();
            for (Also also : asking.also()) {
              permissions.grant(
                  permissions.role("r" + also.role()),
                  "customer",
                  also.operation() == Operation.SEE_PERSONAL ? Level.ALL : also.level(),
                  also.operation());
            }
            Map<String, Limited> distinct = new LinkedHashMap<>();
            asking.limited().forEach(l -> distinct.put(l.role() + "/" + l.field(), l));
            for (Limited limited : distinct.values()) {
              permissions.limit(
                  permissions.role("r" + limited.role()),
                  FIELDS.get(limited.field()),
                  limited.right());
            }
            for (int i = 1; i < run.records.size(); i++) {
              if ((asking.parents() & (1 << i)) != 0) {
                Ref<Customer> parent = run.records.get(i - 1).ref();
                work.customers()
                    .update(
                        work.customers().get(run.records.get(i).ref()),
                        c -> c.set(Customer.PARENT, parent));
              }
            }
          });
      begun = clock.instant();
      clock.advance(Duration.ofSeconds(1));
      for (Customer customer : run.records) {
        (run.sees(asking.me(), customer, false) ? visible : invisible).add(customer);
      }
    }

    void check() {
      Map<String, Object> before = answers();
      assertEquals(
          visible.stream().map(Customer::ref).toList(),
          orElse(() -> refs(me.customers().query().list()), List.of()));
      run.ada.run(work -> disturb(work.customers()));
      clock.advance(Duration.ofSeconds(1));
      Map<String, Object> after = answers();
      before.forEach((door, answer) -> assertEquals(answer, after.get(door), door));
    }

    /** Changes all that the actor may not see, and nothing else. */
    private void disturb(Customers all) {
      boolean first = true;
      for (Customer one : invisible) {
        Customer now = all.get(one.ref());
        Customer other =
            all.update(
                now,
                c ->
                    c.set(Customer.NAME, "seen software")
                        .set(Customer.INDUSTRY, "software")
                        .set(Customer.EMPLOYEES, now.require(Customer.EMPLOYEES) + 100)
                        .set(Customer.CREDIT_LIMIT, Money.of("7", "USD"))
                        .clear(Customer.PARENT));
        if (first) {
          all.create(
              c ->
                  c.set(Customer.NAME, "x")
                      .set(Customer.EMPLOYEES, 3L)
                      .set(Customer.INDUSTRY, "retail")
                      .setOrClear(Customer.OWNER, other.get(Customer.OWNER)));
          if (!seesParts(one)) { // who sees a part may learn that its whole is in the bin
            all.delete(other);
          }
        }
        first = false;
      }
      for (Customer one : visible) {
        Customer now = all.get(one.ref());
        all.update(
            now,
            c -> {
              if (isHidden(Customer.CREDIT_LIMIT)) {
                c.set(Customer.CREDIT_LIMIT, Money.of("9", "USD"));
              }
              if (isHidden(Customer.EMPLOYEES)) {
                c.set(Customer.EMPLOYEES, now.require(Customer.EMPLOYEES) + 1000);
              }
              if (me.workspace().right(Customer.INDUSTRY) == FieldRight.HIDDEN) {
                c.set(Customer.INDUSTRY, "finance");
              }
              if (me.workspace().right(Customer.NAME) == FieldRight.HIDDEN) {
                c.set(Customer.NAME, "something else");
              }
              if (me.workspace().right(Customer.PARENT) == FieldRight.HIDDEN) {
                c.clear(Customer.PARENT);
              }
            });
      }
    }

    private boolean seesParts(Customer whole) {
      Contact part = Objects.requireNonNull(run.contacts.get(whole.ref()));
      return orElse(() -> me.contacts().find(part.ref()).isPresent(), false);
    }

    private boolean isHidden(Field<Customer, ?> field) {
      return !me.workspace().right(field).reads();
    }

    private Map<String, Object> answers() {
      Map<String, Object> answers = new LinkedHashMap<>();
      Query<Customer> all = me.customers().query();
      List<Ref<Customer>> refs = refs(run.records);
      for (Ref<Customer> ref : refs) {
        ask(answers, "get " + ref, () -> shown(me.customers().get(ref)));
        ask(answers, "history " + ref, () -> told(me.customers().history(ref)));
        ask(answers, "past " + ref, () -> shown(me.customers().asOf(begun).find(ref)));
      }
      ask(
          answers,
          "find",
          () ->
              shown(
                  me.customers().find(refs).values().stream()
                      .sorted(Comparator.comparing(Customer::ref))));
      ask(answers, "mine", () -> me.permissions().mine());
      ask(answers, "fields", () -> all.readableFields());
      ask(answers, "past", () -> shown(me.customers().asOf(begun).list()));
      ask(
          answers,
          "past where",
          () -> shown(me.customers().asOf(begun).list(Customer.EMPLOYEES.atLeast(3L))));
      ask(answers, "file", () -> file(all));
      ask(answers, "stream", () -> all.stream(records -> shown(records)));
      ask(answers, "unit", () -> me.call(work -> shown(work.customers().query().list())));
      answers(answers, "all", all);
      answers(answers, "bin", all.withDeleted());
      answers(answers, "employees", all.where(Customer.EMPLOYEES.atLeast(3L)));
      answers(answers, "not", all.where(Customer.INDUSTRY.is("software").not()));
      answers(answers, "limit", all.where(Customer.CREDIT_LIMIT.moreThan(Money.of("1", "EUR"))));
      answers(answers, "no limit", all.where(Customer.CREDIT_LIMIT.isMissing()));
      answers(answers, "path", all.where(Customer.PARENT.get(Customer.EMPLOYEES).moreThan(50L)));
      answers(
          answers,
          "owner",
          all.where(Customer.OWNER.get(User.USERNAME).is("u" + asking.me()).not()));
      answers(answers, "words", all.search("software"));
      answers(
          answers,
          "json",
          all.whereJson(
              "{\"not\":{\"field\":\"parent\",\"op\":\"matches\",\"condition\":"
                  + "{\"field\":\"industry\",\"op\":\"is\",\"value\":\"software\"}}}"));
      Query<Contact> contacts = me.contacts().query();
      ask(answers, "parts", () -> contacts.list().stream().map(Contact::ref).toList());
      ask(
          answers,
          "parts of",
          () -> contacts.where(Contact.CUSTOMER.matches(Customer.EMPLOYEES.moreThan(50L))).count());
      return answers;
    }

    private void answers(Map<String, Object> answers, String name, Query<Customer> query) {
      ask(answers, name + " list", () -> shown(query.list()));
      ask(answers, name + " count", query::count);
      ask(answers, name + " exists", query::exists);
      ask(answers, name + " pages", () -> pages(query.orderBy(Customer.EMPLOYEES.desc())));
      ask(
          answers,
          name + " by path",
          () ->
              shown(
                  query
                      .orderBy(Customer.PARENT.get(Customer.EMPLOYEES).desc(), Customer.NAME.asc())
                      .list()));
      ask(
          answers,
          name + " by limit",
          () -> shown(query.orderBy(Customer.CREDIT_LIMIT.asc()).list()));
      ask(
          answers,
          name + " figures",
          () -> {
            Group<Customer> figures =
                query.measure(Customer.EMPLOYEES.sum(), Customer.EMPLOYEES.max(), Measure.count());
            return figures.get(Customer.EMPLOYEES.sum())
                + "/"
                + figures.get(Customer.EMPLOYEES.max())
                + "/"
                + figures.count();
          });
      ask(
          answers,
          name + " limits",
          () ->
              String.valueOf(
                  query.measure(Customer.CREDIT_LIMIT.max()).get(Customer.CREDIT_LIMIT.max())));
      ask(
          answers,
          name + " groups",
          () -> {
            var of = Customer.PARENT.get(Customer.INDUSTRY);
            return query.groupBy(Customer.INDUSTRY, of).measure(Measure.count()).stream()
                .map(g -> g.get(Customer.INDUSTRY) + "/" + g.get(of) + "/" + g.count())
                .toList();
          });
    }

    private List<String> pages(Query<Customer> query) {
      List<String> pages = new ArrayList<>();
      @Nullable String token = null;
      do {
        Page<Customer> page = query.limit(2).after(token).page();
        pages.addAll(shown(page.items()));
        pages.add("page");
        token = page.token();
      } while (token != null);
      return pages;
    }

    /** Without the version, which counts what is not shown as well. */
    private String file(Query<Customer> query) {
      try {
        return Exported.by(query).replaceAll("(?m)^([^,]*),\\d+", "$1");
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    private List<Object> told(List<AuditEntry> history) {
      List<Object> told = new ArrayList<>();
      for (AuditEntry entry : history) {
        if (!entry.changes().changes().isEmpty()) {
          told.add(entry.changes().changes());
        }
      }
      return told;
    }

    private List<String> shown(Optional<Customer> one) {
      return shown(one.stream());
    }

    private List<String> shown(Collection<Customer> records) {
      return shown(records.stream());
    }

    private List<String> shown(Stream<Customer> records) {
      return records.map(this::shown).toList();
    }

    /** All that can be read of a record. */
    private String shown(Customer record) {
      StringBuilder all = new StringBuilder(record.ref().toString());
      for (Field<Customer, ?> field : FIELDS) {
        all.append(", ").append(record.get(field)).append(' ').append(record.display(field));
      }
      return all.append(' ').append(record.toString().replaceFirst(", v\\d+", "")).toString();
    }
  }

  private static <E extends Entity<E>> List<Ref<E>> refs(List<E> records) {
    return records.stream().map(Entity::ref).toList();
  }

  private static void ask(Map<String, Object> answers, String door, Callable<?> question) {
    Object answer;
    try {
      answer = String.valueOf(question.call());
    } catch (CrmException refused) {
      answer = refused.toString();
    } catch (Exception unexpected) {
      throw new AssertionError(door, unexpected);
    }
    answers.put(door, answer);
  }

  private static <T> T orElse(Callable<T> question, T otherwise) {
    try {
      return question.call();
    } catch (CrmException refused) {
      return otherwise;
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Provide
  Arbitrary<RolesLawTest.World> worlds() {
    return new RolesLawTest().worlds();
  }

  @Provide
  Arbitrary<Asking> askings() {
    Arbitrary<Also> also =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(
                    Operation.SEE_PERSONAL,
                    Operation.SEE_PERSONAL,
                    Operation.SEE_AUDIT,
                    Operation.EXPORT),
                Arbitraries.of(Level.class))
            .as(Also::new);
    Arbitrary<Limited> limited =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, FIELDS.size() - 2),
                Arbitraries.of(FieldRight.class))
            .as(Limited::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 63),
            also.list().ofMaxSize(5),
            limited.list().ofMaxSize(3))
        .as(Asking::new);
  }
}
