package io.crmkit.permission;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;

import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.Product;
import io.crmkit.catalog.ProductCategory;
import io.crmkit.catalog.UnitConversion;
import io.crmkit.currency.Rate;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactPoint;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Position;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.order.HostUpdate;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Team;
import io.crmkit.org.TeamMember;
import io.crmkit.org.Territory;
import io.crmkit.org.TerritoryMember;
import io.crmkit.org.User;
import io.crmkit.privacy.RetentionRule;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteTerms;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.PlaybookItem;
import io.crmkit.service.Case;
import io.crmkit.service.CaseQueue;
import io.crmkit.service.EscalationRung;
import io.crmkit.service.LinkKind;
import io.crmkit.service.Priority;
import io.crmkit.service.QueueMember;
import io.crmkit.service.TargetKind;
import io.crmkit.testing.ManualClock;
import io.crmkit.view.SavedView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Some of everything that a company has: every feature has something to tell. */
final class SampleCompany {
  static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  final User clerk;
  final User chief;
  final OrgUnit germany;
  final Team team;
  final Customer acme;
  final Customer holding;
  final Contact eva;
  final Contact tom;
  final Product seat;
  final Product chair;
  final Product retired;
  final ProductCategory furniture;
  final Opportunity deal;
  final Opportunity won;
  final Opportunity ordered;
  final Interaction call;
  final Task task;
  final Attachment plan;
  final Quote quote;
  final Quote sent;
  final Quote empty;
  final Quote expired;
  final Quote revised;
  final SalesOrder order;
  final SalesOrder drafted;
  final Shipment shipment;
  final BusinessCalendar office;
  final Case its;
  final Case other;
  final SavedView view;
  final RetentionRule rule;
  final Role role;

  private final Session ada;

