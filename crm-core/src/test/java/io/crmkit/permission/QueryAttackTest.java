package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.OrderText;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Query;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asking questions whose answers would give away what is not to be seen. */
class QueryAttackTest extends Besieged {
  private static void assertRefused(Query<Customer> query) {
    for (Runnable door :
        List.<Runnable>of(
            query::count,
            query::exists,
            query::list,
            query::first,
            () -> query.limit(1).list(),
            query::page,
            () -> query.measure(Measure.count()),
            () -> query.groupBy(Customer.INDUSTRY).measure(Measure.count()),
            () -> query.stream(all -> all.count()))) {
      AccessDeniedException denied = assertThrows(AccessDeniedException.class, door::run);
      requireSilent(denied.getMessage());
    }
  }

  @Test
  void attack_04_all_ways_to_count_give_what_can_be_listed() {
    for (Session session : List.of(mallory, victor, ada)) {
      long listed = session.customers().query().list().size();
      assertEquals(session == ada ? 3 : session == mallory ? 2 : 1, listed);
      assertEquals(listed, walk(session).size());
      assertEquals(listed, session.customers().query().count());
      assertEquals(listed > 0, session.customers().query().exists());
      assertEquals(listed, session.customers().query().measure(Measure.count()).count());
      long grouped = 0;
      for (Group<Customer> group :
          session.customers().query().groupBy(Customer.OWNER).measure(Measure.count())) {
        grouped += group.count();
      }
      assertEquals(listed, grouped);
      assertEquals(listed, (long) session.customers().query().stream(all -> all.count()));
      assertEquals(listed, session.customers().query().limit(1).count());
    }
    assertEquals(0, mallory.customers().where(Customer.EXTERNAL_ID.is("v1")).count());
    assertFalse(mallory.customers().where(Customer.EXTERNAL_ID.is("v1")).exists());
  }

  private static List<Ref<Customer>> walk(Session session) {
    List<Ref<Customer>> all = new ArrayList<>();
    @Nullable String token = null;
    do {
      Page<Customer> page =
          session.customers().query().orderBy(Customer.NAME.desc()).limit(1).after(token).page();
      page.items().forEach(c -> all.add(c.ref()));
      token = page.token();
    } while (token != null);
    return all;
  }

  @Test
  void attack_05_a_hidden_field_is_not_to_be_filtered_by_even_for_a_count() {
    for (Condition<Customer> guess :
        List.of(
            Customer.CREDIT_LIMIT.is(SECRET),
            Customer.CREDIT_LIMIT.in(List.of(SECRET)),
            Customer.CREDIT_LIMIT.in(List.of()),
            Customer.CREDIT_LIMIT.moreThan(Money.of("1", "EUR")),
            Customer.CREDIT_LIMIT.isMissing(),
            Customer.CREDIT_LIMIT.isPresent(),
            Customer.CREDIT_LIMIT.currency().is("EUR"),
            Customer.CREDIT_LIMIT.isMissing().not(),
            Customer.NAME.is("nobody").and(Customer.CREDIT_LIMIT.isPresent()),
            Condition.any(List.of(Customer.NAME.isPresent(), Customer.CREDIT_LIMIT.isPresent())),
            Customer.EMAIL.is("secretary@m1.example"),
            Customer.EMAIL.startsWith("s"),
            Customer.EMAIL.mentions("secretary"))) {
      assertRefused(mallory.customers().where(guess));
      assertRefused(mallory.customers().where(guess.not()).where(Customer.NAME.is("none")));
    }
  }

