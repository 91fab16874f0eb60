package io.crmkit;

import static io.crmkit.kernel.access.Operation.READ;
import static io.crmkit.kernel.access.Operation.UPDATE;
import static io.crmkit.sales.StageCategory.OPEN;
import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.catalog.PriceList;
import io.crmkit.catalog.PriceListItem;
import io.crmkit.catalog.PriceQuote;
import io.crmkit.catalog.Product;
import io.crmkit.currency.MoneyTotal;
import io.crmkit.currency.Rate;
import io.crmkit.currency.RateBasis;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.customer.OrgChart;
import io.crmkit.customer.Position;
import io.crmkit.document.HtmlPrinter;
import io.crmkit.document.Letterhead;
import io.crmkit.document.PrintedDocument;
import io.crmkit.exchange.CsvExport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.RecordImport;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Page;
import io.crmkit.order.HostUpdate;
import io.crmkit.order.OrderState;
import io.crmkit.order.SalesOrder;
import io.crmkit.order.Shipment;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.permission.Explanation;
import io.crmkit.permission.Level;
import io.crmkit.permission.Permissions;
import io.crmkit.permission.Role;
import io.crmkit.permission.Share;
import io.crmkit.privacy.Erasure;
import io.crmkit.quote.Quote;
import io.crmkit.quote.QuoteState;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Rollback;
import io.crmkit.sales.StageChange;
import io.crmkit.service.Case;
import io.crmkit.service.CaseQueue;
import io.crmkit.service.CaseState;
import io.crmkit.service.DispatchStrategy;
import io.crmkit.service.EscalationRung;
import io.crmkit.service.Intake;
import io.crmkit.service.Priority;
import io.crmkit.service.QueueMember;
import io.crmkit.service.ServiceLevel;
import io.crmkit.service.TargetKind;
import io.crmkit.testing.CrmTest;
import io.crmkit.timeline.TimelineItem;
import io.crmkit.view.Board;
import io.crmkit.view.OpenView;
import io.crmkit.view.SavedView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every piece of code in docs/guide.md is a piece of this class, word for word. */
class GuideTest extends CrmTest {
  private static final Path SOURCE = Path.of("../crm-core/src/test/java/io/crmkit/GuideTest.java");
  private static final Path GUIDE = Path.of("../docs/guide.md");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  @TempDir Path folder;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  private Customer acme() {
    return ada.customers().create(aCustomer("Acme GmbH"));
  }

  private Product seat() {
    return ada.catalog()
        .create(aProduct("Seat").andThen(p -> p.set(Product.LIST_PRICE, eur("300"))));
  }

  private User user(String name) {
    return ada.organization().create(aUser(name));
  }

