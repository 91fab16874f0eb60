package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.Tally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tallies by name, the largest amount first. */
final class Ranking {

  /**
   * One place in the ranking.
   *
   * @param share of the sum of all amounts, 0 to 1
   * @param ofBest share of the largest amount, 0 to 1; for the length of a bar
   */
  record Entry(String name, Tally tally, double share, double ofBest) {}

  private final List<Entry> entries;

  private Ranking(List<Entry> entries) {
    this.entries = entries;
  }

  /** Ranks by amount; equal amounts keep their order. */
  static Ranking byAmount(Map<String, Tally> tallies) {
    Comparator<Map.Entry<String, Tally>> byAmount =
        Comparator.comparing(entry -> entry.getValue().amount());
    return of(tallies.entrySet().stream().sorted(byAmount.reversed()).toList());
  }

  /** Keeps the order given. */
  static Ranking inOrder(Map<String, Tally> tallies) {
    return of(List.copyOf(tallies.entrySet()));
  }

  private static Ranking of(List<Map.Entry<String, Tally>> tallies) {
    BigDecimal sum =
        tallies.stream().map(e -> e.getValue().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal best =
        tallies.stream().map(e -> e.getValue().amount()).reduce(BigDecimal.ZERO, BigDecimal::max);
    return new Ranking(
        tallies.stream()
            .map(
                e ->
                    new Entry(
                        e.getKey(),
                        e.getValue(),
                        share(e.getValue().amount(), sum),
                        share(e.getValue().amount(), best)))
            .toList());
  }

  static double share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? 0 : part.divide(whole, MathContext.DECIMAL64).doubleValue();
  }

  List<Entry> all() {
    return entries;
  }

  /** The first places; all of them when only one would be left out, because saying so is longer. */
  List<Entry> top(int most) {
    return entries.size() <= most + 1 ? entries : entries.subList(0, most);
  }

  /** How many are left out by {@link #top}. */
  int moreThan(int most) {
    return entries.size() - top(most).size();
  }
}