  @Test
  void attack_05_a_hidden_field_is_not_to_be_filtered_by_in_json_however_it_is_written() {
    for (String json :
        List.of(
            "{\"field\":\"credit_limit\",\"op\":\"is\",\"value\":\"EUR 66613\"}",
            "{\"field\":\"credit_limit\",\"op\":\"missing\"}",
            "{\"field\":\"credit_limit.currency\",\"op\":\"is\",\"value\":\"EUR\"}",
            "{\"not\":{\"field\":\"credit_limit\",\"op\":\"missing\"}}",
            "{\"any\":[{\"field\":\"name\",\"op\":\"missing\"},"
                + "{\"all\":[{\"field\":\"credit_limit\",\"op\":\"missing\"}]}]}",
            "{\"field\":\"parent\",\"op\":\"matches\",\"condition\":"
                + "{\"field\":\"credit_limit\",\"op\":\"missing\"}}",
            "{\"field\":\"parent.parent.credit_limit\",\"op\":\"missing\"}",
            "{\"field\":\"\\u0063redit_limit\",\"op\":\"missing\"}",
            "{\"field\":\"email\",\"op\":\"starts_with\",\"value\":\"s\"}")) {
      assertRefused(mallory.customers().query().whereJson(json));
    }
    for (String variant :
        List.of(
            "CREDIT_LIMIT",
            "Credit_Limit",
            " credit_limit",
            "creditLimit",
            "credit_limit ",
            "credit_limit,name",
            "Credit limit",
            "customer.credit_limit")) {
      assertThrows(
          InvalidRequestException.class,
          () ->
              mallory
                  .customers()
                  .query()
                  .whereJson("{\"field\":\"" + variant + "\",\"op\":\"missing\"}")
                  .count(),
          variant);
    }
  }

