package io.crmkit.analytics.pipeline;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A small company with a pipeline of three open stages; what it has sold is up to each test. */
final class Sales implements AutoCloseable {
  static final String B2B = "b2b";

  private final Crm crm;
  private final Session root;
  private final Pipeline pipeline;

  final OrgUnit north;
  final OrgUnit south;
  final User mia;
  final User ada;
  final User bob;
  final Product lamp;
  final Product desk;
  final Customer acme;
  final Customer blue;

  Sales() {
    this(AccessPolicy.open());
  }

  Sales(AccessPolicy policy) {
    crm = Crm.builder().policy(policy).open();
    root = crm.as("root");
    pipeline =
        root.pipeline()
            .define(
                B2B,
                plan ->
                    plan.open("first", "First talk", "0.1")
                        .open("offer", "Offer", "0.5")
                        .open("contract", "Contract", "0.8")
                        .won("won", "Won")
                        .lost("lost", "Lost"));
    north = root.organization().units().create(d -> d.set(OrgUnit.NAME, "North"));
    south = root.organization().units().create(d -> d.set(OrgUnit.NAME, "South"));
    mia = user("mia", d -> d.set(User.UNIT, north));
    ada = user("ada", d -> d.set(User.UNIT, north).set(User.MANAGER, mia));
    bob = user("bob", d -> d.set(User.UNIT, south).set(User.MANAGER, mia));
    lamp =
        root.catalog()
            .create(d -> d.set(Product.NAME, "Lamp").set(Product.LIST_PRICE, euros("100")));
    desk =
        root.catalog()
            .create(d -> d.set(Product.NAME, "Desk").set(Product.LIST_PRICE, dollars("900")));
    acme = root.customers().create(d -> d.set(Customer.NAME, "Acme"));
    blue = root.customers().create(d -> d.set(Customer.NAME, "Blue"));
  }

  private User user(String name, Consumer<Draft<User>> filling) {
    return root.organization()
        .create(
            d -> {
              d.set(User.USERNAME, name).set(User.FULL_NAME, name);
              filling.accept(d);
            });
  }

  static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  /** The beginning of a day of the year 2027, from 0. */
  static Instant day(int number) {
    return Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofDays(number));
  }

  Session root() {
    return root;
  }

  Session as(String actor) {
    return crm.as(actor);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  PipelineAnalytics figures() {
    return PipelineAnalytics.of(root);
  }

  Ref<Opportunity> deal(StageTrail trail) {
    return deal(trail, d -> {});
  }

  Ref<Opportunity> deal(StageTrail trail, Consumer<Draft<Opportunity>> filling) {
    return root.pipeline()
        .record(
            acme,
            pipeline,
            trail,
            null,
            d -> {
              d.set(Opportunity.TITLE, "A deal");
              filling.accept(d);
            })
        .ref();
  }

  List<Ref<Opportunity>> refs(List<Opportunity> deals) {
    return deals.stream().map(Opportunity::ref).toList();
  }

  @Override
  public void close() {
    crm.close();
  }
}
