package io.crmkit.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts the deals of the files by itself, with nothing of the library, to compare with. */
final class PlainCount {
  private static final int SELLER = 1;
  private static final int PRODUCT = 2;
  private static final int ACCOUNT = 3;
  private static final int STAGE = 4;
  private static final int ENGAGED = 5;
  private static final int CLOSED = 6;
  private static final int VALUE = 7;

  /** Opens one of the files. */
  interface Folder {
    InputStream open(String name) throws IOException;
  }

  private final Map<String, String[]> teams = new HashMap<>();
  private final List<String[]> deals = new ArrayList<>();

  private PlainCount(Folder files, Map<String, String> productAliases, Set<Integer> leftOut) {
    rows(files, "sales_teams.csv").forEach(row -> teams.put(row[0], row));
    List<String[]> rows = rows(files, "sales_pipeline.csv");
    for (int i = 0; i < rows.size(); i++) {
      if (!leftOut.contains(i + 2)) {
        String[] row = rows.get(i);
        row[PRODUCT] = productAliases.getOrDefault(row[PRODUCT], row[PRODUCT]);
        row[ACCOUNT] = row[ACCOUNT].isEmpty() ? "(no account)" : row[ACCOUNT];
        deals.add(row);
      }
    }
  }

  static PlainCount in(Path folder, Map<String, String> productAliases) {
    return new PlainCount(
        name -> Files.newInputStream(folder.resolve(name)), productAliases, Set.of());
  }

  /**
   * @param leftOut the lines that the import rejects
   */
  static PlainCount ofTheSample(Map<String, String> productAliases, Set<Integer> leftOut) {
    return new PlainCount(
        name -> PlainCount.class.getResourceAsStream("pipeline/" + name), productAliases, leftOut);
  }

  private static List<String[]> rows(Folder files, String name) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(files.open(name), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code count/amount} by stage. */
  Map<String, String> byStage() {
    return tallies(deals, row -> row[STAGE]);
  }

  Map<String, String> wonByQuarter() {
    return tallies(
        won(),
        row -> {
          LocalDate day = LocalDate.parse(row[CLOSED]);
          return day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
        });
  }

  Map<String, String> wonByRegion() {
    return tallies(won(), row -> teams.get(row[SELLER])[2]);
  }

  Map<String, String> wonByManager() {
    return tallies(won(), row -> teams.get(row[SELLER])[1]);
  }

  Map<String, String> wonByAgent() {
    return tallies(won(), row -> row[SELLER]);
  }

  Map<String, String> wonByProduct() {
    return tallies(won(), row -> row[PRODUCT]);
  }

  Map<String, String> wonByAccount() {
    return tallies(won(), row -> row[ACCOUNT]);
  }

  /** {@code won/closed} by seller. */
  Map<String, String> winRateByAgent() {
    Map<String, long[]> counts = new TreeMap<>();
    for (String[] row : deals) {
      if (row[STAGE].equals("Won") || row[STAGE].equals("Lost")) {
        long[] count = counts.computeIfAbsent(row[SELLER], seller -> new long[2]);
        count[0] += row[STAGE].equals("Won") ? 1 : 0;
        count[1]++;
      }
    }
    Map<String, String> rates = new TreeMap<>();
    counts.forEach((seller, count) -> rates.put(seller, count[0] + "/" + count[1]));
    return rates;
  }

  double winRate() {
    return (double) won().size() / closed(Set.of("Won", "Lost")).size();
  }

  /** The mean of the days from engaging to closing over the deals in these stages. */
  double daysToClose(Set<String> stages) {
    List<String[]> closed = closed(stages);
    long days = 0;
    for (String[] row : closed) {
      days += ChronoUnit.DAYS.between(LocalDate.parse(row[ENGAGED]), LocalDate.parse(row[CLOSED]));
    }
    return (double) days / closed.size();
  }

  private List<String[]> won() {
    return closed(Set.of("Won"));
  }

  private List<String[]> closed(Set<String> stages) {
    return deals.stream().filter(row -> stages.contains(row[STAGE])).toList();
  }

  private static Map<String, String> tallies(List<String[]> rows, Function<String[], String> key) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, BigDecimal> sums = new HashMap<>();
    for (String[] row : rows) {
      counts.merge(key.apply(row), 1, Integer::sum);
      BigDecimal value = row[VALUE].isEmpty() ? BigDecimal.ZERO : new BigDecimal(row[VALUE]);
      sums.merge(key.apply(row), value, BigDecimal::add);
    }
    Map<String, String> tallies = new TreeMap<>();
    counts.forEach((k, count) -> tallies.put(k, count + "/" + sums.get(k).toPlainString()));
    return tallies;
  }
}
