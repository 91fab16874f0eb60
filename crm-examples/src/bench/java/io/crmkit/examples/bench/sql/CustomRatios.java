package io.crmkit.examples.bench.sql;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.TextField;
import io.crmkit.persistence.SqlStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a custom field made at run time beside a built-in one that holds the same values: pages
 * found by it, pages in its order, groups by it. Both are indexed. Turn and turn about, medians.
 */
public final class CustomRatios {
  private static final int BATCH = 5_000;
  private static final int INDUSTRIES = 18;
  private static final int PAGE = 50;
  private static final int WARM_UP = 30;

  private final Options options;

  private CustomRatios(Options options) {
    this.options = options;
  }

  /** Takes the engines, rows and rounds of {@link Options}. */
  public static void main(String[] args) throws Exception {
    CustomRatios ratios = new CustomRatios(Options.of(args));
    for (Engine engine : ratios.options.engines()) {
      ratios.measure(engine);
    }
    System.exit(0); // the servers leave threads behind
  }

  private void measure(Engine engine) throws Exception {
    try (Server server = engine.start();
        Crm crm =
            Crm.builder()
                .store(
                    SqlStore.builder()
                        .url(server.url(server.port()), server.user(), "")
                        .layoutLease(
                            Duration.ZERO) // one node: nobody else has to hear of the fields
                        .build())
                .policy(AccessPolicy.open())
                .open()) {
      Session all = crm.as("all");
      custom(all, "line", "industry");
      custom(all, "call_name", null);
      TextField<Customer> line = text(all, "line");
      TextField<Customer> callName = text(all, "call_name");
      List<String> industries =
          all.workspace().layout().codes("industry").all().stream().map(Code::code).toList();
      fill(all.customers(), industries, line, callName);
      System.out.printf("%n**%s, %,d customers**%n%n", engine.title(), options.rows());
      System.out.println("| asked for | custom : built-in | built-in, µs |");
      System.out.println("|---|---:|---:|");
      Random random = new Random(3);
      Customers customers = all.customers();
      report(
          "a page of 50 by its value",
          () -> page(customers, Customer.INDUSTRY, one(industries, random)),
          () -> page(customers, line, one(industries, random)),
          options.rounds() * 20);
      report(
          "a page of 50 by a rare value",
          () -> page(customers, Customer.NAME, name(random.nextInt(options.rows()))),
          () -> page(customers, callName, name(random.nextInt(options.rows()))),
          options.rounds() * 20);
      report(
          "the first page of 50 in its order",
          () -> customers.query().orderBy(Customer.NAME.asc()).limit(PAGE).list().size(),
          () -> customers.query().orderBy(callName.asc()).limit(PAGE).list().size(),
          options.rounds() * 20);
      report(
          "count of all by its value",
          () -> customers.query().groupBy(Customer.INDUSTRY).measure(Measure.count()).size(),
          () -> customers.query().groupBy(line).measure(Measure.count()).size(),
          options.rounds());
    }
  }

  private static void custom(Session all, String name, @Nullable String codes) {
    all.customization()
        .addField(
            Customer.TYPE,
            name,
            codes == null ? FieldDefinition.FieldKind.TEXT : FieldDefinition.FieldKind.CODE,
            d -> {
              d.set(FieldDefinition.INDEXED, true);
              if (codes != null) {
                d.set(FieldDefinition.CODE_TABLE, codes);
              }
            });
  }

  private static TextField<Customer> text(Session all, String name) {
    TextField<Customer> field = all.workspace().layout().field(Customer.TYPE, name).asText();
    if (field == null) {
      throw new IllegalStateException(name);
    }
    return field;
  }

  private void fill(
      Customers customers,
      List<String> industries,
      TextField<Customer> line,
      TextField<Customer> callName) {
    Random random = new Random(5);
    for (int done = 0; done < options.rows(); done += BATCH) {
      List<Consumer<Draft<Customer>>> batch = new ArrayList<>();
      for (int i = done; i < Math.min(options.rows(), done + BATCH); i++) {
        String name = name(i);
        String industry = one(industries, random);
        batch.add(
            d ->
                d.set(Customer.NAME, name)
                    .set(callName, name)
                    .set(Customer.INDUSTRY, industry)
                    .set(line, industry));
      }
      customers.createAll(batch);
    }
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "%08x", i * 0x9E3779B1);
  }

  private static String one(List<String> industries, Random random) {
    return industries.get(random.nextInt(Math.min(INDUSTRIES, industries.size())));
  }

  private static int page(Customers customers, TextField<Customer> field, String value) {
    return customers.where(field.is(value)).limit(PAGE).list().size();
  }

  private static void report(String what, IntSupplier builtIn, IntSupplier custom, int rounds) {
    Map<String, IntSupplier> sides = new LinkedHashMap<>();
    sides.put("built-in", builtIn);
    sides.put("custom", custom);
    Map<String, long[]> nanos = new LinkedHashMap<>();
    sides.keySet().forEach(side -> nanos.put(side, new long[rounds]));
    int warmUp = Math.min(WARM_UP, rounds);
    for (int round = -warmUp; round < rounds; round++) {
      for (Map.Entry<String, IntSupplier> side : sides.entrySet()) {
        long before = System.nanoTime();
        if (side.getValue().getAsInt() == 0) {
          throw new IllegalStateException("nothing found: " + what);
        }
        if (round >= 0) {
          long[] its = nanos.get(side.getKey());
          its[round] = System.nanoTime() - before;
        }
      }
    }
    double base = median(nanos.get("built-in"));
    System.out.printf(
        Locale.ROOT,
        "| %s | **%.2f** | %,.0f |%n",
        what,
        median(nanos.get("custom")) / base,
        base / 1_000);
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
