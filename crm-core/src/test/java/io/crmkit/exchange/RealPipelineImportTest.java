package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.Organization;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.sales.StageTrail;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pipeline of a real sales team, with the faults it came with. */
@AnyStore
class RealPipelineImportTest {
  private static final String NOBODY = "(unknown account)";

  private final Map<String, Ref<User>> agents = new HashMap<>();
  private final Map<String, Product> products = new HashMap<>();
  private final Map<String, Customer> accounts = new HashMap<>();

  @Test
  void every_row_of_a_real_pipeline_is_accounted_for() throws IOException {
    Path folder = RealData.path("pipeline");
    try (Crm crm = Fixtures.aCrm().open()) {
      Session ada = crm.as("ada");
      ImportReport agentsReport = importAgents(ada, folder.resolve("sales_teams.csv"));
      ImportReport productsReport = importProducts(ada, folder.resolve("products.csv"));
      ImportReport accountsReport = importAccounts(ada, folder.resolve("accounts.csv"));
      List<ImportProgress> progress = new ArrayList<>();
      ImportReport deals =
          importDeals(
              ada, CsvImport.of(folder.resolve("sales_pipeline.csv")).progress(progress::add));
      assertEquals(35, agentsReport.imported());
      assertEquals(7, productsReport.imported());
      assertEquals(85, accountsReport.imported());
      assertEquals(8800, deals.rowsRead());
      assertEquals(8800, deals.imported());
      assertEquals(0, deals.rejected());
      assertTrue(deals.isComplete());
      assertEquals(1480, deals.repairs().get("product alias").count());
      assertEquals(1425, deals.repairs().get("no account").count());
      assertTrue(deals.repaired() <= deals.imported());
      assertEquals(8800, ada.opportunities().query().count());
      ImportProgress last = progress.get(progress.size() - 1);
      assertEquals(8800, last.rowsRead());
      assertEquals(last.bytesTotal(), last.bytesRead());
    }
  }

  private ImportReport importAgents(Session ada, Path file) throws IOException {
    Map<String, Ref<User>> managers = new HashMap<>();
    return CsvImport.of(file)
        .columns("sales_agent", "manager", "regional_office")
        .key("sales_agent")
        .run(
            ada.workspace(),
            (work, row) -> {
              Cell<String> name = row.text("sales_agent").required();
              User made =
                  new Organization(work)
                      .create(
                          u ->
                              u.set(User.USERNAME, name.value()).set(User.FULL_NAME, name.value()));
              row.whenImported(() -> agents.put(name.value(), made.ref()));
            });
  }

  private ImportReport importProducts(Session ada, Path file) throws IOException {
    return CsvImport.of(file)
        .columns("product", "series", "sales_price")
        .run(
            ada.workspace(),
            (work, row) -> {
              Cell<String> name = row.text("product").required();
              Cell<String> series = row.text("series");
              Cell<Money> price = row.money("sales_price", "USD");
              Product made =
                  new Catalog(work)
                      .create(
                          p ->
                              p.set(Product.NAME, name.value())
                                  .setOrClear(Product.FAMILY, series.orNull())
                                  .setOrClear(Product.LIST_PRICE, price.orNull()));
              row.whenImported(() -> products.put(name.value(), made));
            });
  }

  private ImportReport importAccounts(Session ada, Path file) throws IOException {
    ImportReport report =
        CsvImport.of(file)
            .key("account")
            .run(
                ada.workspace(),
                (work, row) -> {
                  Cell<String> name = row.text("account").required();
                  Cell<Long> founded = row.integer("year_established");
                  Cell<Long> employees = row.integer("employees");
                  Cell<Customer> parent = row.oneOf("subsidiary_of", accounts, "account").orLater();
                  Customer made =
                      new Customers(work)
                          .create(
                              c ->
                                  c.set(Customer.NAME, name.value())
                                      .setOrClear(Customer.FOUNDED, founded.orNull())
                                      .setOrClear(Customer.EMPLOYEES, employees.orNull())
                                      .setOrClear(
                                          Customer.PARENT,
                                          parent.isBlank() ? null : parent.value().ref()));
                  row.whenImported(() -> accounts.put(name.value(), made));
                });
    accounts.put(NOBODY, ada.customers().create(c -> c.set(Customer.NAME, NOBODY)));
    return report;
  }

  private ImportReport importDeals(Session ada, CsvImport file) throws IOException {
    Pipeline pipeline =
        ada.pipeline()
            .define(
                "b2b",
                p ->
                    p.open("Prospecting", "Prospecting", "0.2")
                        .open("Engaging", "Engaging", "0.5")
                        .won("Won", "Won")
                        .lost("Lost", "Lost"));
    return file.columns("opportunity_id", "sales_agent", "deal_stage", "engage_date", "close_date")
        .repair("product", "product alias", Repair.alias(Map.of("GTXPro", "GTX Pro")))
        .repair("account", "no account", Repair.whenBlank(NOBODY))
        .key("opportunity_id")
        .run(
            ada.workspace(),
            (work, row) -> {
              Cell<String> id = row.text("opportunity_id").required();
              Cell<Customer> account = row.oneOf("account", accounts, "account").required();
              Cell<Product> product = row.oneOf("product", products, "product").required();
              Cell<Ref<User>> agent = row.oneOf("sales_agent", agents, "sales agent").required();
              Cell<String> stage = row.text("deal_stage").required();
              Cell<LocalDate> engaged = row.date("engage_date");
              Cell<LocalDate> closed = row.date("close_date");
              Cell<Money> amount = row.money("close_value", "USD");
              new SalesPipeline(work)
                  .record(
                      account.value(),
                      pipeline,
                      trail(stage.value(), engaged.orNull(), closed.orNull()),
                      null,
                      o ->
                          o.set(Opportunity.TITLE, id.value())
                              .set(Opportunity.EXTERNAL_ID, id.value())
                              .set(Opportunity.PRODUCT, product.value())
                              .set(Opportunity.OWNER, agent.value())
                              .setOrClear(Opportunity.AMOUNT, amount.orNull()));
            });
  }

  private static StageTrail trail(String stage, LocalDate engaged, LocalDate closed) {
    if (engaged == null) {
      return StageTrail.in(stage);
    }
    StageTrail trail = StageTrail.in("Engaging", engaged.atStartOfDay().toInstant(ZoneOffset.UTC));
    return closed == null
        ? trail
        : trail.then(stage, closed.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
