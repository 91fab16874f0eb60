package io.crmkit.permission;

import static io.crmkit.kernel.access.Operation.CREATE;
import static io.crmkit.kernel.access.Operation.DELETE;
import static io.crmkit.kernel.access.Operation.EXPORT;
import static io.crmkit.kernel.access.Operation.IMPORT;
import static io.crmkit.kernel.access.Operation.MERGE;
import static io.crmkit.kernel.access.Operation.READ;
import static io.crmkit.kernel.access.Operation.RESTORE;
import static io.crmkit.kernel.access.Operation.SEE_AUDIT;
import static io.crmkit.kernel.access.Operation.SEE_PERSONAL;
import static io.crmkit.kernel.access.Operation.SHARE;
import static io.crmkit.kernel.access.Operation.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/**
 * Mallory may see and change what she owns, some fields aside, and tries to learn and to change
 * more: what Victor owns, and what is hidden from her of her own.
 */
abstract class Besieged extends CrmTest {
  /** In everything that Mallory must not see. */
  static final String CANARY = "Zanzibar";

  /** The credit limit of each customer, hidden from her. */
  static final Money SECRET = Money.of("66613", "EUR");

  final List<CrmEvent> events = Collections.synchronizedList(new ArrayList<>());
  User malloryUser;
  User victorUser;
  Session mallory;
  Session victor;
  Role seller;
  Customer mine;
  Customer alsoMine;
  Customer theirs;
  Contact atMine;
  Contact atTheirs;
  Opportunity myDeal;
  Opportunity theirDeal;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada").listen((event, context) -> events.add(event));
  }

  @BeforeEach
  void theSiege() {
    malloryUser = ada.organization().create(Fixtures.aUser("mallory"));
    victorUser =
        ada.organization()
            .create(Fixtures.aUser("victor").andThen(u -> u.set(User.FULL_NAME, CANARY)));
    mallory = crm.as("mallory");
    victor = crm.as("victor");
    Permissions roles = ada.permissions();
    seller = roles.define("siege_seller", "Seller", null);
    roles.grant(
        seller,
        Grant.ALL_TYPES,
        Level.OWN,
        READ,
        CREATE,
        UPDATE,
        DELETE,
        RESTORE,
        SHARE,
        EXPORT,
        MERGE,
        SEE_AUDIT);
    roles.grant(seller, Grant.ALL_TYPES, Level.ALL, SEE_PERSONAL, IMPORT);
    roles.grant(seller, "pipeline", Level.ALL, READ);
    roles.grant(seller, "stage", Level.ALL, READ);
    roles.limit(seller, Customer.CREDIT_LIMIT, FieldRight.HIDDEN);
    roles.limit(seller, Customer.EMAIL, FieldRight.MASKED);
    roles.limit(seller, Customer.ANNUAL_REVENUE, FieldRight.READ_ONLY);
    roles.limit(seller, Opportunity.AMOUNT, FieldRight.HIDDEN);
    roles.assign(malloryUser, seller);
    roles.assign(victorUser, seller);
    mine = customer("Aachen Mills", malloryUser, "m1", 10);
    alsoMine = customer("Bremen Docks", malloryUser, "m2", 20);
    theirs = customer(CANARY + " Spices", victorUser, "v1", 4000);
    atMine = ada.customers().addContact(mine, Fixtures.aContact("Mia"));
    atTheirs = ada.customers().addContact(theirs, Fixtures.aContact(CANARY));
    myDeal = deal(mine, "Mill wheel", malloryUser, "100");
    theirDeal = deal(theirs, CANARY, victorUser, "777");
    events.clear();
  }

  private Customer customer(String name, User owner, String number, long employees) {
    return ada.customers()
        .create(
            c ->
                c.set(Customer.NAME, name)
                    .set(Customer.OWNER, owner)
                    .set(Customer.EXTERNAL_ID, number)
                    .set(Customer.EMPLOYEES, employees)
                    .set(Customer.INDUSTRY, "retail")
                    .set(Customer.EMAIL, "secretary@" + number + ".example")
                    .set(Customer.ANNUAL_REVENUE, Money.of("5", "EUR"))
                    .set(Customer.CREDIT_LIMIT, SECRET));
  }

  private Opportunity deal(Customer with, String title, User owner, String amount) {
    return ada.pipeline()
        .open(
            with,
            Fixtures.aDeal(title, Fixtures.eur(amount))
                .andThen(d -> d.set(Opportunity.OWNER, owner)));
  }

  /** The identity of nothing. */
  static <E extends Entity<E>> Ref<E> nothing(EntityType<E> type) {
    return type.ref(UUID.fromString("0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091"));
  }

  /** All that a refusal tells, the identity asked for aside. */
  static String refusal(Ref<?> asked, Executable attempt) {
    CrmException refused = assertThrows(CrmException.class, attempt);
    String told = refused.getClass() + ": " + refused.getMessage() + ' ' + refused;
    if (refused instanceof ValidationException validation) {
      told += validation.violations();
    }
    String all = told.replace(asked.toString(), "*").replace(asked.id().toString(), "*");
    requireSilent(all);
    return all;
  }

  /** What it tells must not give away what is hidden. */
  static void requireSilent(Object told) {
    String text = String.valueOf(told);
    for (String secret : List.of(CANARY, "66613", "secretary", "select ", "SELECT ", "INSERT ")) {
      assertEquals(-1, text.indexOf(secret), text);
    }
  }

  /** Refused the one exactly as the other. */
  static void assertAlike(Ref<?> invisible, Executable first, Ref<?> absent, Executable second) {
    assertEquals(refusal(absent, second), refusal(invisible, first));
  }
}
