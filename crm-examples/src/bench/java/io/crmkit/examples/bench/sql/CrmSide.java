package io.crmkit.examples.bench.sql;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Query;
import io.crmkit.org.User;
import io.crmkit.persistence.SqlStore;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The library, through its public verbs, in the name of actors who see a part: with rights,
 * validation, an audit entry and an outbox entry for each change.
 */
final class CrmSide implements Side {
  private static final int BATCH = 1_000;
  private static final int MADE = 8;

  private final Scene scene;
  private final Crm crm;
  private final Ref<User> owner;
  private final Map<Scope, Session> actors = new EnumMap<>(Scope.class);
  private final Map<Scope, String> deep = new EnumMap<>(Scope.class);
  private final Session all;
  private final Session actor;
  private final Turns<Ref<Opportunity>> reads;
  private final Turns<Opportunity> deals;
  private List<Contact> removable = List.of();
  private int made;

  CrmSide(Scene scene, boolean pages) {
    this.scene = scene;
    ByOwner policy = new ByOwner();
    policy.know(scene.seeded().owners());
    crm =
        Crm.builder()
            .store(SqlStore.on(scene.server().url(scene.port()), scene.server().user(), ""))
            .policy(policy)
            .open();
    owner = Ref.of(User.TYPE, scene.owner());
    all = crm.as("all");
    actor = crm.as(Scene.ACTOR);
    actors.put(Scope.NARROW, actor);
    actors.put(Scope.BROAD, crm.as("broad"));
    reads =
        new Turns<>(
            scene.seeded().mine().stream().map(id -> Ref.of(Opportunity.TYPE, id)).toList());
    List<Ref<Opportunity>> open =
        scene.open(0, 3).stream().map(id -> Ref.of(Opportunity.TYPE, id)).toList();
    Collection<Opportunity> found = actor.opportunities().find(open).values();
    deals = new Turns<>(new ArrayList<>(found));
    if (pages) {
      for (Scope scope : Scope.values()) {
        int depth = scope.depth(scene.seeded().rows(), scene.seeded().owners().size());
        deep.put(scope, pages(scope).limit(depth).page().next().orElseThrow());
      }
    }
  }

  /** True for works that need to know where a deep page begins. */
  static boolean turns(Work work) {
    return work == Work.NARROW_DEEP || work == Work.BROAD_DEEP;
  }

  private Query<Opportunity> pages(Scope scope) {
    return Objects.requireNonNull(actors.get(scope))
        .opportunities()
        .query()
        .orderBy(Opportunity.CLOSES_ON.asc());
  }

  @Override
  public String read() {
    return actor.opportunities().get(reads.next()).require(Opportunity.TITLE);
  }

  @Override
  public List<UUID> page(Scope scope, boolean behind) {
    Query<Opportunity> query = pages(scope).limit(Scene.PAGE);
    if (behind) {
      query = query.after(deep.get(scope));
    }
    return query.page().items().stream().map(deal -> deal.ref().id()).toList();
  }

  @Override
  public Map<String, BigDecimal> funnel() {
    Map<String, BigDecimal> sums = new HashMap<>();
    Measure<Opportunity, Money> sum = Opportunity.AMOUNT.sum();
    for (Group<Opportunity> group :
        all.opportunities().query().groupBy(Opportunity.STAGE).measure(Measure.count(), sum)) {
      String stage = Objects.requireNonNull(group.get(Opportunity.STAGE));
      sums.put(stage, Objects.requireNonNull(group.get(sum)).amount().stripTrailingZeros());
    }
    return sums;
  }

  @Override
  public void create() {
    Sample what = Sample.of(made++);
    actor.run(work -> make(work, what));
  }

  private Contact make(io.crmkit.Work work, Sample what) {
    Customer customer = work.customers().create(customer(what));
    return work.customers().addContact(customer, d -> person(d, what));
  }

  private Consumer<Draft<Customer>> customer(Sample what) {
    return d ->
        d.set(Customer.NAME, what.name())
            .set(Customer.LEVEL, Sample.LEVEL)
            .set(Customer.OWNER, owner)
            .set(Customer.EMAIL, what.email())
            .set(Customer.PHONE, what.phone());
  }

  private static void person(Draft<Contact> d, Sample what) {
    d.set(Contact.NAME, what.person())
        .set(Contact.JOB_TITLE, Sample.JOB)
        .set(Contact.EMAIL, what.personEmail())
        .set(Contact.PHONE, what.phone());
  }

  @Override
  public void move() {
    Opportunity deal = deals.next();
    deals.put(actor.pipeline().advance(deal, Held.after(deal.require(Opportunity.STAGE))));
  }

  @Override
  public void mixed() {
    List<Contact> contacts = new ArrayList<>();
    List<Contact> gone = removable;
    actor.run(
        work -> {
          for (int i = 0; i < MADE; i++) {
            Sample what = Sample.of(made++);
            contacts.add(make(work, what));
            Opportunity deal = deals.next();
            deals.put(
                work.opportunities()
                    .update(deal, d -> d.set(Opportunity.NEXT_STEP, "call " + what.name())));
          }
          gone.forEach(work.contacts()::delete);
        });
    removable = List.copyOf(contacts.subList(0, 2));
  }

  @Override
  public void importAll() {
    for (int from = 0; from < scene.imported(); from += BATCH) {
      int count = Math.min(BATCH, scene.imported() - from);
      List<Sample> samples = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        samples.add(Sample.of(made++));
      }
      actor.run(
          work -> {
            List<Consumer<Draft<Customer>>> customers =
                samples.stream().map(this::customer).toList();
            List<Consumer<Draft<Contact>>> contacts = new ArrayList<>(count);
            List<Customer> its = work.customers().createAll(customers);
            for (int i = 0; i < count; i++) {
              Customer customer = its.get(i);
              Sample what = samples.get(i);
              contacts.add(
                  d -> {
                    d.set(Contact.CUSTOMER, customer);
                    person(d, what);
                  });
            }
            work.contacts().createAll(contacts);
          });
    }
  }

  @Override
  public void close() {
    crm.close();
  }
}