  SampleCompany(Session ada, ManualClock clock) throws IOException {
    this.ada = ada;
    chief = ada.organization().create(aUser("chief"));
    germany = ada.organization().units().create(aUnit("Germany"));
    clerk = ada.organization().create(aUser("clerk").andThen(u -> u.set(User.UNIT, germany)));
    User bob = ada.organization().create(aUser("bob"));
    ada.organization().report(bob, clerk, TODAY, null);
    ada.organization().deputise(clerk, bob, TODAY, TODAY.plusDays(9));
    team = ada.organization().teams().create(t -> t.set(Team.NAME, "Team"));
    Territory north =
        ada.organization()
            .territories()
            .create(t -> t.set(Territory.CODE, "north").set(Territory.NAME, "North"));
    ada.organization()
        .teamMembers()
        .create(m -> m.set(TeamMember.TEAM, team).set(TeamMember.USER, bob));
    ada.organization()
        .territoryMembers()
        .create(m -> m.set(TerritoryMember.TERRITORY, north).set(TerritoryMember.USER, bob));
    holding = ada.customers().create(aCustomer("Acme Holding"));
    acme =
        ada.customers()
            .create(
                aCustomer("Acme GmbH")
                    .andThen(c -> c.set(Customer.OWNER, clerk).set(Customer.PARENT, holding)));
    ada.customization()
        .addField(Customer.TYPE, "lifetime_value", FieldDefinition.FieldKind.MONEY, f -> {});
    eva = ada.customers().addContact(acme, aContact("Eva Li"));
    tom = ada.customers().addContact(acme, aContact("Tom Wu"));
    people();
    furniture =
        ada.catalog()
            .categories()
            .create(
                c -> c.set(ProductCategory.CODE, "furniture").set(ProductCategory.NAME, "Chairs"));
    seat =
        ada.catalog()
            .create(
                aProduct("Seat")
                    .andThen(
                        p ->
                            p.set(Product.LIST_PRICE, eur("300"))
                                .set(Product.CATEGORY, furniture)
                                .set(Product.DESCRIPTION, "To sit on")));
    chair =
        ada.catalog().create(aProduct("Chair").andThen(p -> p.set(Product.LIST_PRICE, eur("250"))));
    retired = ada.catalog().retire(ada.catalog().create(aProduct("Stool")));
    prices();
    ada.pipeline()
        .playbook()
        .items()
        .create(
            d ->
                d.set(PlaybookItem.PIPELINE, Pipeline.STANDARD)
                    .set(PlaybookItem.STAGE, "qualification")
                    .set(PlaybookItem.TEXT, "Call"));
    won = deals(clock);
    ordered = deals(clock);
    ada.orders().from(ordered);
    deal =
        ada.pipeline()
            .open(
                acme,
                aDeal("40 seats", eur("12000"))
                    .andThen(
                        d ->
                            d.set(Opportunity.CLOSES_ON, TODAY.plusDays(40))
                                .set(Opportunity.CONTACT, eva)));
    ada.pipeline().buyingCentre().assign(deal, eva, "buyer", TODAY, d -> {});
    ada.pipeline().buyingCentre().assign(deal, tom, "user", TODAY, d -> {});
    ada.opportunities().update(deal, d -> d.set(Opportunity.AMOUNT, eur("13000")));
    call =
        ada.activities()
            .log(
                acme,
                Interaction.Kind.CALL,
                List.of(eva),
                i ->
                    Interaction.ABOUT.set(
                        i.set(Interaction.SUBJECT, "Wants 40").set(Interaction.MINUTES, 10L),
                        deal.ref()));
    ada.activities().addParty(call, tom);
    task =
        ada.activities()
            .plan(
                acme.ref(),
                t -> t.set(Task.SUBJECT, "Send it").set(Task.DUE_ON, TODAY).set(Task.OWNER, clerk));
    plan =
        ada.attachments()
            .attach(
                acme.ref(),
                "plan.txt",
                "text/plain",
                new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8)));
    revised = ada.quotes().send(drafted());
    ada.quotes().revise(revised);
    empty = ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "nothing").set(Quote.CURRENCY, "EUR"));
    expired =
        ada.quotes()
            .send(
                ada.quotes()
                    .edit(
                        drafted(), e -> e.set(q -> q.set(Quote.VALID_UNTIL, TODAY.plusDays(12)))));
    ada.quotes()
        .terms()
        .create(t -> t.set(QuoteTerms.CODE, QuoteTerms.STANDARD).set(QuoteTerms.CURRENCY, "EUR"));
    drafted = draftedOrder();
    quote = drafted();
    sent = ada.quotes().send(drafted());
    order = ordered();
    shipment = ada.orders().shipments(order).get(0);
    office = ada.calendars().create("office", ZoneId.of("Europe/Berlin"));
    ada.calendars().open(office.ref(), DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-18:00");
    ada.calendars().close(office.ref(), TODAY.plusDays(2), "Fair");
    service();
    its = aCase("Printer on fire");
    other = aCase("Printer is slow");
    cases(clock);
    clock.advance(Duration.ofHours(24));
    view =
        ada.views()
            .save(
                "Key customers",
                Customer.TYPE,
                v ->
                    v.where(Customer.NAME.startsWith("Acme"))
                        .orderBy(Customer.NAME.asc())
                        .columns(Customer.NAME, Customer.OWNER)
                        .shared());
    ada.translations().put(seat, Product.NAME, Locale.GERMAN, "Sitz");
    ada.privacy().consents().grant(eva.ref(), "newsletter", "form", c -> {});
    ada.privacy().hold(tom.ref(), "a lawsuit");
    rule =
        ada.privacy()
            .retention()
            .create(
                r ->
                    r.set(RetentionRule.NAME, "old calls")
                        .set(RetentionRule.RECORD_TYPE, "interaction")
                        .set(RetentionRule.DAYS, 0L)
                        .set(RetentionRule.ACTION, RetentionRule.Action.ERASE));
    role = ada.permissions().define("clerk", "Clerk", null);
    rights(bob);
  }

  private void people() {
    ada.customers().assignRole(eva, acme, "decision_maker", TODAY);
    ada.customers().place(eva, acme, TODAY, p -> p.set(Position.TITLE, "Head"));
    ada.customers().place(tom, acme, TODAY, p -> p.set(Position.REPORTS_TO, eva));
    ada.customers().relate(acme, "subsidiary", holding, TODAY, r -> {});
    ada.customers().setLevel(acme, "A", TODAY, "turnover");
    ada.customers().addPoint(eva, p -> p.set(ContactPoint.EMAIL, "eva@acme.example"));
  }

  private void prices() {
    PriceList wholesale =
        ada.catalog()
            .priceLists()
            .create(
                l ->
                    l.set(PriceList.CODE, "wholesale")
                        .set(PriceList.NAME, "Wholesale")
                        .set(PriceList.CURRENCY, "EUR"));
    ada.catalog()
        .priceListItems()
        .create(
            i ->
                i.set(PriceListItem.LIST, wholesale)
                    .set(PriceListItem.PRODUCT, seat)
                    .set(PriceListItem.FROM, new BigDecimal("20"))
                    .set(PriceListItem.PRICE, eur("240")));
    ada.catalog()
        .conversions()
        .create(
            u ->
                u.set(UnitConversion.PRODUCT, seat)
                    .set(UnitConversion.UNIT, "box")
                    .set(UnitConversion.OF, "piece")
                    .set(UnitConversion.FACTOR, new BigDecimal("10")));
    ada.currencies().setCompany("EUR");
    ada.currencies().put("closing", new Rate("EUR", "USD", TODAY, new BigDecimal("1.25")), "ECB");
  }

  private Opportunity deals(ManualClock clock) {
    Opportunity last = null;
    for (int i = 0; i < 3; i++) {
      last = ada.pipeline().open(acme, aDeal("Seats " + i, eur("100")));
      clock.advance(Duration.ofHours(48));
      last = ada.pipeline().win(last, "price");
    }
    return Objects.requireNonNull(last);
  }

  private Quote drafted() {
    return ada.quotes()
        .edit(
            ada.quotes()
                .draft(
                    acme,
                    q ->
                        q.set(Quote.TITLE, "40 seats")
                            .set(Quote.CURRENCY, "EUR")
                            .set(Quote.INTRODUCTION, "Dear Eva")
                            .set(Quote.CONTACT, eva)),
            e ->
                e.group("Furniture", g -> g.line(seat, "40"))
                    .line(chair, "2")
                    .charge("Setup", eur("500"))
                    .allowance("Friends", eur("20")));
  }

  private SalesOrder draftedOrder() {
    return ada.orders()
        .edit(
            ada.orders()
                .draft(
                    acme,
                    o ->
                        o.set(SalesOrder.CURRENCY, "EUR")
                            .set(SalesOrder.CUSTOMER_REFERENCE, "4711")
                            .set(SalesOrder.CONTACT, eva)),
            e -> e.line(seat, "4").line(chair, "2").charge("Freight", eur("50")));
  }

  private SalesOrder ordered() {
    SalesOrder confirmed = ada.orders().confirm(draftedOrder());
    SalesOrder shipped =
        ada.orders()
            .ship(
                confirmed,
                s -> s.set(Shipment.CARRIER, "DHL").set(Shipment.TRACKING_NUMBER, "1Z"),
                List.of(HostUpdate.Item.of(1, "3")));
    return ada.orders().takeBack(shipped, "broken", List.of(HostUpdate.Item.of(1, "1")));
  }

  private void service() {
    var gold = ada.service().levels().create("gold", office.ref());
    ada.service()
        .levels()
        .promise(gold.ref(), Priority.NORMAL, Duration.ofHours(1), Duration.ofHours(2));
    ada.service()
        .levels()
        .escalate(gold.ref(), TargetKind.RESPONSE, 80, r -> r.set(EscalationRung.NOTIFY, clerk));
    CaseQueue support =
        ada.service()
            .queues()
            .create(q -> q.set(CaseQueue.CODE, "support").set(CaseQueue.NAME, "Support"));
    ada.service()
        .members()
        .create(m -> m.set(QueueMember.QUEUE, support).set(QueueMember.USER, clerk));
  }

  private Case aCase(String subject) {
    Case made =
        ada.service()
            .open(
                acme,
                c ->
                    c.set(Case.SUBJECT, subject)
                        .set(Case.CONTACT, eva)
                        .set(Case.PRIORITY, Priority.NORMAL));
    return ada.service().assign(made, clerk.ref(), "yours");
  }

  private void cases(ManualClock clock) {
    ada.service().relate(its, other, LinkKind.RELATED);
    Instant soon = clock.instant().plus(Duration.ofHours(1));
    ada.service().reschedule(ada.service().cases().get(other.ref()), soon, "urgent");
    ada.service().invite(its, chief.ref(), "look at it");
    clock.advance(Duration.ofHours(5));
    ada.service().note(its, "burns");
    Case answered = ada.service().reply(ada.service().cases().get(its.ref()), "Which printer?");
    clock.advance(Duration.ofHours(5));
    ada.service().resolve(answered, "replaced");
  }

  private void rights(User bob) {
    for (var type : ada.workspace().layout().types()) {
      ada.permissions().grant(role, type.name(), Level.ALL, Operation.values());
    }
    for (String permission : ada.permissions().mine().permissions()) {
      ada.permissions().grantPermission(role, permission);
    }
    ada.permissions().assign(clerk, role);
    ada.permissions().share(acme, bob, Share.Access.READ);
  }
}
