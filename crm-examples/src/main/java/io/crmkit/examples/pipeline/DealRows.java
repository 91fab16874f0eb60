package io.crmkit.examples.pipeline;

import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.Cell;
import io.crmkit.exchange.CsvImport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.ImportRow;
import io.crmkit.exchange.Repair;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import io.crmkit.sales.StageTrail;
import io.crmkit.sales.Stages;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of {@code sales_pipeline.csv}: deals, with the stages they have passed. The days of
 * engaging and closing become facts of the history, at the beginning of the day in UTC, so that
 * time in stage is told by the history. Of the first stage no day is known.
 */
final class DealRows {
  private final Map<String, User> sellers;
  private final Map<String, Product> products;
  private final Map<String, Customer> accounts;
  private final String currency;
  private final Map<String, Stage> stages = new HashMap<>();

  DealRows(
      Map<String, User> sellers,
      Map<String, Product> products,
      Map<String, Customer> accounts,
      String currency) {
    this.sellers = sellers;
    this.products = products;
    this.accounts = accounts;
    this.currency = currency;
  }

  ImportReport run(CsvImport file, Workspace space, Pipeline pipeline) throws IOException {
    Stages all = new SalesPipeline(space).stages(pipeline.ref());
    all.all().forEach(stage -> stages.put(stage.require(Stage.NAME), stage));
    return file.columns("sales_agent", "deal_stage", "engage_date", "close_date", "close_value")
        .repair("product", "product written wrongly", Repair.alias(DemoRules.PRODUCTS))
        .repair("account", "deal without account", Repair.whenBlank(DemoRules.NO_ACCOUNT))
        .key("opportunity_id")
        .fills("opportunity_id", Opportunity.EXTERNAL_ID)
        .fills("close_value", Opportunity.AMOUNT)
        .run(space, (work, row) -> row(work, row, pipeline));
  }

  private void row(Workspace work, ImportRow row, Pipeline pipeline) {
    Cell<String> id = row.text("opportunity_id").required();
    Cell<User> seller = row.oneOf("sales_agent", sellers, "seller").required();
    Cell<Product> product = row.oneOf("product", products, "product").required();
    Cell<Customer> account = row.oneOf("account", accounts, "account").required();
    Cell<Money> value = row.money("close_value", currency);
    StageTrail trail = trail(row);
    row.check();
    new SalesPipeline(work)
        .record(
            account.value(),
            pipeline,
            trail,
            null,
            deal ->
                deal.set(Opportunity.EXTERNAL_ID, id.value())
                    .set(Opportunity.TITLE, title(product.value(), account.value()))
                    .set(Opportunity.OWNER, seller.value())
                    .set(Opportunity.PRODUCT, product.value())
                    .setOrClear(Opportunity.AMOUNT, value.orNull()));
  }

  private static String title(Product product, Customer account) {
    String what = product.require(Product.NAME);
    String who = account.require(Customer.NAME);
    return who.equals(DemoRules.NO_ACCOUNT) ? what : what + " for " + who;
  }

  /** The way of a deal as far as the row tells it; checks that the dates fit the stage. */
  private StageTrail trail(ImportRow row) {
    Cell<Stage> stage = row.oneOf("deal_stage", stages, "stage").required();
    Cell<LocalDate> engaged = row.date("engage_date");
    Cell<LocalDate> closed = row.date("close_date");
    Stage now = stage.value();
    String code = now.require(Stage.CODE);
    if (now.require(Stage.CATEGORY) == StageCategory.OPEN) {
      refuse(row, closed, "close_date", "the deal is still open");
      if (code.equals(DemoRules.PROSPECTING)) {
        refuse(row, engaged, "engage_date", "the deal is not engaged yet");
        return StageTrail.in(code);
      }
      return StageTrail.in(code, start(engaged.value()));
    }
    engaged.required();
    closed.required();
    if (closed.value().isBefore(engaged.value())) {
      row.reject(
          "close_date",
          "the deal is closed before it is engaged on " + engaged.value(),
          "correct one of the two dates");
    }
    return StageTrail.in(DemoRules.ENGAGING, start(engaged.value()))
        .then(code, start(closed.value()));
  }

  private static void refuse(ImportRow row, Cell<LocalDate> cell, String column, String because) {
    if (!cell.isBlank()) {
      row.reject(
          column, "there is a date, but " + because, "remove the date, or correct the stage");
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
