package io.crmkit.analytics.pipeline;

import io.crmkit.analytics.MoneyBag;
import io.crmkit.analytics.Tally;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The open deals of one stage in the making. */
final class OpenStageSum {
  private final Stage stage;
  private final Map<String, BigDecimal> weighted = new TreeMap<>();
  private Tally deals = Tally.NONE;
  private Tally estimated = Tally.NONE;
  private long unvalued;

  OpenStageSum(Stage stage) {
    this.stage = stage;
  }

  /**
   * Adds deals of one probability and one currency.
   *
   * @param amount their sum; null where they have no amount
   * @param own the probability of each of them; null for that of the stage
   */
  void add(long count, @Nullable Money amount, @Nullable BigDecimal own, boolean isEstimate) {
    if (amount == null) {
      deals = deals.plus(new Tally(count, MoneyBag.EMPTY));
      unvalued += count;
      return;
    }
    Tally more = new Tally(count, MoneyBag.of(amount));
    deals = deals.plus(more);
    if (isEstimate) {
      estimated = estimated.plus(more);
    }
    BigDecimal probability = own == null ? stage.require(Stage.PROBABILITY) : own;
    weighted.merge(amount.currency(), amount.amount().multiply(probability), BigDecimal::add);
  }

  /** A closed stage is shown where an older revision has open deals in it. */
  boolean shown() {
    return stage.require(Stage.CATEGORY) == StageCategory.OPEN || deals.count() > 0;
  }

  OpenStage figures() {
    List<Money> expected = new ArrayList<>();
    weighted.forEach((currency, sum) -> expected.add(Money.of(rounded(sum), currency)));
    return new OpenStage(
        stage.require(Stage.CODE),
        stage.require(Stage.NAME),
        stage.require(Stage.PROBABILITY),
        deals,
        estimated,
        unvalued,
        MoneyBag.of(expected));
  }

  private static BigDecimal rounded(BigDecimal sum) {
    return sum.scale() > Money.MAX_DECIMALS
        ? sum.setScale(Money.MAX_DECIMALS, RoundingMode.HALF_UP)
        : sum;
  }
}
