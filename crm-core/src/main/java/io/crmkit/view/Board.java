package io.crmkit.view;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as a board: a lane per stage with the deals in it. A card is moved by {@link
 * io.crmkit.sales.SalesPipeline#moveTo}.
 *
 * @param pipeline the revision
 * @param label the name of the pipeline
 * @param lanes the lanes, in the order of the stages
 */
public record Board(Ref<Pipeline> pipeline, String label, List<Lane> lanes) {
  /**
   * A lane.
   *
   * @param stage the code of its stage
   * @param label the name of the stage
   * @param category what it means
   * @param count how many deals are in it, shown or not
   * @param totals what they are worth together, by currency, where the reader may see amounts
   * @param cards the first deals
   * @param next the token with which {@link Views#lane} goes on; null where these are all
   */
  public record Lane(
      String stage,
      String label,
      StageCategory category,
      long count,
      Map<String, Money> totals,
      List<Opportunity> cards,
      @Nullable String next) {
    /** Copies what it is given. */
    public Lane {
      totals = Map.copyOf(totals);
      cards = List.copyOf(cards);
    }
  }

  /** Copies the lanes. */
  public Board {
    lanes = List.copyOf(lanes);
  }
}
