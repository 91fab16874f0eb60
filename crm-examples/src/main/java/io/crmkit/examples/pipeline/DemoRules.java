package io.crmkit.examples.pipeline;

import io.crmkit.sales.PipelineDraft;
import java.util.List;
import java.util.Map;

/**
 * Everything that is decided about the data and not said by it. Nothing else is ever mended or
 * filled in, and every row to which one of the repairs was applied is told in the report.
 */
final class DemoRules {
  /** Product names that are known to be written wrongly. */
  static final Map<String, String> PRODUCTS =
      Map.of("GTXPro", "GTX Pro", "FlowGuard-Pro", "FlowGuard Pro");

  /** Sectors that are known to be written wrongly. */
  static final Map<String, String> SECTORS = Map.of("technolgy", "technology", "enrgy", "energy");

  /** Countries that are written wrongly, or so short that they could be several. */
  static final Map<String, String> COUNTRIES =
      Map.of("Philipines", "Philippines", "Korea", "South Korea");

  /** The customer that stands in where a deal names no account. */
  static final String NO_ACCOUNT = "(no account)";

  /** The sectors that customers may have beside those that the library brings. */
  static final List<String> MORE_SECTORS =
      List.of(
          "building materials",
          "chemicals",
          "electronics",
          "food",
          "glass",
          "logistics",
          "machinery",
          "metals",
          "mining",
          "paper",
          "pharma",
          "textiles",
          "water");

  /** The code of the pipeline that the deals are in. */
  static final String PIPELINE = "b2b";

  /** The stage of deals of which no day is known yet. */
  static final String PROSPECTING = "prospecting";

  /** The stage that deals enter on the day of engaging. */
  static final String ENGAGING = "engaging";

  /** The factor that turns the revenue of an account into whole units of the currency. */
  static final long REVENUE_UNIT = 1_000_000;

  private DemoRules() {}

  /** The stages, with how likely a deal in each of them is won. */
  static void stages(PipelineDraft plan) {
    plan.name("B2B sales")
        .open(PROSPECTING, "Prospecting", "0.2")
        .open(ENGAGING, "Engaging", "0.6")
        .won("won", "Won")
        .lost("lost", "Lost");
  }
}
