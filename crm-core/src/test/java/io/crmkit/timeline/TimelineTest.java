package io.crmkit.timeline;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Page;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.TestPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view of 360 degrees. */
class TimelineTest extends CrmTest {
  /** A vendor's module whose planets are shown in the timeline of every customer. */
  private static final class PlanetsShown implements CrmModule, TimelineContributor {
    @Override
    public String name() {
      return "planets";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of(Star.TYPE, Planet.TYPE);
    }

    @Override
    public List<TimelineSource<?>> timelineSources() {
      return List.of(
          TimelineSource.of(
              Planet.TYPE, Planet.SEEN_AT, customer -> Planet.NAME.is(customer.id().toString())));
    }
  }

  private final TestPolicy policy = new TestPolicy();
  private final List<HostEvent> erp = new ArrayList<>();
  private Customer acme;
  private Opportunity deal;

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .policy(policy)
        .module(new PlanetsShown())
        .module(new HostEvents((who, customer, behind, limit) -> erp));
  }

  @BeforeEach
  void aCustomerWithALife() throws IOException {
    acme = ada.customers().create(aCustomer());
    step();
    ada.customers().addContact(acme, aContact("Eva"));
    step();
    deal = ada.pipeline().open(acme, aDeal("Seats", eur("10")));
    step();
    ada.pipeline().advance(deal, "proposal");
    step();
    ada.activities()
        .log(acme, Interaction.Kind.CALL, List.of(), d -> d.set(Interaction.SUBJECT, "Price"));
    step();
    ada.activities().plan(deal.ref(), d -> d.set(Task.SUBJECT, "Send the offer"));
    step();
    ada.attachments()
        .attach(deal.ref(), "offer.txt", "text/plain", new ByteArrayInputStream(new byte[3]));
    step();
    erp.add(new HostEvent(clock.instant(), new UUID(1, 1), "erp.invoice", "Invoice 17"));
    step();
    ada.records(Planet.TYPE)
        .create(
            d ->
                d.set(Planet.NAME, acme.ref().id().toString())
                    .set(Planet.SEEN_AT, clock.instant()));
    ada.customers().create(aCustomer("Somebody else"));
  }

  private void step() {
    clock.advance(Duration.ofMinutes(1));
  }

  private static List<String> kinds(List<TimelineItem> items) {
    return items.stream().map(TimelineItem::kind).toList();
  }

  private List<TimelineItem> all(Session session) {
    return session.timeline().of(acme).limit(100).page().items();
  }

  @Test
  void everything_about_a_customer_is_one_list_in_the_order_of_time() {
    List<TimelineItem> items = all(ada);
    assertEquals(
        List.of("planet", "erp.invoice", "attachment", "task", "interaction", "stage_change"),
        kinds(items).subList(0, 6));
    assertEquals(Set.of("opportunity", "stage_change"), new TreeSet<>(kinds(items.subList(6, 8))));
    assertEquals(List.of("contact", "audit_entry"), kinds(items.subList(8, 10)));
    assertEquals(10, items.size());
    assertEquals(Optional.of("Invoice 17"), items.get(1).title());
    assertEquals("Price", items.get(4).as(Interaction.TYPE).orElseThrow().get(Interaction.SUBJECT));
    assertEquals(Optional.empty(), items.get(4).as(Task.TYPE));
    assertEquals(Optional.of("offer.txt"), items.get(2).title());
  }

  @Test
  void pages_give_the_whole_list() {
    for (int size = 1; size <= 11; size++) {
      List<TimelineItem> seen = new ArrayList<>();
      String token = null;
      do {
        Page<TimelineItem> page = ada.timeline().of(acme).limit(size).after(token).page();
        seen.addAll(page.items());
        token = page.token();
      } while (token != null);
      assertEquals(all(ada), seen);
    }
  }

  @Test
  void a_timeline_can_be_narrowed_down_to_some_kinds() {
    assertEquals(
        List.of("task", "interaction"),
        kinds(ada.timeline().of(acme).only("interaction", "task").page().items()));
  }

  @Test
  void a_kind_that_timelines_do_not_show_is_refused_and_those_they_do_are_named() {
    String refusal =
        assertThrows(
                NotFoundException.class, () -> ada.timeline().of(acme).only("opportunty").page())
            .getMessage();
    assertTrue(refusal.contains("opportunity"), refusal);
    assertEquals(
        List.of("erp.invoice", "task"),
        kinds(ada.timeline().of(acme).only(TimelineQuery.HOST_EVENTS, "task").page().items()));
  }

  @Test
  void a_timeline_shows_what_happened_between_two_moments() {
    List<TimelineItem> all = all(ada);
    for (int from = 0; from < all.size(); from++) {
      for (int to = from; to < all.size(); to++) {
        Instant last = all.get(from).at();
        Instant first = all.get(to).at();
        List<TimelineItem> expected =
            all.stream().filter(i -> !i.at().isBefore(first) && i.at().isBefore(last)).toList();
        List<TimelineItem> seen = new ArrayList<>();
        String token = null;
        do {
          Page<TimelineItem> page =
              ada.timeline().of(acme).between(first, last).limit(2).after(token).page();
          seen.addAll(page.items());
          token = page.token();
        } while (token != null);
        assertEquals(expected, seen);
      }
    }
    assertEquals(all, ada.timeline().of(acme).between(null, null).page().items());
  }

  @Test
  void changes_of_deals_roles_and_positions_are_in_it() {
    Contact eva = ada.contacts().query().first().orElseThrow();
    LocalDate day = LocalDate.of(2027, 3, 1);
    ada.opportunities().update(current(), d -> d.set(Opportunity.AMOUNT, eur("20")));
    step();
    ada.customers().assignRole(eva, acme, "buyer", day);
    step();
    ada.customers().place(eva, acme, day, d -> {});
    step();
    ada.pipeline().buyingCentre().assign(current(), eva, "buyer", day, d -> {});
    assertEquals(
        List.of("deal_role", "position", "contact_role", "opportunity_change"),
        kinds(all(ada)).subList(0, 4));
  }

  private Opportunity current() {
    return ada.opportunities().get(deal.ref());
  }

  @Test
  void records_of_a_type_without_a_class_are_in_it_where_they_refer_to_the_customer() {
    ada.customization().addType("visit", d -> {});
    EntityType<CustomRecord> visit = ada.customization().type("visit");
    ada.customization()
        .addField(
            visit,
            "visited",
            FieldDefinition.FieldKind.REF,
            d -> d.set(FieldDefinition.TARGET, "customer"));
    ada.customization()
        .records("visit")
        .create(d -> d.parse(ada.customization().field(visit, "visited"), acme.ref().toString()));
    ada.customization().records("visit").create(d -> {});
    assertEquals(List.of("visit"), kinds(ada.timeline().of(acme).only("visit").page().items()));
    policy.deny("bob", visit);
    assertEquals(List.of(), kinds(bob.timeline().of(acme).only("visit").page().items()));
  }

  @Test
  void a_token_is_good_for_the_same_customer_actor_tenant_and_kinds_alone() {
    String token = ada.timeline().of(acme).limit(2).page().next().orElseThrow();
    Customer other = ada.customers().where(Customer.NAME.is("Somebody else")).list().get(0);
    assertTrue(wrongToken(ada.timeline().of(other), token));
    assertTrue(wrongToken(ada.timeline().of(acme).only("task"), token));
    assertTrue(wrongToken(bob.timeline().of(acme), token));
    assertTrue(wrongToken(ada.timeline().of(acme), token.substring(1)));
    assertFalse(wrongToken(ada.timeline().of(acme), token));
    assertThrows(
        NotFoundException.class,
        () -> crm.as("other", "ada").timeline().of(acme).after(token).page());
  }

  private static boolean wrongToken(TimelineQuery query, String token) {
    try {
      query.after(token).page();
      return false;
    } catch (InvalidRequestException refused) {
      assertEquals("request.cursor", refused.code());
      return true;
    }
  }

  @Test
  void what_the_reader_may_not_see_is_not_in_the_list() {
    policy
        .deny("bob", Task.TYPE)
        .deny("bob", AuditEntry.TYPE)
        .hide("bob", Planet.SEEN_AT)
        .limit("bob", Opportunity.TYPE, Opportunity.TITLE.isNot("Seats"));
    assertEquals(List.of("erp.invoice", "interaction", "contact"), kinds(all(bob)));
    policy.limit("carl", Customer.TYPE, Customer.NAME.isNot("Acme GmbH"));
    assertThrows(NotFoundException.class, () -> all(crm.as("carl")));
  }

  @Test
  void hidden_fields_are_veiled_also_in_the_facts_about_the_customer() {
    ada.customers()
        .update(acme, d -> d.set(Customer.CREDIT_LIMIT, eur("5")).set(Customer.EMPLOYEES, 7L));
    policy.hide("bob", Customer.CREDIT_LIMIT, Interaction.SUBJECT);
    List<TimelineItem> his = all(bob);
    AuditEntry change =
        his.get(0).as(AuditEntry.TYPE).orElse(his.get(1).as(AuditEntry.TYPE).orElse(null));
    assertEquals(List.of("employees"), fields(change));
    Interaction call =
        his.stream().flatMap(item -> item.as(Interaction.TYPE).stream()).findFirst().orElseThrow();
    assertNull(call.get(Interaction.SUBJECT));
    List<TimelineItem> hers = all(ada);
    AuditEntry whole =
        hers.get(0).as(AuditEntry.TYPE).orElse(hers.get(1).as(AuditEntry.TYPE).orElse(null));
    assertEquals(List.of("credit_limit", "employees"), fields(whole));
  }

  private static List<String> fields(AuditEntry fact) {
    return fact.changes().changes().stream().map(change -> change.field()).sorted().toList();
  }

  @Test
  void a_file_that_hangs_on_an_invisible_record_is_left_out_and_the_page_is_full_all_the_same()
      throws IOException {
    for (int i = 0; i < 7; i++) {
      step();
      ada.attachments()
          .attach(deal.ref(), "hidden" + i, "text/plain", new ByteArrayInputStream(new byte[1]));
    }
    policy.limit("bob", Opportunity.TYPE, Opportunity.TITLE.isNot("Seats"));
    assertEquals(
        List.of("planet", "erp.invoice", "task"),
        kinds(bob.timeline().of(acme).limit(3).page().items()));
    assertEquals(8, ada.timeline().of(acme).only("attachment").page().items().size());
    assertEquals(0, bob.timeline().of(acme).only("attachment").limit(2).page().items().size());
  }

  @Test
  void a_host_that_tells_too_much_and_in_no_order_does_not_disturb_the_pages() {
    for (int i = 5; i > 0; i--) {
      erp.add(new HostEvent(START.plusSeconds(i), new UUID(2, -i), "erp.order", "Order " + i));
    }
    pages_give_the_whole_list();
    assertEquals(15, all(ada).size());
  }
}