  @Test
  void attack_06_a_hidden_field_is_not_reached_through_a_reference() {
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .contacts()
                .where(Contact.CUSTOMER.get(Customer.CREDIT_LIMIT).is(SECRET))
                .count());
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .contacts()
                .where(Contact.CUSTOMER.matches(Customer.CREDIT_LIMIT.isPresent()))
                .exists());
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .opportunities()
                .where(
                    Opportunity.CONTACT.matches(
                        Contact.CUSTOMER.matches(Customer.EMAIL.startsWith("s"))))
                .list());
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .opportunities()
                .query()
                .whereJson("{\"field\":\"customer.parent.credit_limit\",\"op\":\"missing\"}")
                .count());
    ada.permissions().limit(seller, User.PHONE, FieldRight.HIDDEN);
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().where(Customer.OWNER.get(User.PHONE).isPresent()).count());
    ada.permissions().limit(seller, Contact.CUSTOMER, FieldRight.HIDDEN);
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.contacts().where(Contact.CUSTOMER.get(Customer.NAME).isPresent()).count());
  }

  @Test
  void attack_06_a_reference_to_an_invisible_record_is_followed_to_nothing() {
    ada.customers().update(mine, c -> c.set(Customer.PARENT, theirs));
    assertEquals(
        0, mallory.customers().where(Customer.PARENT.get(Customer.EMPLOYEES).is(4000L)).count());
    assertEquals(
        0,
        mallory
            .customers()
            .where(Customer.PARENT.matches(Customer.EMPLOYEES.moreThan(1L)))
            .count());
    assertEquals(
        2,
        mallory
            .customers()
            .where(Customer.PARENT.matches(Customer.EMPLOYEES.moreThan(1L)).not())
            .count());
    assertEquals(
        0,
        mallory
            .customers()
            .query()
            .whereJson("{\"field\":\"parent.employees\",\"op\":\"at_least\",\"value\":1}")
            .count());
    assertEquals(
        0,
        mallory
            .opportunities()
            .where(Opportunity.CUSTOMER.get(Customer.PARENT.get(Customer.NAME)).isPresent())
            .count());
  }

  @Test
  void attack_07_a_hidden_field_is_not_to_be_sorted_by() {
    for (List<Order<Customer>> orders :
        List.<List<Order<Customer>>>of(
            List.of(Customer.CREDIT_LIMIT.asc()),
            List.of(Customer.NAME.asc(), Customer.CREDIT_LIMIT.desc()),
            List.of(Customer.CREDIT_LIMIT.currency().asc()),
            List.of(Customer.EMAIL.desc()),
            List.of(Customer.PARENT.get(Customer.CREDIT_LIMIT).asc()),
            OrderText.read(Customer.TYPE, "credit_limit desc", layout()),
            OrderText.read(Customer.TYPE, "name asc, parent.parent.credit_limit", layout()))) {
      @SuppressWarnings("unchecked")
      Order<Customer>[] keys = (Order<Customer>[]) orders.toArray(new Order<?>[0]);
      Query<Customer> query = mallory.customers().query().orderBy(keys);
      assertThrows(AccessDeniedException.class, query::list);
      assertThrows(AccessDeniedException.class, query::page);
      assertThrows(AccessDeniedException.class, query::first);
      assertThrows(AccessDeniedException.class, () -> query.stream(all -> all.count()));
    }
    for (String smuggled :
        List.of(
            "CREDIT_LIMIT",
            "name;credit_limit",
            "name, credit_limit desc desc",
            "credit_limit--",
            "(credit_limit)")) {
      assertThrows(
          InvalidRequestException.class,
          () -> OrderText.read(Customer.TYPE, smuggled, layout()),
          smuggled);
    }
  }

  private Layout layout() {
    return mallory.workspace().layout();
  }

  @Test
  void attack_08_a_hidden_field_is_not_to_be_grouped_by_or_measured() {
    var query = mallory.customers().query();
    for (Measure<Customer, ?> measure :
        List.<Measure<Customer, ?>>of(
            Customer.CREDIT_LIMIT.sum(),
            Customer.CREDIT_LIMIT.min(),
            Customer.CREDIT_LIMIT.max(),
            Customer.CREDIT_LIMIT.avg(),
            Customer.CREDIT_LIMIT.countDistinct(),
            Customer.EMAIL.max(),
            Customer.EMAIL.countDistinct(),
            Customer.PARENT.get(Customer.CREDIT_LIMIT).max())) {
      assertThrows(AccessDeniedException.class, () -> query.measure(measure));
      assertThrows(
          AccessDeniedException.class, () -> query.groupBy(Customer.NAME).measure(measure));
    }
    assertThrows(
        AccessDeniedException.class,
        () -> query.groupBy(Customer.CREDIT_LIMIT).measure(Measure.count()));
    assertThrows(
        AccessDeniedException.class,
        () -> query.groupBy(Customer.NAME, Customer.EMAIL).measure(Measure.count()));
    assertThrows(
        AccessDeniedException.class,
        () -> query.groupBy(Customer.CREDIT_LIMIT.currency()).measure(Measure.count()));
  }

  @Test
  void attack_09_figures_are_those_of_what_can_be_listed() {
    Measure<Customer, Long> sum = Customer.EMPLOYEES.sum();
    Group<Customer> all =
        mallory
            .customers()
            .query()
            .measure(sum, Customer.EMPLOYEES.max(), Customer.EMPLOYEES.avg(), Measure.count());
    assertEquals(30L, all.get(sum));
    assertEquals(20L, all.get(Customer.EMPLOYEES.max()));
    assertEquals(
        0,
        BigDecimal.valueOf(15)
            .compareTo(Objects.requireNonNull(all.get(Customer.EMPLOYEES.avg()))));
    assertEquals(2, all.count());
    var owner = Opportunity.CUSTOMER.get(Customer.EMPLOYEES);
    ada.opportunities().update(myDeal, d -> d.set(Opportunity.CUSTOMER, theirs));
    assertNull(mallory.opportunities().query().measure(owner.max()).get(owner.max()));
  }

  @Test
  void attack_10_groups_are_those_of_visible_records_and_name_nobody_invisible() {
    assertEquals(
        1, mallory.customers().query().groupBy(Customer.OWNER).measure(Measure.count()).size());
    ada.customers().update(mine, c -> c.set(Customer.PARENT, theirs));
    ada.customers().update(alsoMine, c -> c.set(Customer.PARENT, mine));
    var name = Customer.PARENT.get(Customer.NAME);
    List<String> names = new ArrayList<>();
    mallory
        .customers()
        .query()
        .groupBy(name)
        .measure(Measure.count())
        .forEach(group -> names.add(String.valueOf(group.get(name))));
    assertEquals(List.of("Aachen Mills", "null"), names);
    var boss = Customer.OWNER.get(User.FULL_NAME);
    ada.permissions().share(theirs, malloryUser, Share.Access.READ);
    assertEquals(
        List.of("mallory", "null"),
        mallory.customers().query().groupBy(boss).measure(Measure.count()).stream()
            .map(group -> String.valueOf(group.get(boss)))
            .toList());
  }

  @Test
  void attack_11_a_word_that_stands_in_a_hidden_field_alone_is_not_found() {
    assertEquals(0, mallory.customers().query().search("secretary").count());
    assertEquals(0, mallory.customers().query().search("m1.example").count());
    assertEquals(3, ada.customers().query().search("secretary").count());
    assertEquals(0, mallory.customers().query().search(CANARY).count());
    assertFalse(mallory.customers().query().search(CANARY).exists());
    assertEquals(0, mallory.customers().query().search("Aachen secretary").count());
    ada.permissions().limit(seller, Customer.NAME, FieldRight.MASKED);
    assertEquals(0, mallory.customers().query().search("Aachen").count());
  }

  @Test
  void attack_21_a_page_token_is_good_for_nobody_and_nothing_else() {
    Query<Customer> query = mallory.customers().query().orderBy(Customer.NAME.asc()).limit(1);
    String token = Objects.requireNonNull(query.page().token());
    assertEquals(1, query.after(token).page().items().size());
    ada.permissions().share(theirs, malloryUser, Share.Access.READ);
    for (Query<Customer> other :
        List.of(
            victor.customers().query().orderBy(Customer.NAME.asc()),
            ada.customers().query().orderBy(Customer.NAME.asc()),
            crm.as("elsewhere", "ada").customers().query().orderBy(Customer.NAME.asc()),
            mallory.customers().query().orderBy(Customer.NAME.desc()),
            mallory.customers().query(),
            mallory.customers().query().orderBy(Customer.EXTERNAL_ID.asc()),
            mallory.customers().where(Customer.NAME.isPresent()).orderBy(Customer.NAME.asc()),
            mallory.customers().query().withDeleted().orderBy(Customer.NAME.asc()))) {
      assertEquals(
          "request.cursor",
          assertThrows(InvalidRequestException.class, () -> other.limit(1).after(token).page())
              .code());
    }
    assertThrows(
        InvalidRequestException.class,
        () -> mallory.contacts().query().orderBy(Contact.NAME.asc()).after(token).page());
    for (int at : new int[] {0, 1, token.length() / 2, token.length() - 1}) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String tampered = token.substring(0, at) + other + token.substring(at + 1);
      assertThrows(InvalidRequestException.class, () -> query.after(tampered).page());
    }
    for (String nonsense : List.of("", "A", token + "A", token + "=", "null", "' or 1=1 --")) {
      assertThrows(InvalidRequestException.class, () -> query.after(nonsense).page());
    }
  }

  @Test
  void attack_21_a_page_token_tells_nothing_and_outlives_no_right() {
    Query<Customer> query = mallory.customers().query().orderBy(Customer.NAME.asc()).limit(1);
    String token = Objects.requireNonNull(query.page().token());
    String bytes = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("Aachen"));
    ada.permissions().limit(seller, Customer.NAME, FieldRight.HIDDEN);
    assertThrows(AccessDeniedException.class, () -> query.after(token).page());
    ada.permissions().withdraw(malloryUser, seller);
    assertThrows(AccessDeniedException.class, () -> query.after(token).page());
  }

  @Test
  void attack_21_a_page_token_of_a_deputy_is_not_good_for_themselves() {
    LocalDate today = LocalDate.of(2027, 3, 1);
    ada.customers().create(c -> c.set(Customer.NAME, "Yet more").set(Customer.OWNER, victorUser));
    ada.organization().deputise(victorUser, malloryUser, today, today);
    Session forVictor = mallory.onBehalfOf("victor");
    String token = Objects.requireNonNull(forVictor.customers().query().limit(1).page().token());
    assertNotNull(forVictor.customers().query().limit(1).after(token).page());
    assertThrows(
        InvalidRequestException.class,
        () -> mallory.customers().query().limit(1).after(token).page());
  }

  @Test
  void attack_38_a_right_taken_away_ends_a_walk_through_pages_and_a_stream() {
    Query<Customer> query = mallory.customers().query().limit(1);
    String token = Objects.requireNonNull(query.page().token());
    List<Ref<Customer>> seen = new ArrayList<>();
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory.customers().query().stream(
                all -> {
                  all.forEach(
                      customer -> {
                        seen.add(customer.ref());
                        ada.permissions().withdraw(malloryUser, seller);
                      });
                  return true;
                }));
    assertEquals(1, seen.size());
    assertThrows(AccessDeniedException.class, () -> query.after(token).page());
  }

  @Test
  void attack_38_a_right_to_take_out_a_file_ends_in_the_middle_of_the_file() {
    assertTrue(
        assertThrows(
                CrmException.class,
                () ->
                    mallory.customers().query().requiring(Operation.EXPORT).stream(
                        all -> {
                          all.forEach(
                              customer ->
                                  ada.permissions()
                                      .deny(seller, "customer", Level.ALL, Operation.EXPORT));
                          return true;
                        }))
            .getMessage()
            .contains("export"));
  }
}
