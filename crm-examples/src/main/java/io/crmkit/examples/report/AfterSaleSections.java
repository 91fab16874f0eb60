package io.crmkit.examples.report;

import io.crmkit.examples.report.AfterSale.AgentTally;
import io.crmkit.examples.report.AfterSale.CaseTally;
import io.crmkit.examples.report.AfterSale.Escalated;
import io.crmkit.examples.report.AfterSale.Happening;
import io.crmkit.examples.report.AfterSale.OrderTally;
import io.crmkit.examples.report.AfterSale.Promise;
import io.crmkit.examples.report.AfterSale.QuoteRevision;
import io.crmkit.examples.report.AfterSale.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sections of the console report about orders, quotes, cases and customers. */
final class AfterSaleSections {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Page page;
  private final PipelineFigures figures;
  private final AfterSale afterSale;

  AfterSaleSections(Page page, PipelineFigures figures) {
    this.page = page;
    this.figures = figures;
    this.afterSale = figures.afterSale();
  }

  void print() {
    page.title("ORDERS AND SERVICE", "two weeks later · amounts in whole " + figures.currency());
    if (!afterSale.orders().isEmpty()) {
      orders();
    }
    if (!afterSale.quote().isEmpty()) {
      quote();
    }
    if (!afterSale.cases().isEmpty()) {
      cases();
      promises();
      agents();
      escalations();
      story();
    }
    views();
  }

  private void orders() {
    page.section("ORDERS BY STATE");
    TextTable table = page.table("State", "Orders", "Amount", "Shipped", "Open", "Cancelled");
    BigDecimal most =
        afterSale.orders().stream()
            .map(OrderTally::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    for (OrderTally state : afterSale.orders()) {
      table.bar(Ranking.share(state.amount(), most), cells(state));
    }
    OrderTally all = afterSale.allOrders();
    table.row(cells(all));
    page.print(table);
    page.remark(
        Amounts.grouped(all.amount())
            + " ordered of "
            + Amounts.grouped(figures.won().amount())
            + " won; of it "
            + Amounts.grouped(draft(all))
            + " not confirmed yet");
    page.remark(
        orders(afterSale.returned().count())
            + " worth "
            + Amounts.grouped(afterSale.returned().amount())
            + " came back");
  }

  static String orders(long count) {
    return Amounts.grouped(count) + (count == 1 ? " order" : " orders");
  }

  /** What of the amount is neither shipped nor open nor cancelled. */
  static BigDecimal draft(OrderTally all) {
    return all.amount().subtract(all.shipped()).subtract(all.open()).subtract(all.cancelled());
  }

  private static String[] cells(OrderTally state) {
    return new String[] {
      state.state(),
      Amounts.grouped(state.count()),
      Amounts.grouped(state.amount()),
      Amounts.grouped(state.shipped()),
      Amounts.grouped(state.open()),
      Amounts.grouped(state.cancelled())
    };
  }

  private void quote() {
    page.section("QUOTE");
    TextTable table = page.table("Number", "State", "Net", "With tax");
    for (QuoteRevision revision : afterSale.quote()) {
      table.row(
          revision.number(),
          revision.state(),
          Amounts.grouped(revision.net()),
          Amounts.grouped(revision.total()));
    }
    page.print(table);
    page.wrapped(2, about(afterSale.quote().get(0)));
  }

  /** What a quote is for, and for whom. */
  static String about(QuoteRevision quote) {
    return quote.title().contains(quote.customer())
        ? quote.title()
        : quote.title() + " for " + quote.customer();
  }

  private void cases() {
    page.section("CASES BY PRIORITY AND STATE");
    List<String> headers = new ArrayList<>();
    headers.add("Priority");
    headers.add("Cases");
    headers.addAll(afterSale.caseStates());
    TextTable table = page.table(headers.toArray(new String[0]));
    long all = afterSale.allCases().count();
    for (CaseTally tally : afterSale.cases()) {
      table.bar((double) tally.count() / all, cells(tally));
    }
    table.row(cells(afterSale.allCases()));
    page.print(table);
    List<String> channels = new ArrayList<>();
    afterSale
        .channels()
        .forEach(
            (channel, count) -> channels.add(count + " by " + channel.toLowerCase(Locale.ROOT)));
    page.remark("came in: " + String.join(", ", channels));
  }

  private static String[] cells(CaseTally tally) {
    List<String> cells = new ArrayList<>();
    cells.add(tally.priority());
    cells.add(Amounts.grouped(tally.count()));
    tally.byState().forEach(count -> cells.add(count == 0 ? Amounts.NONE : Amounts.grouped(count)));
    return cells.toArray(new String[0]);
  }

  private void promises() {
    page.section("PROMISES OF THE SERVICE LEVEL");
    TextTable table = page.table("Promise", "Met", "Breached", "Running", "Kept");
    for (Promise promise : afterSale.promises()) {
      table.bar(
          promise.share(),
          promise.name(),
          Amounts.grouped(promise.met()),
          Amounts.grouped(promise.breached()),
          Amounts.grouped(promise.running()),
          Amounts.percent(promise.share()));
    }
    page.print(table);
  }

  private void agents() {
    page.section("SERVICE DESK");
    TextTable table = page.table("Agent", "Cases", "Done", "Late");
    long most = afterSale.agents().stream().mapToLong(AgentTally::cases).max().orElse(1);
    for (AgentTally agent : afterSale.agents()) {
      table.bar(
          (double) agent.cases() / most,
          agent.name(),
          Amounts.grouped(agent.cases()),
          Amounts.grouped(agent.done()),
          Amounts.grouped(agent.late()));
    }
    page.print(table);
  }

  private void escalations() {
    page.section("ESCALATIONS");
    List<Escalated> all = afterSale.escalations();
    for (Escalated each : all.subList(0, Math.min(page.top, all.size()))) {
      page.entry(
          moment(each.at()) + "  " + each.number() + "  " + each.subject(),
          each.reason() + " → " + each.outcome());
    }
    page.more(Math.max(0, all.size() - page.top), "escalations");
  }

  private void story() {
    page.section("STORY OF A CUSTOMER");
    page.wrapped(2, afterSale.storyOf());
    for (Happening each : afterSale.story()) {
      page.dated(moment(each.at()), each.what(), each.text());
    }
  }

  private void views() {
    page.section("WHO SEES WHAT");
    TextTable table = page.table("As seen by", "Deals", "Orders", "Cases");
    for (View view : afterSale.views()) {
      table.row(
          view.name() + " (" + view.role() + ")",
          Amounts.grouped(view.deals()),
          Amounts.grouped(view.orders()),
          Amounts.grouped(view.cases()));
    }
    page.print(table);
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }
}
