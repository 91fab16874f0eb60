package io.crmkit.examples.bench.access;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Decisions about single records in time of the processor, side by side in turns: half of them
 * allow, half deny. Prints medians of rounds as a table for the documentation.
 */
public final class DecisionRatios {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final long SLICE = 300_000_000L;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private DecisionRatios() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    new DecisionRatios().measure();
  }

  private void measure() {
    System.out.println(
        "| roles per actor | permissions per role | actors and units | alone | one of several |"
            + " Shiro | tuned | jCasbin | tuned | ÷ Shiro | ÷ tuned | ÷ jCasbin | ÷ tuned |");
    System.out.println("|---:".repeat(13) + "|");
    for (int held : new int[] {4, 1}) {
      for (int permissions : new int[] {5, 50}) {
        for (int actors : new int[] {10, 10_000}) {
          measure(new Plan(permissions, held, actors));
        }
      }
    }
  }

  private void measure(Plan plan) {
    try (Side crm = new CrmSide(plan, true);
        Side node = new CrmSide(plan, false);
        Side shiro = new ShiroSide(plan, false);
        Side quickShiro = new ShiroSide(plan, true);
        Side casbin = new CasbinSide(plan, false);
        Side quickCasbin = new CasbinSide(plan, true)) {
      List<Side> sides = List.of(crm, node, shiro, quickShiro, casbin, quickCasbin);
      for (Side side : sides) {
        if (!side.decide(true) || side.decide(false)) {
          throw new IllegalStateException(side.getClass() + " decides otherwise");
        }
      }
      List<double[]> rates = new ArrayList<>();
      sides.forEach(side -> rates.add(new double[ROUNDS]));
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (int i = 0; i < sides.size(); i++) {
          double rate = rate(sides.get(i));
          if (round >= 0) {
            rates.get(i)[round] = rate;
          }
        }
      }
      StringBuilder line =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "| %d | %d | %,d |",
                  plan.held(),
                  plan.permissions(),
                  plan.actors()));
      for (int i = 0; i < sides.size(); i++) {
        line.append(
            String.format(Locale.ROOT, i < 2 ? " %.1f |" : " %.3f |", median(rates.get(i)) / 1e6));
      }
      for (int i = 2; i < sides.size(); i++) {
        line.append(
            String.format(
                Locale.ROOT,
                " %.0f, %.0f |",
                ratio(rates.get(0), rates.get(i)),
                ratio(rates.get(1), rates.get(i))));
      }
      System.out.println(line);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Decisions per second of the processor. */
  private double rate(Side side) {
    long begun = threads.getCurrentThreadCpuTime();
    long spent;
    long decided = 0;
    int allowed = 0;
    do {
      for (int i = 0; i < 64; i++) {
        allowed += side.decide((i & 1) == 0) ? 1 : 0;
      }
      decided += 64;
      spent =
          (decided & 1023) == 0 || decided < 1024 ? threads.getCurrentThreadCpuTime() - begun : 0;
    } while (spent < SLICE);
    if (allowed * 2L != decided) {
      throw new IllegalStateException("half of them are allowed");
    }
    return decided * 1e9 / spent;
  }

  private static double ratio(double[] ours, double[] theirs) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = ours[i] / theirs[i];
    }
    return median(ratios);
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
