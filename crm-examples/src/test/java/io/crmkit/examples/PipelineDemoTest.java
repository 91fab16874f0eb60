package io.crmkit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmkit.examples.report.ConsoleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineDemoTest {
  /** The lines of the sample that its read-me says must be rejected. */
  private static final Set<Integer> REJECTED =
      Set.of(10, 53, 15, 194, 336, 31, 37, 34, 120, 138, 46, 272, 375, 68, 346, 102, 315, 106, 305);

  private static final Map<String, String> ALIASES =
      Map.of("GTXPro", "GTX Pro", "FlowGuard-Pro", "FlowGuard Pro");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    PipelineDemo demo =
        new PipelineDemo(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            ConsoleReport.standard());
    return demo.run(args);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path html() {
    return folder.resolve("report.html");
  }

  private JsonNode figuresOf(String... args) throws IOException {
    Path json = folder.resolve("figures.json");
    String[] all = new String[args.length + 4];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(
        new String[] {"--json", json.toString(), "--html", html().toString()},
        0,
        all,
        args.length,
        4);
    assertEquals(0, run(all), this::complained);
    return JsonMapper.builder().build().readTree(json.toFile());
  }

  private static Map<String, String> map(JsonNode node, Function<JsonNode, String> value) {
    Map<String, String> map = new TreeMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return map;
  }

  private static Map<String, String> tallies(JsonNode node) {
    return map(
        node,
        tally -> {
          assertTrue(tally.get("count").isIntegralNumber() && tally.get("amount").isTextual());
          return tally.get("count").asLong() + "/" + tally.get("amount").asText();
        });
  }

  private static Map<String, String> files(JsonNode figures) {
    return map(
        figures.get("files"),
        file ->
            file.get("rows_read")
                + " "
                + file.get("imported")
                + " "
                + file.get("repaired")
                + " "
                + file.get("rejected"));
  }

  private static void assertSame(PlainCount expected, JsonNode figures) {
    assertEquals(expected.byStage(), tallies(figures.get("by_stage")));
    assertEquals(expected.wonByQuarter(), tallies(figures.get("won_by_quarter")));
    assertEquals(expected.wonByRegion(), tallies(figures.get("won_by_region")));
    assertEquals(expected.wonByManager(), tallies(figures.get("won_by_manager")));
    assertEquals(expected.wonByAgent(), tallies(figures.get("won_by_agent")));
    assertEquals(expected.wonByProduct(), tallies(figures.get("won_by_product")));
    assertEquals(expected.wonByAccount(), tallies(figures.get("won_by_account")));
    assertEquals(
        expected.winRateByAgent(),
        map(figures.get("agent_win_rate"), rate -> rate.get("won") + "/" + rate.get("closed")));
    for (JsonNode rate : figures.get("agent_win_rate")) {
      double exact = rate.get("won").doubleValue() / rate.get("closed").doubleValue();
      assertEquals(exact, rate.get("rate").doubleValue(), 1e-12);
    }
    assertEquals(expected.winRate(), figures.get("win_rate").doubleValue(), 1e-12);
    JsonNode days = figures.get("days_to_close");
    assertEquals(expected.daysToClose(Set.of("Won")), days.get("won").doubleValue(), 1e-9);
    assertEquals(expected.daysToClose(Set.of("Lost")), days.get("lost").doubleValue(), 1e-9);
    assertEquals(expected.daysToClose(Set.of("Won", "Lost")), days.get("all").doubleValue(), 1e-9);
  }

  @Test
  void countsTheSampleAsItsReadMeDoes() throws IOException {
    JsonNode figures = figuresOf();
    assertEquals(
        Map.of(
            "accounts.csv", "42 42 2 0",
            "products.csv", "8 8 0 0",
            "sales_teams.csv", "12 12 0 0",
            "sales_pipeline.csv", "438 419 16 19"),
        files(figures));
    assertEquals(
        Map.of(
            "Prospecting", "28/0",
            "Engaging", "43/0",
            "Won", "215/2505620",
            "Lost", "133/0"),
        tallies(figures.get("by_stage")));
    assertSame(PlainCount.ofTheSample(ALIASES, REJECTED), figures);
  }

  @Test
  void writesTheSameKeysWhateverTheData() throws IOException {
    JsonNode figures = figuresOf();
    assertEquals(
        List.of(
            "files",
            "by_stage",
            "win_rate",
            "won_by_quarter",
            "won_by_region",
            "won_by_manager",
            "won_by_agent",
            "won_by_product",
            "won_by_account",
            "agent_win_rate",
            "days_to_close",
            "orders",
            "cases"),
        names(figures));
    assertEquals(List.of("won", "lost", "all"), names(figures.get("days_to_close")));
    assertEquals(List.of("Prospecting", "Engaging", "Won", "Lost"), names(figures.get("by_stage")));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void makesAnOrderOfEveryWonDealAndLosesNoAmount() throws IOException {
    JsonNode figures = figuresOf();
    JsonNode orders = figures.get("orders");
    JsonNode won = figures.get("by_stage").get("Won");
    assertEquals(won.get("count").asLong(), orders.get("count").asLong());
    assertEquals(won.get("amount").asText(), orders.get("amount").asText());
    assertEquals(
        List.of("Draft", "Confirmed", "Partly shipped", "Shipped", "Closed", "Cancelled"),
        names(orders.get("by_state")));
    assertConserved(orders);
    assertTrue(amount(orders, "returned").signum() > 0);
  }

  private static void assertConserved(JsonNode orders) {
    long count = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode state : orders.get("by_state")) {
      count += state.get("count").asLong();
      sum = sum.add(amount(state, "amount"));
    }
    assertEquals(orders.get("count").asLong(), count);
    assertEquals(0, amount(orders, "amount").compareTo(sum));
    BigDecimal parts =
        amount(orders, "shipped")
            .add(amount(orders, "open"))
            .add(amount(orders, "cancelled"))
            .add(amount(orders.get("by_state").get("Draft"), "amount"));
    assertEquals(0, parts.compareTo(sum));
  }

  private static BigDecimal amount(JsonNode node, String name) {
    return new BigDecimal(node.get(name).asText());
  }

  @Test
  void answersCasesInTimeAndLateAndEscalatesTheLateOnes() throws IOException {
    JsonNode cases = figuresOf().get("cases");
    assertEquals(40, cases.get("count").asLong());
    assertEquals(40, sum(cases.get("by_state")));
    assertEquals(40, sum(cases.get("by_priority")));
    for (JsonNode promise : cases.get("promises")) {
      assertEquals(40, sum(promise));
      assertTrue(promise.get("met").asLong() > promise.get("breached").asLong());
    }
    long late = cases.at("/promises/First answer/breached").asLong();
    assertTrue(late > 0);
    assertTrue(cases.get("escalations").asLong() >= 2 * late, "each late one climbs two rungs");
    assertTrue(printed().contains("100 % of the time to answer → priority raised, Hanna Keller"));
    assertTrue(printed().contains("100 % of the time to resolve → Hanna Keller takes over"));
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  @Test
  void showsEverybodyWhatTheirRoleLetsThemSee() {
    assertEquals(0, run("--html", html().toString()));
    assertHas("  Amara Okafor (seller: own deals)               54      29      0\n");
    assertHas("  Helen Brandt (sales manager: the region's)    188      93      0\n");
    assertHas("  Administrator (everything)                    419     215     40\n");
  }

  private void assertHas(String text) {
    assertTrue(printed().contains(text), this::printed);
  }

  @Test
  void printsTheRevisedQuoteBesideTheReport() throws IOException {
    assertEquals(0, run("--html", html().toString()));
    Path quote = folder.resolve("report-quote.html");
    assertHas("Quote: " + quote.toAbsolutePath() + "\n");
    String page = Files.readString(quote);
    assertTrue(page.contains("Q-2026-00001-R2"), page);
    assertTrue(page.contains("126,960.00"), page);
  }

  @Test
  void tellsOfOrdersAndCasesInTheHtmlReport() throws IOException {
    assertEquals(0, run("--html", html().toString()));
    String page = Files.readString(html());
    for (String title : List.of("Orders by state", "Ordered amount", "Cases by priority")) {
      assertEquals(2, page.split("<title>" + title + "</title>", -1).length - 1, title);
    }
    assertTrue(page.contains("€2,505,620 ordered of €2,505,620 won"), page);
    assertTrue(page.contains("<h2>The story of "), page);
  }

  @Test
  void tellsOfEveryRowThatWasRejectedOrRepaired() {
    assertEquals(0, run("--html", html().toString()));
    for (int line : REJECTED) {
      assertTrue(printed().contains("  sales_pipeline.csv, line " + line + "\n"), printed());
    }
    assertTrue(printed().contains("correct it, perhaps to \"Lukas Brenner\""), printed());
    assertTrue(printed().contains("the deal is closed before it is engaged on 2025-03-31"));
    assertTrue(printed().contains("  accounts.csv: sector written wrongly, 2 rows\n"));
    assertTrue(printed().contains("  sales_pipeline.csv: product written wrongly, 9 rows\n"));
    assertTrue(printed().contains("  sales_pipeline.csv: deal without account, 7 rows\n"));
    assertTrue(printed().indexOf("REJECTED ROWS") < printed().indexOf("SALES PIPELINE"));
    assertEquals("", complained());
  }

  @Test
  void saysWhereTheReportIs() throws IOException {
    figuresOf();
    assertTrue(printed().endsWith("Report: " + html().toAbsolutePath() + "\n"), printed());
    assertTrue(printed().contains("Figures: " + folder.resolve("figures.json")), printed());
    assertTrue(Files.readString(html()).contains("2,505,620"));
    assertFalse(Files.readString(html()).contains("<script src"));
  }

  @Test
  void readsTheFilesOfAFolder() throws IOException {
    Files.writeString(
        folder.resolve("accounts.csv"),
        """
        account,sector,year_established,revenue,employees,office_location,subsidiary_of
        Little One,software,1999,1.5,12,Germany,Big One
        Big One,software,1980,900,9000,Germany,
        """);
    Files.writeString(folder.resolve("products.csv"), "product,series,sales_price\nLamp,L,10\n");
    Files.writeString(
        folder.resolve("sales_teams.csv"),
        """
        sales_agent,manager,regional_office
        Ann Boss,,North
        Bob Seller,Ann Boss,North
        """);
    Files.writeString(
        folder.resolve("sales_pipeline.csv"),
        """
        opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
        A,Bob Seller,Lamp,Little One,Won,2026-01-01,2026-01-11,12.50
        B,Ann Boss,Lamp,Big One,Prospecting,,,
        C,Bob Seller,Lamp,,Prospecting,2026-01-01,,
        """);
    JsonNode figures = figuresOf("--data", folder.toString(), "--currency", "CHF");
    assertEquals("2 2 0 0", files(figures).get("accounts.csv"));
    assertEquals("3 2 0 1", files(figures).get("sales_pipeline.csv"));
    assertEquals(Map.of("Ann Boss", "1/12.5"), tallies(figures.get("won_by_manager")));
    assertEquals(10, figures.get("days_to_close").get("won").doubleValue());
    assertTrue(figures.get("days_to_close").get("lost").isNull());
    assertTrue(printed().contains("amounts in whole CHF"), printed());
    assertTrue(printed().contains("the deal is not engaged yet"), printed());
  }

  @Test
  void showsWhatADatabaseHoldsWithoutImportingItAgain() throws IOException {
    JsonNode inMemory = figuresOf();
    String file = "h2:" + folder.resolve("crm");
    JsonNode imported = figuresOf("--store", file);
    assertEquals(inMemory, imported);
    String act = secondAct();
    out.reset();
    ObjectNode shown = (ObjectNode) figuresOf("--store", file);
    assertTrue(printed().contains("nothing is imported"), this::printed);
    assertTrue(shown.get("files").isEmpty());
    shown.set("files", inMemory.get("files"));
    assertEquals(inMemory, shown);
    assertEquals(act, secondAct());
  }

  private String secondAct() {
    return printed().substring(printed().lastIndexOf("ORDERS AND SERVICE"));
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() {
    assertEquals(2, run("--jsn", "x"));
    assertTrue(complained().startsWith("Unknown argument: --jsn\n"), complained());
    assertTrue(complained().contains("--json FILE"), complained());
    assertEquals("", printed());
    assertEquals(2, run("--json"));
    assertTrue(complained().contains("--json needs a value"), complained());
    assertEquals(2, run("--data", "--json"));
    assertTrue(complained().contains("--data needs a value"), complained());
    assertEquals(2, run("--data", folder.resolve("nowhere").toString()));
    assertTrue(complained().contains("there is no folder " + folder.resolve("nowhere")));
    assertEquals(2, run("--data", folder.toString(), "--currency", "EURO"));
    assertTrue(complained().contains("EURO is no ISO 4217 code"), complained());
    assertEquals(2, run("--currency", "EUR"));
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertEquals(1, run("--data", folder.toString(), "--html", html().toString()));
    assertEquals("There is no file " + folder.resolve("accounts.csv") + "\n", complained());
    assertFalse(Files.exists(html()));
  }

  @Test
  void helps() {
    assertEquals(0, run("--help"));
    assertTrue(printed().contains("--data DIR"), printed());
  }

  @Test
  void digestsRealData() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("crm-examples")) ? here : here.getParent();
    Path data = root.resolveSibling("shared").resolve("data").resolve("pipeline");
    assumeTrue(
        Files.exists(data), () -> "skipped: real data ../shared/data/pipeline is not present");
    JsonNode figures = figuresOf("--data", data.toString());
    assertEquals(
        Map.of(
            "accounts.csv", "85 85 13 0",
            "products.csv", "7 7 0 0",
            "sales_teams.csv", "35 35 0 0",
            "sales_pipeline.csv", "8800 8800 2683 0"),
        files(figures));
    assertEquals(
        Map.of(
            "Prospecting", "500/0",
            "Engaging", "1589/0",
            "Won", "4238/10005534",
            "Lost", "2473/0"),
        tallies(figures.get("by_stage")));
    assertSame(PlainCount.in(data, ALIASES), figures);
    assertEquals(4238, figures.at("/orders/count").asLong());
    assertEquals("10005534", figures.at("/orders/amount").asText());
    assertConserved(figures.get("orders"));
  }
}
