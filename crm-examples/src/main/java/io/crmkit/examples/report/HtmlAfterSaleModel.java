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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the part of the HTML page about orders and service shows. */
final class HtmlAfterSaleModel {
  private static final int MOST_ESCALATIONS = 11;

  private final PipelineFigures figures;
  private final AfterSale afterSale;
  private final String currency;

  HtmlAfterSaleModel(PipelineFigures figures) {
    this.figures = figures;
    this.afterSale = figures.afterSale();
    this.currency = figures.currency();
  }

  Map<String, Object> values() {
    Map<String, Object> model = new HashMap<>();
    model.put("hasOrders", !afterSale.orders().isEmpty());
    model.put("hasCases", !afterSale.cases().isEmpty());
    model.put("hasQuote", !afterSale.quote().isEmpty());
    model.put("any", !afterSale.orders().isEmpty());
    if (!afterSale.orders().isEmpty()) {
      orders(model);
    }
    if (!afterSale.cases().isEmpty()) {
      cases(model);
    }
    if (!afterSale.quote().isEmpty()) {
      quote(model);
    }
    model.put("views", afterSale.views().stream().map(HtmlAfterSaleModel::view).toList());
    return model;
  }

  private void orders(Map<String, Object> model) {
    OrderTally all = afterSale.allOrders();
    model.put("kpis", kpis(all));
    model.put("ordersChart", ReportCharts.orders(afterSale, 710));
    model.put("parts", ReportCharts.parts(all, 320));
    model.put("orderStates", afterSale.orders().stream().map(this::state).toList());
    model.put("orderTotal", state(all));
    model.put(
        "ordersNote",
        exact(all.amount())
            + " ordered of "
            + exact(figures.won().amount())
            + " won; "
            + exact(AfterSaleSections.draft(all))
            + " of it not confirmed yet");
    model.put(
        "returnedNote",
        AfterSaleSections.orders(afterSale.returned().count())
            + " worth "
            + exact(afterSale.returned().amount())
            + " came back");
  }

  private List<Map<String, Object>> kpis(OrderTally all) {
    Promise none = new Promise("", 0, 0, 0);
    Promise answer = afterSale.promises().isEmpty() ? none : afterSale.promises().get(0);
    Promise resolution = afterSale.promises().size() < 2 ? none : afterSale.promises().get(1);
    long cases = afterSale.allCases().count();
    return List.of(
        kpi("Ordered", all.amount(), AfterSaleSections.orders(all.count())),
        kpi("Shipped", all.shipped(), Amounts.brief(all.open(), currency) + " still open"),
        kpi("Answered in time", share(answer), late(answer) + " answered late"),
        kpi("Resolved in time", share(resolution), late(resolution) + " resolved late"),
        kpi(
            "Escalations",
            Amounts.grouped(afterSale.escalations().size()),
            "on " + Amounts.grouped(cases) + (cases == 1 ? " case" : " cases")));
  }

  private Map<String, Object> kpi(String label, BigDecimal amount, String note) {
    return Map.of(
        "label",
        label,
        "value",
        Amounts.brief(amount, currency),
        "exact",
        exact(amount),
        "note",
        note);
  }

  private static Map<String, Object> kpi(String label, String value, String note) {
    return Map.of("label", label, "value", value, "exact", note, "note", note);
  }

  private static String share(Promise promise) {
    return Amounts.percent(promise.share());
  }

  private static String late(Promise promise) {
    return Amounts.grouped(promise.breached());
  }

  private String exact(BigDecimal amount) {
    return Amounts.money(amount, currency);
  }

  private Map<String, Object> state(OrderTally state) {
    return Map.of(
        "state", state.state(),
        "count", Amounts.grouped(state.count()),
        "amount", Amounts.grouped(state.amount()),
        "shipped", Amounts.grouped(state.shipped()),
        "open", Amounts.grouped(state.open()),
        "cancelled", Amounts.grouped(state.cancelled()));
  }

  private void cases(Map<String, Object> model) {
    CaseTally all = afterSale.allCases();
    model.put("casesChart", ReportCharts.cases(afterSale, 614));
    model.put("caseNote", caseNote(all));
    model.put("channelsChart", ReportCharts.channels(afterSale, 420));
    model.put("promises", afterSale.promises().stream().map(HtmlAfterSaleModel::promise).toList());
    model.put("agents", afterSale.agents().stream().map(HtmlAfterSaleModel::agent).toList());
    List<Escalated> escalations = afterSale.escalations();
    int shown = Math.min(MOST_ESCALATIONS, escalations.size());
    model.put(
        "escalations",
        escalations.subList(0, shown).stream().map(HtmlAfterSaleModel::escalated).toList());
    model.put("hasMoreEscalations", escalations.size() > shown);
    model.put("moreEscalations", Amounts.grouped(escalations.size() - shown));
    model.put("storyOf", afterSale.storyOf());
    model.put("story", afterSale.story().stream().map(HtmlAfterSaleModel::happening).toList());
  }

  private String caseNote(CaseTally all) {
    StringBuilder note = new StringBuilder();
    for (int i = 0; i < afterSale.caseStates().size(); i++) {
      if (all.byState().get(i) > 0) {
        note.append(note.length() == 0 ? "" : ", ")
            .append(Amounts.grouped(all.byState().get(i)))
            .append(' ')
            .append(afterSale.caseStates().get(i).toLowerCase(Locale.ROOT));
      }
    }
    return note.toString();
  }

  private static Map<String, Object> promise(Promise promise) {
    return Map.of(
        "name", promise.name(),
        "met", Amounts.grouped(promise.met()),
        "breached", Amounts.grouped(promise.breached()),
        "running", Amounts.grouped(promise.running()),
        "share", Amounts.percent(promise.share()),
        "width", HtmlModel.width(promise.share()));
  }

  private static Map<String, Object> agent(AgentTally agent) {
    return Map.of(
        "name", agent.name(),
        "cases", Amounts.grouped(agent.cases()),
        "done", Amounts.grouped(agent.done()),
        "late", Amounts.grouped(agent.late()),
        "anyLate", agent.late() > 0);
  }

  private static Map<String, Object> escalated(Escalated each) {
    return Map.of(
        "at", AfterSaleSections.moment(each.at()),
        "number", each.number(),
        "subject", each.subject(),
        "priority", each.priority(),
        "reason", each.reason(),
        "outcome", each.outcome());
  }

  private static Map<String, Object> happening(Happening each) {
    return Map.of(
        "at", AfterSaleSections.moment(each.at()),
        "kind", each.what().toLowerCase(Locale.ROOT).replace(' ', '-'),
        "what", each.what(),
        "text", each.text());
  }

  private static Map<String, Object> view(View view) {
    return Map.of(
        "name", view.name(),
        "role", view.role(),
        "deals", Amounts.grouped(view.deals()),
        "orders", Amounts.grouped(view.orders()),
        "cases", Amounts.grouped(view.cases()));
  }

  private void quote(Map<String, Object> model) {
    QuoteRevision first = afterSale.quote().get(0);
    model.put("quoteNote", AfterSaleSections.about(first));
    model.put(
        "quotes",
        afterSale.quote().stream()
            .map(
                each ->
                    Map.of(
                        "number", each.number(),
                        "state", each.state(),
                        "net", Amounts.grouped(each.net()),
                        "total", Amounts.grouped(each.total())))
            .toList());
  }
}
