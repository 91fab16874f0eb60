package io.crmkit.examples.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmkit.examples.report.AfterSale.CaseTally;
import io.crmkit.examples.report.AfterSale.OrderTally;
import io.crmkit.examples.report.AfterSale.Promise;
import io.crmkit.examples.report.PipelineFigures.FileImport;
import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Writes figures as JSON. Amounts are decimal numbers in strings, without exponent and trailing
 * zeros ({@code "1054"}); rates are numbers from 0 to 1; days are numbers; what is absent is {@code
 * null}. The order of the keys is that of the figures.
 */
public final class JsonReport {
  private static final ObjectWriter WRITER = writer();

  private JsonReport() {}

  private static ObjectWriter writer() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    return JsonMapper.builder().build().writer(printer);
  }

  /** Returns the report as JSON text, ending in a line feed. */
  public static String text(PipelineFigures figures) {
    try {
      return WRITER.writeValueAsString(tree(figures)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values could not be written.", e);
    }
  }

  /**
   * Writes the report into a file in UTF-8, replacing one that is there.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(PipelineFigures figures, Path file) throws IOException {
    Files.writeString(file, text(figures));
  }

  private static ObjectNode tree(PipelineFigures figures) {
    ObjectNode tree = object();
    ObjectNode files = tree.putObject("files");
    for (FileImport file : figures.imports().files()) {
      files
          .putObject(file.file())
          .put("rows_read", file.rowsRead())
          .put("imported", file.imported())
          .put("repaired", file.repaired())
          .put("rejected", file.rejected());
    }
    tree.set("by_stage", tallies(figures.byStage()));
    put(tree, "win_rate", figures.winRate().rate());
    tree.set("won_by_quarter", tallies(figures.wonByQuarter()));
    tree.set("won_by_region", tallies(figures.wonByRegion()));
    tree.set("won_by_manager", tallies(figures.wonByManager()));
    tree.set("won_by_agent", tallies(figures.wonByAgent()));
    tree.set("won_by_product", tallies(figures.wonByProduct()));
    tree.set("won_by_account", tallies(figures.wonByAccount()));
    ObjectNode sellers = tree.putObject("agent_win_rate");
    figures.agentWinRate().forEach((seller, rate) -> sellers.set(seller, winRate(rate)));
    ObjectNode days = tree.putObject("days_to_close");
    put(days, "won", figures.daysToClose().won());
    put(days, "lost", figures.daysToClose().lost());
    put(days, "all", figures.daysToClose().all());
    tree.set("orders", orders(figures.afterSale()));
    tree.set("cases", cases(figures.afterSale()));
    return tree;
  }

  private static ObjectNode orders(AfterSale afterSale) {
    OrderTally all = afterSale.allOrders();
    ObjectNode orders =
        object().put("count", all.count()).put("amount", Amounts.plain(all.amount()));
    ObjectNode states = orders.putObject("by_state");
    for (OrderTally state : afterSale.orders()) {
      states
          .putObject(state.state())
          .put("count", state.count())
          .put("amount", Amounts.plain(state.amount()));
    }
    return orders
        .put("shipped", Amounts.plain(all.shipped()))
        .put("open", Amounts.plain(all.open()))
        .put("cancelled", Amounts.plain(all.cancelled()))
        .put("returned", Amounts.plain(afterSale.returned().amount()));
  }

  private static ObjectNode cases(AfterSale afterSale) {
    CaseTally all = afterSale.allCases();
    ObjectNode cases = object().put("count", all.count());
    ObjectNode states = cases.putObject("by_state");
    for (int i = 0; i < afterSale.caseStates().size(); i++) {
      states.put(afterSale.caseStates().get(i), all.byState().get(i));
    }
    ObjectNode priorities = cases.putObject("by_priority");
    afterSale.cases().forEach(tally -> priorities.put(tally.priority(), tally.count()));
    ObjectNode promises = cases.putObject("promises");
    for (Promise promise : afterSale.promises()) {
      promises
          .putObject(promise.name())
          .put("met", promise.met())
          .put("breached", promise.breached())
          .put("running", promise.running());
    }
    return cases.put("escalations", afterSale.escalations().size());
  }

  private static ObjectNode tallies(Map<String, Tally> tallies) {
    ObjectNode node = object();
    tallies.forEach(
        (name, tally) ->
            node.putObject(name)
                .put("count", tally.count())
                .put("amount", Amounts.plain(tally.amount())));
    return node;
  }

  private static ObjectNode winRate(WinRate rate) {
    ObjectNode node = object().put("won", rate.won()).put("closed", rate.closed());
    put(node, "rate", rate.rate());
    return node;
  }

  private static void put(ObjectNode node, String name, OptionalDouble number) {
    if (number.isPresent()) {
      node.put(name, number.getAsDouble());
    } else {
      node.putNull(name);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
