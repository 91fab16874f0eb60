package io.crmkit.sales;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How long it takes yet until a deal is won, if it is: what it took the deals that were won from
 * the same stage and had been there at least as long.
 *
 * @param soon a quarter of them took no longer
 * @param median half of them took no longer
 * @param late three quarters of them took no longer
 * @param deals how many they were
 */
public record RemainingTime(Duration soon, Duration median, Duration late, int deals) {
  /** Of fewer deals nothing is told. */
  public static final int ENOUGH = 5;

  /**
   * Computes it; a pure function. Quantiles are those of Hyndman and Fan's first definition: always
   * a duration that was observed.
   *
   * @param fromStageToWon of each deal won, how long it took from entering the stage
   * @param elapsed how long the deal has been in the stage
   * @return empty where fewer than {@value #ENOUGH} deals took longer than that
   */
  static Optional<RemainingTime> of(List<Duration> fromStageToWon, Duration elapsed) {
    List<Duration> left = new ArrayList<>();
    for (Duration whole : fromStageToWon) {
      if (whole.compareTo(elapsed) > 0) {
        left.add(whole.minus(elapsed));
      }
    }
    if (left.size() < ENOUGH) {
      return Optional.empty();
    }
    Collections.sort(left);
    return Optional.of(
        new RemainingTime(quarter(left, 1), quarter(left, 2), quarter(left, 3), left.size()));
  }

  private static Duration quarter(List<Duration> sorted, int quarters) {
    int rank = (sorted.size() * quarters + 3) / 4;
    return sorted.get(rank - 1);
  }
}
