package io.crmkit.customer;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.value.Address;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer master: persons and companies, their phones, e-mails and addresses. */
class CustomerMasterTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  private Customer acme;
  private Contact eva;

  @BeforeEach
  void aCustomerWithAContact() {
    acme = ada.customers().create(aCustomer().andThen(d -> d.set(Customer.PHONE, "+49 30 901820")));
    eva = ada.customers().addContact(acme, aContact("Eva"));
  }

  private static Consumer<Draft<ContactPoint>> phone(String number, boolean primary) {
    return d ->
        d.set(ContactPoint.PHONE, number)
            .set(ContactPoint.PURPOSE, "work")
            .set(ContactPoint.PRIMARY, primary);
  }

  private Customer now(Customer customer) {
    return ada.customers().get(customer.ref());
  }

  private List<ContactPoint> points() {
    return ada.customers().points().query().list();
  }

  @Test
  void a_customer_whose_number_was_given_away_comes_back_with_another() {
    Customer first =
        ada.customers().create(aCustomer("First").andThen(d -> d.set(Customer.EXTERNAL_ID, "E1")));
    Contact eva = ada.customers().addContact(first, aContact("Eva"));
    Customer gone = ada.customers().delete(first);
    ada.customers().create(aCustomer("Second").andThen(d -> d.set(Customer.EXTERNAL_ID, "E1")));
    assertThrows(ValidationException.class, () -> ada.customers().restore(gone));
    Customer back = ada.customers().restore(gone, d -> d.set(Customer.EXTERNAL_ID, "E2"));
    assertEquals("E2", back.get(Customer.EXTERNAL_ID));
    assertTrue(ada.contacts().find(eva.ref()).isPresent());
  }

  @Test
  void a_name_of_blanks_is_none() {
    assertThrows(ValidationException.class, () -> ada.customers().create(aCustomer(" \t　")));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().update(ada.customers().create(aCustomer()), aCustomer(" ")));
  }

  @Test
  void create_search_change_delete_restore_and_purge_a_customer() {
    Customer changed = ada.customers().update(acme, d -> d.set(Customer.INDUSTRY, "energy"));
    assertEquals(List.of(changed), ada.customers().query().search("acm").list());
    ContactPoint second = ada.customers().addPoint(changed, phone("+49 40 111111", false));
    Customer deleted = ada.customers().delete(changed);
    assertThrows(NotFoundException.class, () -> now(acme));
    assertEquals(0, ada.contacts().query().count());
    assertEquals(List.of(), points());
    Customer restored = ada.customers().restore(deleted);
    assertEquals("energy", restored.get(Customer.INDUSTRY));
    assertEquals(
        List.of(eva.ref()), ada.contacts().query().list().stream().map(Contact::ref).toList());
    assertEquals(List.of(second.ref()), points().stream().map(ContactPoint::ref).toList());
    ada.customers().purge(restored);
    assertEquals(0, ada.contacts().query().withDeleted().count());
    assertEquals(0, ada.customers().points().query().withDeleted().count());
  }

  @Test
  void a_customer_and_a_contact_have_several_phones_mails_and_addresses() {
    Address berlin =
        Address.builder()
            .line("Friedrichstr. 12")
            .postalCode("10117")
            .city("Berlin")
            .country("DE")
            .build();
    ada.customers().addPoint(acme, phone("+49 40 111111", false));
    ada.customers()
        .addPoint(
            acme,
            d ->
                d.set(ContactPoint.EMAIL, "billing@Acme.example.COM")
                    .set(ContactPoint.PURPOSE, "billing"));
    ada.customers()
        .addPoint(acme, d -> d.set(ContactPoint.ADDRESS, berlin).set(ContactPoint.UNTIL, TODAY));
    ada.customers().addPoint(eva, phone("+1 (415) 555-2671", false));
    assertEquals(
        List.of(
            ContactPoint.Kind.PHONE,
            ContactPoint.Kind.EMAIL,
            ContactPoint.Kind.ADDRESS,
            ContactPoint.Kind.PHONE),
        points().stream().map(p -> p.require(ContactPoint.KIND)).toList());
    assertEquals("billing@acme.example.com", points().get(1).get(ContactPoint.EMAIL));
    assertEquals(
        "Friedrichstr. 12\n10117 Berlin",
        points().get(2).require(ContactPoint.ADDRESS).format(Locale.GERMANY));
    assertEquals("+14155552671", points().get(3).get(ContactPoint.PHONE));
    assertEquals(4, ada.customers().points().where(ContactPoint.on(TODAY)).count());
    assertEquals(3, ada.customers().points().where(ContactPoint.on(TODAY.plusDays(1))).count());
  }

  @Test
  void a_point_is_one_value_of_one_owner() {
    for (Consumer<Draft<ContactPoint>> wrong :
        List.<Consumer<Draft<ContactPoint>>>of(
            d -> d.set(ContactPoint.CUSTOMER, acme),
            d -> d.set(ContactPoint.PHONE, "+49 30 1"),
            d ->
                d.set(ContactPoint.CUSTOMER, acme)
                    .set(ContactPoint.CONTACT, eva)
                    .set(ContactPoint.PHONE, "+49 30 901820"),
            d ->
                d.set(ContactPoint.CUSTOMER, acme)
                    .set(ContactPoint.EMAIL, "a@example.com")
                    .set(ContactPoint.PHONE, "+49 30 901820"))) {
      ValidationException refused =
          assertThrows(ValidationException.class, () -> ada.customers().points().create(wrong));
      assertEquals("violation.rule", refused.violations().get(0).code());
    }
    ValidationException bad =
        assertThrows(
            ValidationException.class,
            () -> ada.customers().addPoint(acme, d -> d.set(ContactPoint.EMAIL, "nobody")));
    assertTrue(bad.violations().stream().map(Violation::code).toList().contains("violation.email"));
  }

  @Test
  void the_field_follows_the_primary_point() {
    ContactPoint point = ada.customers().addPoint(acme, phone("+49 40 111111", true));
    assertEquals("+4940111111", now(acme).get(Customer.PHONE));
    ContactPoint other = ada.customers().addPoint(acme, phone("+49 89 222222", true));
    assertEquals("+4989222222", now(acme).get(Customer.PHONE));
    assertEquals(false, ada.customers().points().get(point.ref()).get(ContactPoint.PRIMARY));
    ada.customers().points().update(other, d -> d.set(ContactPoint.PHONE, "+49 89 333333"));
    assertEquals("+4989333333", now(acme).get(Customer.PHONE));
    ada.customers().points().delete(ada.customers().points().get(other.ref()));
    assertNull(now(acme).get(Customer.PHONE));
    ada.customers()
        .points()
        .update(ada.customers().points().get(point.ref()), d -> d.set(ContactPoint.PRIMARY, true));
    assertEquals("+4940111111", now(acme).get(Customer.PHONE));
  }

  @Test
  void the_primary_point_follows_the_field() {
    ContactPoint point =
        ada.customers()
            .addPoint(
                eva,
                d -> d.set(ContactPoint.EMAIL, "eva@example.com").set(ContactPoint.PRIMARY, true));
    Contact reached = ada.contacts().get(eva.ref());
    assertEquals("eva@example.com", reached.get(Contact.EMAIL));
    Contact moved = ada.contacts().update(reached, d -> d.set(Contact.EMAIL, "eva@example.org"));
    assertEquals(
        "eva@example.org", ada.customers().points().get(point.ref()).get(ContactPoint.EMAIL));
    ada.contacts().update(moved, d -> d.clear(Contact.EMAIL));
    assertFalse(ada.customers().points().find(point.ref()).isPresent());
  }

  @Test
  void a_point_that_is_deleted_with_its_owner_changes_nothing_of_the_owner() {
    ada.customers().addPoint(acme, phone("+49 40 111111", true));
    Customer restored = ada.customers().restore(ada.customers().delete(now(acme)));
    assertEquals("+4940111111", now(restored).get(Customer.PHONE));
    assertEquals(true, points().get(0).get(ContactPoint.PRIMARY));
  }

  @Test
  void a_customer_is_found_by_any_number_mail_or_person() {
    Customer globex = ada.customers().create(aCustomer("Globex"));
    Contact tom = ada.customers().addContact(globex, aContact("Tom Acme"));
    ada.customers().addPoint(tom, d -> d.set(ContactPoint.EMAIL, "tommy@example.com"));
    ada.customers().addPoint(acme, phone("+49 40 111111", false));
    assertEquals(List.of(acme), ada.customers().lookUp("+4940111111", 10));
    assertEquals(List.of(globex), ada.customers().lookUp("tommy", 10));
    assertEquals(List.of(acme, globex), ada.customers().lookUp("acme", 10));
    assertEquals(List.of(acme), ada.customers().lookUp("acme", 1));
    assertEquals(List.of(), ada.customers().lookUp("nobody", 10));
  }

  @Test
  void example_numbers_of_every_region_are_kept_in_one_form() throws IOException {
    List<String> rows =
        Files.readAllLines(RealData.path("phone/libphonenumber_example_numbers.csv"));
    List<String> numbers =
        rows.stream().skip(1).map(row -> row.split(",", -1)[5]).distinct().toList();
    List<Consumer<Draft<ContactPoint>>> fillings = new ArrayList<>();
    for (String number : numbers) {
      fillings.add(
          d ->
              d.set(ContactPoint.CUSTOMER, acme)
                  .set(ContactPoint.PHONE, number.substring(0, 3) + " " + number.substring(3)));
    }
    List<ContactPoint> made = ada.customers().points().createAll(fillings);
    assertTrue(made.size() > 600, () -> "numbers: " + made.size());
    assertEquals(
        numbers,
        made.stream().map(p -> p.require(ContactPoint.PHONE)).collect(Collectors.toList()));
  }
}
