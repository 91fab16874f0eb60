package io.crmkit.examples.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the read-me of the sample data says is what the files contain. */
class SampleDataTest {
  private static final int ID = 0;
  private static final int SELLER = 1;
  private static final int PRODUCT = 2;
  private static final int ACCOUNT = 3;
  private static final int STAGE = 4;
  private static final int ENGAGED = 5;
  private static final int CLOSED = 6;
  private static final int VALUE = 7;
  private static final Set<String> STAGES = Set.of("Prospecting", "Engaging", "Won", "Lost");

  private final String readMe = text("README.md");
  private final List<String[]> accounts = rows("accounts.csv");
  private final List<String[]> products = rows("products.csv");
  private final List<String[]> sellers = rows("sales_teams.csv");
  private final List<String[]> deals = rows("sales_pipeline.csv");

  private static String text(String name) {
    String path = "/io/crmkit/examples/pipeline/" + name;
    try (InputStream file = SampleDataTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Splits at commas outside quotes; the row at index 0 is line 2. */
  private static List<String[]> rows(String name) {
    return text(name)
        .lines()
        .skip(1)
        .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .toList();
  }

  private static Set<String> column(List<String[]> rows, int column) {
    return rows.stream().map(row -> row[column]).collect(Collectors.toSet());
  }

  private static Set<Integer> lines(List<String[]> rows, Predicate<String[]> fault) {
    return IntStream.range(0, rows.size())
        .filter(i -> fault.test(rows.get(i)))
        .mapToObj(i -> i + 2)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines that the read-me names for a fault, after checking that it counts them right. */
  private Set<Integer> told(String fault) {
    Matcher row =
        Pattern.compile(
                "\\| [^|\n]*" + Pattern.quote(fault) + "[^|\n]* \\| (\\d+) \\| ([\\d, ]+) \\|")
            .matcher(readMe);
    assertTrue(row.find(), fault);
    Set<Integer> lines =
        Arrays.stream(row.group(2).split(", "))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Integer.parseInt(row.group(1)), lines.size(), fault);
    return lines;
  }

  private static boolean isWhole(String[] deal) {
    return deal.length == 8;
  }

  private static boolean isDate(String text) {
    try {
      return text.isEmpty() || LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean closesTooEarly(String[] deal) {
    return isDate(deal[CLOSED])
        && !deal[CLOSED].isEmpty()
        && LocalDate.parse(deal[CLOSED]).isBefore(LocalDate.parse(deal[ENGAGED]));
  }

  @Test
  void hasTheRowsThatItSays() {
    assertEquals(42, accounts.size());
    assertEquals(8, products.size());
    assertEquals(12, sellers.size());
    assertEquals(438, deals.size());
  }

  @Test
  void hasParentsThatExistAndSomeThatComeLater() {
    Set<String> names = column(accounts, 0);
    Set<String> before = new HashSet<>();
    int children = 0;
    int forward = 0;
    for (String[] account : accounts) {
      String parent = account[6];
      if (!parent.isEmpty()) {
        assertTrue(names.contains(parent), parent);
        children++;
        forward += before.contains(parent) ? 0 : 1;
      }
      before.add(account[0]);
    }
    assertEquals(8, children);
    assertEquals(5, forward);
  }

  @Test
  void hasTheRepairableFaultsThatItSays() {
    assertEquals(told("`enrgy`"), lines(accounts, row -> row[1].equals("enrgy")));
    assertEquals(
        told("`FlowGuard-Pro`"),
        lines(deals, row -> isWhole(row) && row[PRODUCT].equals("FlowGuard-Pro")));
    assertEquals(
        told("without account"), lines(deals, row -> isWhole(row) && row[ACCOUNT].isEmpty()));
  }

  @Test
  void hasTheRejectedRowsThatItSays() {
    assertEquals(told("too few columns"), lines(deals, row -> !isWhole(row)));
    assertEquals(
        told("not a number"), lines(deals, row -> isWhole(row) && !row[VALUE].matches("[0-9]*")));
    Set<String> seen = new HashSet<>();
    assertEquals(told("of an earlier row"), lines(deals, row -> !seen.add(row[ID])));
    assertEquals(
        told("before engage date"), lines(deals, row -> isWhole(row) && closesTooEarly(row)));
    Set<String> known = column(sellers, 0);
    assertEquals(told("seller who"), lines(deals, row -> !known.contains(row[SELLER])));
    assertEquals(told("unknown stage"), lines(deals, row -> !STAGES.contains(row[STAGE])));
    assertEquals(
        told("won without close date"),
        lines(deals, row -> isWhole(row) && row[STAGE].equals("Won") && row[CLOSED].isEmpty()));
    assertEquals(told("does not exist"), lines(deals, row -> isWhole(row) && !isDate(row[CLOSED])));
  }

  @Test
  void hasNoOtherFault() {
    Set<String> names = column(accounts, 0);
    Set<String> catalogue = column(products, 0);
    for (String[] deal : deals) {
      if (isWhole(deal)) {
        assertTrue(names.contains(deal[ACCOUNT]) || deal[ACCOUNT].isEmpty(), deal[ID]);
        assertTrue(catalogue.contains(deal[PRODUCT].replace('-', ' ')), deal[ID]);
        assertEquals(deal[STAGE].equals("Prospecting"), deal[ENGAGED].isEmpty(), deal[ID]);
      }
    }
  }
}
