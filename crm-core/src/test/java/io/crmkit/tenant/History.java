package io.crmkit.tenant;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;

import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What happened to a tenant, by chance: records of many types, in every state. */
final class History {
  private final Session session;
  private final Random chance;

  History(Session session, long seed) {
    this.session = session;
    this.chance = new Random(seed);
  }

  /** Shapes the tenant and does {@code steps} things. */
  void happen(int steps) {
    shape();
    for (int i = 0; i < steps; i++) {
      step(i);
    }
  }

  @SuppressWarnings("unchecked")
  private void shape() {
    var custom = session.customization();
    FieldDefinition budget = custom.addField(Customer.TYPE, "budget", FieldKind.MONEY);
    MoneyField<Customer> its = custom.field(Customer.TYPE, "budget", MoneyField.class);
    session.customers().create(aCustomer("Rich").andThen(d -> d.set(its, eur("7.50"))));
    custom.fields().delete(budget); // the value stays with the record
    custom.addField(Customer.TYPE, "score", FieldKind.INTEGER);
    custom.addType("project", d -> {});
    custom.addField(
        custom.type("project"),
        "client",
        FieldKind.REF,
        d -> d.set(FieldDefinition.TARGET, "customer"));
    custom.addField(
        custom.type("project"),
        "after",
        FieldKind.REF,
        d -> d.set(FieldDefinition.TARGET, "project"));
  }

  /** Does one thing; what makes no sense by then is left out. */
  void step(int number) {
    try {
      doOne(number);
    } catch (CrmException senseless) {
      // the next thing may make sense
    }
  }

  private void doOne(int number) {
    String name = "n" + number + " 客户\n\"x\" \uD83D\uDE00";
    switch (chance.nextInt(9)) {
      case 0 -> user(number);
      case 1 -> customer(name);
      case 2 -> session.contacts().create(aContact(name).andThen(d -> d.set(Contact.NOTES, name)));
      case 3 -> session.pipeline().open(any(session.customers().query().list()), aDeal(name));
      case 4 -> session.pipeline().win(any(session.opportunities().query().list()), "good");
      case 5 -> session.customers().delete(any(session.customers().query().list()));
      case 6 -> session.contacts().purge(any(session.contacts().query().list()));
      case 7 -> project();
      default ->
          session
              .opportunities()
              .update(
                  any(session.opportunities().query().list()),
                  d -> d.set(Opportunity.AMOUNT, eur(number + ".25")));
    }
  }

  @SuppressWarnings("unchecked")
  private void customer(String name) {
    NumberField<Customer, Long> score =
        session.customization().field(Customer.TYPE, "score", NumberField.class);
    session
        .customers()
        .create(
            aCustomer(name)
                .andThen(
                    d -> d.set(score, chance.nextLong()).set(Customer.TAGS, Set.of("b", "a"))));
  }

  /** Somebody hired later may become the manager of somebody hired before. */
  private void user(int number) {
    User made = session.organization().create(aUser("user" + number));
    User other = any(session.organization().query().list());
    session.organization().update(other, d -> d.set(User.MANAGER, made));
  }

  @SuppressWarnings("unchecked")
  private void project() {
    var custom = session.customization();
    RefField<CustomRecord, Customer> client =
        custom.field(custom.type("project"), "client", RefField.class);
    RefField<CustomRecord, CustomRecord> after =
        custom.field(custom.type("project"), "after", RefField.class);
    Customer customer = any(session.customers().query().list());
    CustomRecord made = custom.records("project").create(d -> d.set(client, customer));
    CustomRecord other = any(custom.records("project").query().list());
    custom.records("project").update(other, d -> d.set(after, made));
  }

  private <T> T any(List<T> all) {
    if (all.isEmpty()) {
      throw new InvalidRequestException("request.deleted", "nothing");
    }
    return all.get(chance.nextInt(all.size()));
  }
}
