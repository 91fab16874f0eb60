package io.crmkit.examples.report;

import io.crmkit.examples.report.PipelineFigures.Tally;
import io.crmkit.examples.report.PipelineFigures.WinRate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sellers with what they won, those who closed deals but won none included. */
final class Sellers {
  private Sellers() {}

  static Ranking ranked(PipelineFigures figures) {
    Map<String, Tally> tallies = new LinkedHashMap<>(figures.wonByAgent());
    figures.agentWinRate().keySet().forEach(seller -> tallies.putIfAbsent(seller, Tally.NONE));
    return Ranking.byAmount(tallies);
  }

  static WinRate rate(PipelineFigures figures, String seller) {
    return figures.agentWinRate().getOrDefault(seller, new WinRate(0, 0));
  }
}
