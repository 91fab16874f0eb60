package io.crmkit.permission;

import io.crmkit.Features;
import io.crmkit.catalog.PriceLine;
import io.crmkit.catalog.Product;
import io.crmkit.currency.RateBasis;
import io.crmkit.customer.Customer;
import io.crmkit.document.Letterhead;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.value.Money;
import io.crmkit.order.HostUpdate;
import io.crmkit.order.SalesOrder;
import io.crmkit.quote.Quote;
import io.crmkit.sales.Opportunity;
import io.crmkit.service.Case;
import io.crmkit.testing.Fixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The doors by which features tell what they know, each with a question about a company. A name is
 * that of the class and the method; what follows behind a space tells several from each other.
 */
final class Doors {
  private static final LocalDate TODAY = SampleCompany.TODAY;
  private static final BigDecimal TWENTY = new BigDecimal("20");

  /** A question to one door. */
  interface Question {
    @Nullable Object ask(Features s) throws Exception;
  }

  private final SampleCompany c;
  private final Map<String, Question> all = new LinkedHashMap<>();

  private Doors(SampleCompany c) {
    this.c = c;
  }

  /** Those that change nothing. */
  static Map<String, Question> of(SampleCompany company) {
    Doors doors = new Doors(company);
    doors.reading();
    return Collections.unmodifiableMap(doors.all);
  }

  /** Verbs that are refused in this company, whoever calls them. */
  static Map<String, Question> refused(SampleCompany company) {
    Doors doors = new Doors(company);
    doors.refused();
    return Collections.unmodifiableMap(doors.all);
  }

  private void door(String name, Question question) {
    all.put(name, question);
  }

  private static <E extends Entity<E>> E its(Features s, E record) {
    return s.records(record.type()).get(record.ref());
  }

