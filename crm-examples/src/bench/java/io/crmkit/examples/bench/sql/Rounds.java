package io.crmkit.examples.bench.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Measures sides in pairs: in each round every side does the same number of operations, and is
 * compared with the floor in that round; what disturbs the machine disturbs neighbours alike.
 */
final class Rounds {
  /** An import is its own warm-up from the second on, and takes long. */
  private static final int ROUNDS_OF_IMPORT = 3;

  /** So many times as long as that of the floor may a turn be. */
  private static final int PATIENCE = 10;

  private final Options options;
  private final LongSupplier trips;

  /**
   * @param trips counts the journeys to the server
   */
  Rounds(Options options, LongSupplier trips) {
    this.options = options;
    this.trips = trips;
  }

  /**
   * What one side needs.
   *
   * @param micros the median of the rounds, for one operation
   * @param ratio the median of the rounds' ratios to the floor
   * @param trips the journeys to the server, for one operation; 0 where nobody counts
   */
  record Result(double micros, double ratio, double trips) {}

  /**
   * Measures a work.
   *
   * @param sides by name, the floor first
   * @return the results by name; those that do not differ from the floor are left out
   */
  Map<String, Result> measure(Work work, Map<String, Side> sides) throws SQLException {
    List<String> names = sides.keySet().stream().filter(n -> of(sides, n).does(work)).toList();
    boolean once = work == Work.IMPORT;
    if (work.answers()) {
      agree(work, sides, names);
    }
    Map<String, Double> warm = new LinkedHashMap<>();
    for (String name : names) {
      warm.put(name, warmUp(work, of(sides, name), once));
    }
    double floor = Objects.requireNonNull(warm.get(names.get(0)));
    double slowest = Collections.max(warm.values());
    double slice = options.sliceMillis() * 1e6;
    int operations =
        once ? 1 : (int) Math.max(1, Math.min(slice / floor, PATIENCE * slice / slowest));
    int rounds = once ? Math.min(ROUNDS_OF_IMPORT, options.rounds()) : options.rounds();
    double[][] nanos = new double[names.size()][rounds];
    double[] journeys = new double[names.size()];
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < names.size(); turn++) {
        int which = (turn + round) % names.size();
        long before = trips.getAsLong();
        nanos[which][round] = time(work, of(sides, names.get(which)), operations);
        journeys[which] += trips.getAsLong() - before;
      }
    }
    Map<String, Result> results = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        ratios[round] = nanos[i][round] / nanos[0][round];
      }
      results.put(
          names.get(i),
          new Result(median(nanos[i]) / 1000, median(ratios), journeys[i] / rounds / operations));
    }
    return results;
  }

  private static Side of(Map<String, Side> sides, String name) {
    return Objects.requireNonNull(sides.get(name));
  }

  /** Whoever answers otherwise than the floor has not done the work. */
  private static void agree(Work work, Map<String, Side> sides, List<String> names)
      throws SQLException {
    List<Object> answers = new ArrayList<>();
    for (String name : names) {
      answers.add(work.once(of(sides, name)));
      if (!answers.get(0).equals(answers.get(answers.size() - 1))) {
        throw new IllegalStateException(work + ": " + names + " gave " + answers);
      }
    }
  }

  private double warmUp(Work work, Side side, boolean once) throws SQLException {
    if (once) {
      return 1;
    }
    long until = System.nanoTime() + options.warmUpMillis() * 1_000_000L;
    double last = time(work, side, 1);
    while (System.nanoTime() < until) {
      last = time(work, side, 1 + (int) (options.sliceMillis() * 2e5 / last));
    }
    return last;
  }

  /** The time of one operation, in nanoseconds. */
  private static double time(Work work, Side side, int operations) throws SQLException {
    long before = System.nanoTime();
    for (int i = 0; i < operations; i++) {
      Objects.requireNonNull(work.once(side));
    }
    return (System.nanoTime() - before) / (double) operations;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
