package io.crmkit.analytics.pipeline;

import java.util.OptionalDouble;

/**
 * How many closed deals were won.
 *
 * @param won the number of won deals
 * @param lost the number of lost deals
 */
public record WinRate(long won, long lost) {
  /** No closed deal. */
  public static final WinRate NONE = new WinRate(0, 0);

  /** The number of closed deals, won and lost. */
  public long closed() {
    return won + lost;
  }

  /** The share of the closed deals that was won, 0 to 1; absent where none was closed. */
  public OptionalDouble rate() {
    return closed() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won / closed());
  }

  /** Both together. */
  public WinRate plus(WinRate other) {
    return new WinRate(won + other.won, lost + other.lost);
  }
}
