package io.crmkit.examples;

import io.crmkit.examples.pipeline.PipelineFiles;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.memory.MemoryStore;
import io.crmkit.persistence.SqlStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the demo was asked for on the command line. */
final class DemoOptions {
  static final String USAGE =
      """
      Brings a sales pipeline from CSV files into a CRM, lets orders and cases follow, and reports
      on it.

        --data DIR        the folder with accounts.csv, products.csv, sales_teams.csv and
                          sales_pipeline.csv; without it, the sample data of the demo
        --currency CODE   the currency of the amounts in DIR; USD unless given
        --store WHERE     memory, h2:FILE, jdbc:postgresql://… or jdbc:mariadb://…; memory unless
                          given. What a database holds already is shown, not imported again
        --user NAME       for a database server
        --password WORD   for a database server
        --json FILE       writes the figures to FILE as JSON
        --html FILE       writes the report to FILE; pipeline-report.html unless given. The quote
                          that is made goes beside it, as pipeline-report-quote.html
        --help            prints this and ends
      """;

  private static final String DEFAULT_CURRENCY = "USD";
  private static final String MEMORY = "memory";
  private static final String H2 = "h2:";

  private @Nullable Path data;
  private @Nullable String currency;
  private String store = "memory";
  private String user = "";
  private String password = "";
  private @Nullable Path json;
  private Path html = Path.of("pipeline-report.html");
  private boolean help;

  private DemoOptions() {}

  /** An argument that cannot be understood. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  /**
   * @throws UsageException where an argument is unknown or lacks its value, or a value makes no
   *     sense
   */
  static DemoOptions parse(String... args) throws UsageException {
    DemoOptions options = new DemoOptions();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--data" -> options.data = Path.of(value(option, rest));
        case "--currency" -> options.currency = value(option, rest);
        case "--store" -> options.store = value(option, rest);
        case "--user" -> options.user = value(option, rest);
        case "--password" -> options.password = value(option, rest);
        case "--json" -> options.json = Path.of(value(option, rest));
        case "--html" -> options.html = Path.of(value(option, rest));
        case "--help" -> options.help = true;
        default -> throw new UsageException("Unknown argument: " + option);
      }
    }
    options.check();
    return options;
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    String value = rest.poll();
    if (value == null || value.isBlank() || value.startsWith("--")) {
      throw new UsageException(option + " needs a value");
    }
    return value;
  }

  private void check() throws UsageException {
    if (data != null && !Files.isDirectory(data)) {
      throw new UsageException("--data: there is no folder " + data.toAbsolutePath().normalize());
    }
    if (currency != null && data == null) {
      throw new UsageException("--currency goes with --data; the sample data is in EUR");
    }
    if (currency != null && !isCurrency(currency)) {
      throw new UsageException("--currency: " + currency + " is no ISO 4217 code such as USD");
    }
    if (!store.equals(MEMORY) && !store.startsWith(H2) && !store.startsWith("jdbc:")) {
      throw new UsageException(
          "--store: " + store + " is neither memory nor h2:FILE nor the JDBC URL of a database");
    }
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }

  /** A store that nobody has opened yet. */
  Store store() {
    if (store.equals(MEMORY)) {
      return new MemoryStore();
    }
    return store.startsWith(H2)
        ? SqlStore.open(Path.of(store.substring(H2.length())))
        : SqlStore.on(store, user, password);
  }

  /** Where the records are, in words. */
  String where() {
    return store.equals(MEMORY) ? "memory" : store;
  }

  PipelineFiles files() {
    return data == null
        ? PipelineFiles.sample()
        : PipelineFiles.in(data, currency == null ? DEFAULT_CURRENCY : currency);
  }

  @Nullable Path json() {
    return json;
  }

  Path html() {
    return html;
  }

  /** Where the quote is printed to: beside the report. */
  Path quote() {
    String name = html.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return html.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-quote.html");
  }

  boolean help() {
    return help;
  }
}