  @Test
  void records() {
    Customer acme =
        ada.customers().create(c -> c.set(Customer.NAME, "Acme GmbH").set(Customer.LEVEL, "A"));

    Customer renamed = ada.customers().update(acme, c -> c.set(Customer.NAME, "Acme AG"));
    Customer moved = ada.customers().save(renamed.with(Customer.EMPLOYEES, 40L));

    Customer gone = ada.customers().delete(moved); // into the bin, with all its parts
    Customer back = ada.customers().restore(gone);

    assertEquals("Acme AG", back.get(Customer.NAME));
    assertThrows(
        ConflictException.class,
        () -> ada.customers().update(acme, c -> c.set(Customer.NAME, "Acme SE")));

    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () ->
                ada.customers()
                    .create(c -> c.set(Customer.EMAIL, "at home").set(Customer.EMPLOYEES, -3L)));
    assertEquals(
        List.of("email", "employees", "name"),
        refused.violations().stream().map(Violation::field).sorted().toList());
  }

  @Test
  void questions() {
    Customer acme = acme();
    ada.pipeline().open(acme, aDeal("40 seats", eur("12000")));
    ada.pipeline().open(acme, aDeal("2 seats", eur("600")));
    String shownBefore = null;

    Page<Opportunity> page =
        ada.opportunities()
            .where(
                Opportunity.STAGE_CATEGORY.is(OPEN),
                Opportunity.AMOUNT.atLeast(Money.of("10000", "EUR")),
                Opportunity.CUSTOMER.matches(Customer.NAME.startsWith("Acme")))
            .orderBy(Opportunity.CLOSES_ON.asc(), Opportunity.AMOUNT.desc())
            .limit(50)
            .after(shownBefore) // the token of the page before, null for the first
            .page();

    List<Group<Opportunity>> byStage =
        ada.opportunities()
            .query()
            .groupBy(Opportunity.STAGE)
            .measure(Measure.count(), Opportunity.AMOUNT.sum());
    Money inTheFirstStage = byStage.get(0).get(Opportunity.AMOUNT.sum());

    assertEquals(1, page.items().size());
    assertEquals(eur("12600"), inTheFirstStage);
    assertEquals(2, byStage.get(0).count());
  }

  @Test
  void unitsOfWork() {
    Customer acme = acme();

    Opportunity deal =
        ada.call(
            work -> {
              Contact eva = work.customers().addContact(acme, c -> c.set(Contact.NAME, "Eva"));
              return work.pipeline()
                  .open(
                      acme,
                      o -> o.set(Opportunity.TITLE, "40 seats").set(Opportunity.CONTACT, eva));
            });

    assertEquals("Eva", ada.contacts().query().first().orElseThrow().get(Contact.NAME));
    assertEquals(acme.ref(), deal.get(Opportunity.CUSTOMER));
  }

  @Test
  void history() {
    Customer acme = acme();
    ada.customers().update(acme, c -> c.set(Customer.NAME, "Acme AG"));
    Instant lastWeek = START.minus(Duration.ofDays(7));

    List<AuditEntry> changes = ada.customers().history(acme.ref()); // who, when, from what to what
    boolean known = ada.customers().asOf(lastWeek).find(acme.ref()).isPresent();

    assertEquals(2, changes.size());
    assertFalse(known);
  }

  @Test
  void customers() {
    Customer acme = acme();
    Customer holding = ada.customers().create(aCustomer("Acme Holding"));

    Contact eva = ada.customers().addContact(acme, c -> c.set(Contact.NAME, "Eva Li"));
    Contact tom = ada.customers().addContact(acme, c -> c.set(Contact.NAME, "Tom Wu"));
    ada.customers().assignRole(eva, acme, "decision_maker", TODAY);
    ada.customers().place(eva, acme, TODAY, p -> p.set(Position.TITLE, "Head of purchasing"));
    ada.customers()
        .place(
            tom,
            acme,
            TODAY,
            p -> p.set(Position.REPORTS_TO, eva).set(Position.ATTITUDE, "supporter"));
    OrgChart chart = ada.customers().orgChart(acme, TODAY);

    ada.customers().relate(acme, "subsidiary", holding, TODAY, r -> {});
    ada.customers().setLevel(acme, "A", TODAY, "turnover of last year");

    assertEquals("Eva Li", chart.top().get(0).contact().get(Contact.NAME));
    assertEquals(1, chart.top().get(0).reports().size());
    assertEquals("A", ada.customers().levelOn(acme, TODAY).orElseThrow());
    assertEquals(2, ada.customers().group(holding, TODAY).size());
  }

  @Test
  void everythingAboutACustomer() throws IOException {
    Customer acme = acme();
    Contact eva = ada.customers().addContact(acme, c -> c.set(Contact.NAME, "Eva Li"));
    InputStream content = new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8));

    ada.activities()
        .log(
            acme,
            Interaction.Kind.CALL,
            List.of(eva),
            i -> i.set(Interaction.SUBJECT, "Wants 40 seats").set(Interaction.MINUTES, 10L));
    ada.activities()
        .plan(
            acme.ref(),
            t -> t.set(Task.SUBJECT, "Send an offer").set(Task.DUE_ON, TODAY.plusDays(2)));
    Attachment plan = ada.attachments().attach(acme.ref(), "plan.txt", "text/plain", content);

    List<TimelineItem> items = ada.timeline().of(acme).limit(20).page().items();

    assertTrue(items.size() >= 3, items::toString);
    assertEquals("plan.txt", plan.get(Attachment.NAME));
  }

  @Test
  void pipelines() {
    Customer acme = acme();

    ada.pipeline()
        .define(
            "enterprise",
            p ->
                p.name("Enterprise")
                    .rollback(Rollback.WITH_REASON)
                    .open("qualify", "Qualify", "0.1")
                    .open(
                        "offer",
                        "Offer",
                        "0.5",
                        s -> s.requires(Opportunity.AMOUNT, Opportunity.CLOSES_ON))
                    .won("won", "Won")
                    .lost("lost", "Lost"));

    Opportunity deal =
        ada.pipeline().open(acme, "enterprise", o -> o.set(Opportunity.TITLE, "400 seats"));
    Opportunity priced =
        ada.opportunities()
            .update(
                deal,
                o ->
                    o.set(Opportunity.AMOUNT, Money.of("96000", "EUR"))
                        .set(Opportunity.CLOSES_ON, TODAY.plusMonths(3)));
    Opportunity offered = ada.pipeline().advance(priced, "offer");
    ada.pipeline().win(offered, "best service");
    List<StageChange> steps = ada.pipeline().history(offered);

    assertEquals(3, steps.size());
  }

  @Test
  void quotesAndOrders() {
    Customer acme = acme();
    Product seat = seat();

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
                    .set(PriceListItem.PRICE, Money.of("240", "EUR")));
    PriceQuote price = ada.catalog().price(seat, acme, new BigDecimal("40"), null, TODAY, "EUR");
    List<String> why = price.explain(Locale.ENGLISH);

    Quote draft = ada.quotes().draft(acme, q -> q.set(Quote.TITLE, "40 seats"));
    Quote quote = ada.quotes().edit(draft, e -> e.line(seat, "40").charge("Setup", eur("500")));
    PrintedDocument printed = ada.quotes().print(quote, Letterhead.of("Example Ltd"));
    String html = HtmlPrinter.standard().text(printed);

    Quote sent = ada.quotes().send(quote); // from here on it never changes, revise makes another
    SalesOrder order = ada.orders().from(ada.quotes().accept(sent));
    SalesOrder confirmed = ada.orders().confirm(order);
    SalesOrder half =
        ada.orders()
            .ship(
                confirmed,
                s -> s.set(Shipment.CARRIER, "DHL"),
                List.of(new HostUpdate.Item(1, new BigDecimal("15"))));
    SalesOrder rest = ada.orders().cancel(half, "no longer needed");

    assertEquals(Money.of("240", "EUR"), price.price());
    assertFalse(why.isEmpty());
    assertTrue(html.contains("40 seats"));
    assertEquals(QuoteState.ACCEPTED, ada.quotes().get(quote.ref()).get(Quote.STATE));
    assertEquals(eur("10100"), quote.get(Quote.NET));
    assertEquals(OrderState.SHIPPED, rest.get(SalesOrder.STATE));
  }

  @Test
  void service() {
    Customer acme = acme();
    User bobUser = user("bob");

    BusinessCalendar office = ada.calendars().create("office", ZoneId.of("Europe/Berlin"));
    ada.calendars()
        .open(office.ref(), DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00, 13:00-18:00");
    ada.calendars().close(office.ref(), LocalDate.of(2027, 3, 26), "Good Friday");

    ServiceLevel gold = ada.service().levels().create("gold", office.ref());
    ada.service()
        .levels()
        .promise(gold.ref(), Priority.NORMAL, Duration.ofHours(4), Duration.ofHours(16));
    ada.service()
        .levels()
        .escalate(
            gold.ref(),
            TargetKind.RESPONSE,
            80,
            r -> r.set(EscalationRung.NOTIFY, bobUser).set(EscalationRung.RAISE, true));

    CaseQueue support =
        ada.service()
            .queues()
            .create(
                q ->
                    q.set(CaseQueue.CODE, "support")
                        .set(CaseQueue.NAME, "Support")
                        .set(CaseQueue.STRATEGY, DispatchStrategy.LEAST_LOAD));
    ada.service()
        .members()
        .create(m -> m.set(QueueMember.QUEUE, support).set(QueueMember.USER, bobUser));

    Case its =
        ada.service()
            .open(
                acme,
                c -> c.set(Case.SUBJECT, "Printer on fire").set(Case.PRIORITY, Priority.NORMAL));
    Case queued = ada.service().transfer(its, support, "hardware");
    Case bobs = ada.service().dispatch(queued);
    Case answered = ada.service().reply(bobs, "Which printer?");
    Case resolved = ada.service().resolve(answered, "replaced");

    Case fromMail =
        ada.service()
            .receive(
                Intake.of("mail", "<1@acme.example>", "It burns again")
                    .from("eva@acme.example")
                    .about("Printer")
                    .answering("<0@acme.example>"));

    assertEquals(bobUser.ref(), bobs.get(Case.OWNER));
    assertEquals(
        Instant.parse("2027-03-01T11:00:00Z").plus(Duration.ofHours(2)),
        bobs.get(Case.RESPONSE_DUE));
    assertEquals(CaseState.RESOLVED, resolved.get(Case.STATE));
    assertEquals("Printer", fromMail.get(Case.SUBJECT));
  }

  @Test
  void rolesAndRights() {
    OrgUnit germany = ada.organization().units().create(aUnit("Germany"));
    User bobUser = ada.organization().create(aUser("bob").andThen(u -> u.set(User.UNIT, germany)));
    User eveUser = ada.organization().create(aUser("eve").andThen(u -> u.set(User.UNIT, germany)));
    Customer acme =
        ada.customers().create(aCustomer("Acme").andThen(c -> c.set(Customer.OWNER, eveUser)));

    Permissions permissions = ada.permissions();
    Role agent = permissions.define("inside_sales", "Inside sales", "内勤销售");
    permissions.grant(agent, Customer.TYPE, Level.UNIT_AND_BELOW, READ);
    permissions.grant(agent, Customer.TYPE, Level.OWN, UPDATE);
    permissions.restrict(agent, Customer.CREDIT_LIMIT, FieldRight.HIDDEN);
    permissions.assign(bobUser, agent);

    Explanation why = permissions.explain("bob", UPDATE, acme);
    permissions.share(acme, bobUser, Share.Access.WRITE, START.plus(Duration.ofDays(7)), "holiday");

    assertFalse(why.allowed(), why::toString);
    assertEquals(List.of("bob"), names(permissions.whoCan(UPDATE, acme), "bob"));
    assertNull(bob.customers().get(acme.ref()).get(Customer.CREDIT_LIMIT));
  }

  private static List<String> names(List<User> users, String name) {
    return users.stream().map(u -> u.require(User.USERNAME)).filter(name::equals).toList();
  }

  @Test
  void privacy() {
    Customer acme = acme();
    Contact eva =
        ada.customers()
            .addContact(acme, c -> c.set(Contact.NAME, "Eva Li").set(Contact.JOB_TITLE, "CEO"));

    ada.privacy().consents().grant(eva.ref(), "newsletter", "form on the web", c -> {});
    boolean mayWrite = ada.privacy().consents().has(eva.ref(), "newsletter");
    StringBuilder report = new StringBuilder();
    ada.privacy().report(eva.ref(), report); // what is kept about her, and where it came from
    Erasure receipt = ada.privacy().erase(eva.ref(), "her letter of 1 March");

    assertTrue(mayWrite);
    assertTrue(report.toString().contains("Eva Li"));
    assertTrue(ada.privacy().erasures().find(receipt.ref()).isPresent());
    assertNull(ada.contacts().get(eva.ref()).get(Contact.JOB_TITLE));
  }

  @Test
  void fieldsOfOnesOwn() {
    ada.customization()
        .addField(
            Customer.TYPE,
            "lifetime_value",
            FieldKind.MONEY,
            f -> f.set(FieldDefinition.INDEXED, true).set(FieldDefinition.LABEL_EN, "Value"));

    MoneyField<Customer> value =
        ada.customization().field(Customer.TYPE, "lifetime_value", MoneyField.class);
    Customer acme =
        ada.customers()
            .create(c -> c.set(Customer.NAME, "Acme").set(value, Money.of("90000", "EUR")));
    List<Customer> best =
        ada.customers().where(value.atLeast(Money.of("50000", "EUR"))).orderBy(value.desc()).list();

    assertEquals(List.of(acme), best);
  }

  @Test
  void views() {
    acme();

    SavedView view =
        ada.views()
            .save(
                "Key customers",
                Customer.TYPE,
                v ->
                    v.where(Customer.LEVEL.is("A"))
                        .orderBy(Customer.NAME.asc())
                        .columns(Customer.NAME, Customer.LEVEL, Customer.OWNER)
                        .shared());
    OpenView<Customer> opened =
        ada.views().open(view.ref(), Customer.TYPE, Locale.SIMPLIFIED_CHINESE);
    List<Customer> shown = opened.query().limit(50).list();

    Board board = ada.views().board(ada.pipeline().get("standard").ref(), 20);

    assertEquals(3, opened.list().columns().size());
    assertTrue(shown.isEmpty());
    assertFalse(board.lanes().isEmpty());
  }

  @Test
  void money() {
    ada.pipeline().open(acme(), aDeal("Seats", Money.of("100", "EUR")));
    ada.pipeline().open(acme(), aDeal("Seats", Money.of("250", "USD")));

    ada.currencies().setCompany("EUR");
    ada.currencies().put("closing", new Rate("EUR", "USD", TODAY, new BigDecimal("1.25")), "ECB");
    MoneyTotal total =
        ada.currencies()
            .total(
                ada.opportunities().query(), Opportunity.AMOUNT, "EUR", RateBasis.CLOSING, TODAY);

    assertEquals(eur("300.00"), total.total());
  }

  @Test
  void files() throws IOException {
    Path file = folder.resolve("customers.csv");
    Files.writeString(file, "Name,No.,E-mail\nAcme,1,info@acme.example\nBeta,2,at home\n");

    ImportReport report =
        RecordImport.of(file, Customer.TYPE)
            .column("Name", Customer.NAME)
            .column("No.", Customer.EXTERNAL_ID)
            .column("E-mail", Customer.EMAIL)
            .upsert(Customer.EXTERNAL_ID)
            .errorsTo(folder.resolve("refused.csv"), Locale.ENGLISH)
            .run(ada.workspace());
    CsvExport.of(ada.customers().query()).identity().to(folder.resolve("out.csv"));

    assertEquals(1, report.imported());
    assertEquals(1, report.rejected());
  }

  @Test
  void the_guide_quotes_nothing_else() throws IOException {
    String code = withoutLayout(Files.readString(SOURCE));
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
    int found = 0;
    while (blocks.find()) {
      assertTrue(code.contains(withoutLayout(blocks.group(1))), blocks.group(1));
      found++;
    }
    assertTrue(found >= 12, "the guide has too few pieces of code: " + found);
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", "");
  }
}