  private void reading() {
    door("Customers.rolesAt", s -> s.customers().rolesAt(its(s, c.acme), TODAY));
    door("Customers.lookUp", s -> s.customers().lookUp("Acme", 10));
    door("Customers.levelOn", s -> s.customers().levelOn(its(s, c.acme), TODAY));
    door("Customers.levelsOn", s -> s.customers().levelsOn(TODAY));
    door("Customers.group", s -> s.customers().group(c.holding.ref()));
    door("Customers.group on", s -> s.customers().group(its(s, c.holding), TODAY));
    door("Customers.orgChart", s -> s.customers().orgChart(its(s, c.acme), TODAY));
    door("Customers.of", s -> s.customers().of(c.quote.ref()));
    door("Attachments.of", s -> s.attachments().of(c.acme.ref()));
    door("Attachments.find", s -> s.attachments().find(c.plan.ref()));
    door("Attachments.get", s -> s.attachments().get(c.plan.ref()));
    door(
        "Attachments.open",
        s -> Arrays.toString(s.attachments().open(c.plan.ref()).readAllBytes()));
    door("Activities.partiesOf", s -> s.activities().partiesOf(its(s, c.call)));
    door("Activities.historyOf", s -> s.activities().historyOf(its(s, c.eva)));
    door("Activities.historyOf page", s -> s.activities().historyOf(its(s, c.eva), 5, null));
    door("Activities.interactionsAbout", s -> s.activities().interactionsAbout(c.deal.ref()));
    door("Activities.tasksAbout", s -> s.activities().tasksAbout(c.acme.ref()));
    door("Timeline.of", s -> s.timeline().of(its(s, c.acme)).limit(20).page().items());
    door(
        "Timeline.of titles",
        s ->
            s.timeline().of(its(s, c.acme)).limit(200).page().items().stream()
                .map(each -> each.title())
                .toList());
    door("Currencies.company", s -> s.currencies().company());
    door(
        "Currencies.convert",
        s -> s.currencies().convert(Money.of("10", "EUR"), "USD", RateBasis.CLOSING, TODAY));
    door(
        "Currencies.total",
        s ->
            s.currencies()
                .total(
                    s.opportunities().query(),
                    Opportunity.AMOUNT,
                    "USD",
                    RateBasis.CLOSING,
                    TODAY));
    door("Catalog.offered", s -> s.catalog().offered());
    door("Catalog.offeredOn", s -> s.catalog().offeredOn(TODAY));
    door("Catalog.current", s -> s.catalog().current(its(s, c.seat)));
    door("Catalog.search", s -> s.catalog().search("seat"));
    door("Catalog.in", s -> s.catalog().in(c.furniture.ref()));
    door(
        "Catalog.units",
        s -> s.catalog().units(c.seat.ref()).convert(new BigDecimal("2"), "box", "piece"));
    door(
        "Catalog.price",
        s ->
            s.catalog()
                .price(its(s, c.seat), its(s, c.acme), new BigDecimal("40"), null, TODAY, "EUR")
                .explain(Locale.ENGLISH));
    door("SalesPipeline.groupSales", s -> s.pipeline().groupSales(its(s, c.holding), TODAY));
    door("SalesPipeline.find", s -> s.pipeline().find("standard"));
    door("SalesPipeline.get", s -> s.pipeline().get("standard"));
    door("SalesPipeline.revisions", s -> s.pipeline().revisions("standard"));
    door(
        "SalesPipeline.stages", s -> s.pipeline().stages(s.pipeline().get("standard").ref()).all());
    door("SalesPipeline.remainingTime", s -> s.pipeline().remainingTime(its(s, c.deal)));
    door("SalesPipeline.history", s -> s.pipeline().history(its(s, c.won)));
    door("SalesPipeline.changes", s -> s.pipeline().changes(its(s, c.deal)));
    door("BuyingCentre.of", s -> s.pipeline().buyingCentre().of(its(s, c.deal), TODAY));
    door("Playbook.guidance", s -> s.pipeline().playbook().guidance(its(s, c.deal)));
    door("Playbook.ranking", s -> s.pipeline().playbook().ranking("standard", "qualification"));
    door("Quotes.standardTerms", s -> s.quotes().standardTerms());
    door("Quotes.lines", s -> s.quotes().lines(its(s, c.quote)));
    door("Quotes.groups", s -> s.quotes().groups(its(s, c.quote)));
    door("Quotes.adjustments", s -> s.quotes().adjustments(its(s, c.quote)));
    door("Quotes.totals", s -> s.quotes().totals(its(s, c.quote)));
    door("Quotes.revisions", s -> s.quotes().revisions(its(s, c.quote)));
    door("Quotes.print", s -> s.quotes().print(its(s, c.quote), Letterhead.of("We")));
    door("Orders.lines", s -> s.orders().lines(its(s, c.order)));
    door("Orders.adjustments", s -> s.orders().adjustments(its(s, c.order)));
    door("Orders.shipments", s -> s.orders().shipments(its(s, c.order)));
    door("Orders.shipmentLines", s -> s.orders().shipmentLines(its(s, c.order)));
    door("Orders.returns", s -> s.orders().returns(its(s, c.order)));
    door("Orders.totals", s -> s.orders().totals(its(s, c.order)));
    door("Orders.status", s -> s.orders().status(c.order.require(SalesOrder.NUMBER)));
    door("Orders.print", s -> s.orders().print(its(s, c.order), Letterhead.of("We")));
    door("Orders.print delivery", s -> s.orders().print(its(s, c.shipment), Letterhead.of("We")));
    door("Views.of", s -> s.views().of(Customer.TYPE));
    door("Views.get", s -> s.views().get(c.view.ref()));
    door("Views.open", s -> s.views().open(c.view.ref(), Customer.TYPE, Locale.ENGLISH));
    door("Views.list", s -> s.views().list(Customer.TYPE, Locale.ENGLISH));
    door("Views.form", s -> s.views().form(Customer.TYPE, Locale.ENGLISH));
    door("Views.board", s -> s.views().board(s.pipeline().get("standard").ref(), 20).toString());
    door("Views.board cards", s -> s.views().board(s.pipeline().get("standard").ref(), 20));
    door("ServiceDesk.find", s -> s.service().find(c.its.require(Case.NUMBER)));
    door("ServiceDesk.overdue", s -> s.service().overdue());
    door("ServiceDesk.search", s -> s.service().search("printer"));
    door("ServiceDesk.links", s -> s.service().links(its(s, c.its)));
    door("ServiceDesk.timeline", s -> s.service().timeline(its(s, c.its)));
    door("ServiceDesk.correspondence", s -> s.service().correspondence(its(s, c.its)));
    door("ServiceDesk.times", s -> s.service().times(its(s, c.its)));
    door("Organization.me", s -> s.organization().me());
    door("Organization.treeOn", s -> s.organization().treeOn(TODAY).all());
    door("Organization.unitAndBelow", s -> s.organization().unitAndBelow(c.germany.ref()));
    door("Organization.membersOn", s -> s.organization().membersOn(c.germany.ref(), TODAY));
    door("Organization.unitsOf", s -> s.organization().unitsOf(c.clerk.ref(), TODAY));
    door("Organization.teamOf", s -> s.organization().teamOf(c.clerk.ref()));
    door("Organization.deputyFor", s -> s.organization().deputyFor(c.clerk.ref(), TODAY));
    door("Consents.has", s -> s.privacy().consents().has(c.eva.ref(), "newsletter"));
    door("Consents.of", s -> s.privacy().consents().of(c.eva.ref()));
    door("Consents.proof", s -> s.privacy().consents().proof(c.eva.ref()));
    door("Retention.concerned", s -> s.privacy().retention().concerned(its(s, c.rule)));
    door("Retention.concerned some", s -> s.privacy().retention().concerned(its(s, c.rule), 10));
    door(
        "Privacy.report",
        s -> {
          StringBuilder report = new StringBuilder();
          s.privacy().report(c.eva.ref(), report);
          return report.toString();
        });
    door("Permissions.whoCan", s -> s.permissions().whoCan(Operation.READ, its(s, c.acme)));
    door(
        "Permissions.explain",
        s -> s.permissions().explain(Operation.READ, its(s, c.acme)).in(Locale.ENGLISH));
    door("Permissions.mine", s -> s.permissions().mine());
    door("Permissions.sharesOf", s -> s.permissions().sharesOf(its(s, c.acme)));
    door("Calendars.find", s -> s.calendars().find("office"));
    door("Calendars.hours", s -> s.calendars().hours(c.office.ref()).plusBusinessDays(TODAY, 5));
    door(
        "Translations.text",
        s -> s.translations().text(its(s, c.seat), Product.NAME, Locale.GERMAN));
    door("Codes.labels", s -> s.codes().labels("contact_role", Locale.ENGLISH));
    door("Codes.uses", s -> s.codes().uses("contact_role", "buyer"));
    door("AuditLog.changes", s -> s.audit().changes().about(c.acme.ref()).page());
    door(
        "Catalog.prices",
        s ->
            s.catalog()
                .prices(null, TODAY, "EUR", List.of(new PriceLine(c.seat.ref(), TWENTY, null)))
                .get(0)
                .explain(Locale.ENGLISH));
    door(
        "Catalog.sheet",
        s ->
            s.catalog()
                .sheet(its(s, c.acme), TODAY, "EUR", Set.of(c.seat.ref()))
                .price(c.seat.ref(), TWENTY, null)
                .explain(Locale.ENGLISH));
    door("Codes.tables", s -> s.codes().tables().stream().map(CodeTable::name).toList());
    door("Codes.table", s -> s.codes().table("contact_role").name());
    door(
        "Currencies.rates",
        s ->
            s.currencies()
                .rates(RateBasis.CLOSING, List.of("EUR", "USD"), TODAY)
                .find("EUR", "USD", TODAY));
    door("Permissions.role", s -> s.permissions().role("clerk"));
    door("Permissions.roleDiff", s -> s.permissions().roleDiff(its(s, c.role), its(s, c.role)));
    door(
        "Privacy.portable",
        s -> {
          StringBuilder portable = new StringBuilder();
          s.privacy().portable(c.eva.ref(), portable);
          return portable;
        });
    door(
        "Translations.texts",
        s -> s.translations().texts(List.of(its(s, c.seat)), Product.NAME, Locale.GERMAN));
    door(
        "Translations.mentions",
        s -> s.catalog().where(s.translations().mentions(Product.NAME, "Sitz")));
    door(
        "Views.lane",
        s -> s.views().lane(s.pipeline().get("standard").ref(), "qualification", 9, null));
  }

