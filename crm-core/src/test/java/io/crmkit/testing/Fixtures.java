package io.crmkit.testing;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.secret.KeyRing;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.time.Clock;
import java.util.Random;
import java.util.function.Consumer;

/** Records with no more in them than they need. */
public final class Fixtures {
  private Fixtures() {}

  /** A CRM with nothing in it in which everybody may do everything; in memory, alone. */
  public static CrmBuilder aCrm() {
    CrmBuilder builder = Crm.builder().policy(AccessPolicy.open()).keys(keys());
    return TestStores.inMemory() ? builder : builder.store(TestStores.fresh());
  }

  /** The keys of all tests, so that what one node encrypts another can read. */
  public static KeyRing keys() {
    return KeyRing.throwAway(new Random(7));
  }

  /** The same with another clock, and chance comes from a seed. */
  public static CrmBuilder aCrm(Clock clock) {
    return aCrm()
        .clock(clock)
        .random(new Random(42))
        .secret("a secret of the tests, 32 bytes long".getBytes());
  }

  /** A customer. */
  public static Consumer<Draft<Customer>> aCustomer() {
    return aCustomer("Acme GmbH");
  }

  /** A customer of that name. */
  public static Consumer<Draft<Customer>> aCustomer(String name) {
    return draft -> draft.set(Customer.NAME, name);
  }

  /** A contact of that name. */
  public static Consumer<Draft<Contact>> aContact(String name) {
    return draft -> draft.set(Contact.NAME, name);
  }

  /** A product of that name. */
  public static Consumer<Draft<Product>> aProduct(String name) {
    return draft -> draft.set(Product.NAME, name);
  }

  /** A deal of that title. */
  public static Consumer<Draft<Opportunity>> aDeal(String title) {
    return draft -> draft.set(Opportunity.TITLE, title);
  }

  /** A deal of that title and worth. */
  public static Consumer<Draft<Opportunity>> aDeal(String title, Money amount) {
    return draft -> draft.set(Opportunity.TITLE, title).set(Opportunity.AMOUNT, amount);
  }

  /** A user of that name. */
  public static Consumer<Draft<User>> aUser(String username) {
    return draft -> draft.set(User.USERNAME, username).set(User.FULL_NAME, username);
  }

  /** A unit of that name. */
  public static Consumer<Draft<OrgUnit>> aUnit(String name) {
    return draft -> draft.set(OrgUnit.NAME, name);
  }

  /** An amount in euros. */
  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
