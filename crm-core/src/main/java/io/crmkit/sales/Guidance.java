package io.crmkit.sales;

import io.crmkit.kernel.record.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of the playbook, and what became of the deals in which it was done. The deals are the
 * closed ones of the pipeline that the actor may see.
 *
 * @param item the item
 * @param mark that it was done for the deal asked about, or null
 * @param won how many deals in which it was done were won
 * @param closed how many deals in which it was done were won or lost
 * @param wonWithout how many of the others were won
 * @param closedWithout how many of the others were won or lost
 */
public record Guidance(
    PlaybookItem item,
    @Nullable Ref<PlaybookMark> mark,
    long won,
    long closed,
    long wonWithout,
    long closedWithout) {
  /** So many closed deals are needed with and without an item before a rate is told. */
  public static final int ENOUGH = 5;

  /** The two-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.959964;

  /** True where the item was done for the deal asked about. */
  public boolean done() {
    return mark != null;
  }

  /**
   * By how much the rate of deals won is higher with the item than without, from -1 to 1; empty
   * where there are fewer than {@value #ENOUGH} closed deals on either side. That one goes with the
   * other does not say that it is the reason.
   */
  public Optional<Double> lift() {
    return closed < ENOUGH || closedWithout < ENOUGH
        ? Optional.empty()
        : Optional.of((double) won / closed - (double) wonWithout / closedWithout);
  }

  /**
   * What items are ranked by: the lower bound of the 95 % confidence interval of the rate of deals
   * won (Wilson 1927), so that one lucky deal does not come before many good ones; 0 without deals.
   */
  double proven() {
    if (closed == 0) {
      return 0;
    }
    double rate = (double) won / closed;
    double square = Z * Z;
    double middle = rate + square / (2 * closed);
    double width = Z * Math.sqrt((rate * (1 - rate) + square / (4 * closed)) / closed);
    return (middle - width) / (1 + square / closed);
  }
}