  private void refused() {
    door("Quotes.edit", s -> s.quotes().edit(its(s, c.sent), e -> {}));
    door("Quotes.send", s -> s.quotes().send(its(s, c.sent)));
    door("Quotes.send empty", s -> s.quotes().send(its(s, c.empty)));
    door("Quotes.accept", s -> s.quotes().accept(its(s, c.quote)));
    door("Quotes.accept late", s -> s.quotes().accept(its(s, c.expired)));
    door("Quotes.revise", s -> s.quotes().revise(its(s, c.quote)));
    door("Quotes.revise old", s -> s.quotes().revise(its(s, c.revised)));
    door("Quotes.decline", s -> s.quotes().decline(its(s, c.quote), "no"));
    door("Quotes.delete", s -> s.quotes().delete(its(s, c.sent)));
    door("Quotes.update", s -> s.quotes().update(its(s, c.sent), d -> d.set(Quote.TITLE, "no")));
    door("Orders.edit", s -> s.orders().edit(its(s, c.order), e -> {}));
    door("Orders.confirm", s -> s.orders().confirm(its(s, c.order)));
    door("Orders.shipAll", s -> s.orders().shipAll(its(s, c.drafted), d -> {}));
    door("Orders.takeBack", s -> s.orders().takeBack(its(s, c.drafted), "no", List.of()));
    door("Orders.close", s -> s.orders().close(its(s, c.drafted)));
    door("Orders.delete", s -> s.orders().delete(its(s, c.order)));
    door("Orders.from", s -> s.orders().from(its(s, c.sent)));
    door("Orders.from again", s -> s.orders().from(its(s, c.ordered)));
    door(
        "Orders.ship",
        s -> s.orders().ship(its(s, c.order), d -> {}, List.of(HostUpdate.Item.of(1, "99"))));
    door(
        "Orders.takeBack more",
        s -> s.orders().takeBack(its(s, c.order), "no", List.of(HostUpdate.Item.of(1, "99"))));
    door("SalesPipeline.advance", s -> s.pipeline().advance(its(s, c.won), "qualification"));
    door("SalesPipeline.moveTo", s -> s.pipeline().moveTo(its(s, c.deal), "nowhere", "no"));
    door("SalesPipeline.win", s -> s.pipeline().win(its(s, c.won), "no"));
    door("SalesPipeline.reopen", s -> s.pipeline().reopen(its(s, c.deal), "qualification", "no"));
    door("ServiceDesk.start", s -> s.service().start(its(s, c.its)));
    door("ServiceDesk.resolve", s -> s.service().resolve(its(s, c.its), "no"));
    door("ServiceDesk.reopen", s -> s.service().reopen(its(s, c.other), "no"));
    door("ServiceDesk.unmerge", s -> s.service().unmerge(its(s, c.other)));
    door("ServiceDesk.merge", s -> s.service().merge(its(s, c.other), its(s, c.its)));
    door("ServiceDesk.dispatch", s -> s.service().dispatch(its(s, c.other)));
    door("Activities.reopen", s -> s.activities().reopen(its(s, c.task)));
    door(
        "Catalog.requireOffered",
        s -> {
          s.catalog().requireOffered(its(s, c.retired));
          return null;
        });
    door(
        "Quotes.edit retired",
        s -> s.quotes().edit(its(s, c.quote), e -> e.line(its(s, c.retired), "2")));
    door(
        "Customers.relate",
        s -> s.customers().relate(its(s, c.acme), "nothing", its(s, c.holding), TODAY, r -> {}));
    door(
        "Organization.move",
        s -> s.organization().move(its(s, c.germany), its(s, c.germany), TODAY, null));
    door("Organization.create", s -> s.organization().create(Fixtures.aUser("chief")));
  }
}
