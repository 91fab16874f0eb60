package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.PartOf;
import io.crmkit.kernel.record.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the gaps between periods, so that a quarter without a deal is seen as one. */
final class Periods {
  private static final int MOST = 10_000;

  private Periods() {}

  /**
   * The same figures with every period between the first and the last, where {@code by} cuts dates
   * into periods; else as they are.
   *
   * @throws IllegalArgumentException where that would be more than {@value #MOST} periods
   */
  @SuppressWarnings("unchecked") // periods are days
  static <K, F> Map<@Nullable K, F> filled(Map<@Nullable K, F> figures, Expr<?, K> by, F nothing) {
    DatePart part = part(by);
    return part == null
        ? figures
        : (Map<@Nullable K, F>) filled((Map<@Nullable LocalDate, F>) figures, part, nothing);
  }

  private static @Nullable DatePart part(Expr<?, ?> expr) {
    if (expr instanceof Path<?, ?, ?> path) {
      return part(path.next());
    }
    return expr instanceof PartOf<?, ?, ?> cut ? cut.part().datePart() : null;
  }

  private static <F> Map<@Nullable LocalDate, F> filled(
      Map<@Nullable LocalDate, F> figures, DatePart part, F nothing) {
    Map<@Nullable LocalDate, F> all = new LinkedHashMap<>();
    LocalDate next = null;
    for (Map.Entry<@Nullable LocalDate, F> entry : figures.entrySet()) {
      LocalDate period = entry.getKey();
      while (period != null && next != null && next.isBefore(period)) {
        all.put(next, nothing);
        next = part.next(next);
        refuseTooMany(all.size(), part);
      }
      all.put(period, entry.getValue());
      next = period == null ? null : part.next(period);
    }
    return all;
  }

  private static void refuseTooMany(int periods, DatePart part) {
    if (periods > MOST) {
      throw new IllegalArgumentException(
          "from the first to the last date there are more than "
              + MOST
              + " periods of a "
              + part.name().toLowerCase(Locale.ROOT)
              + ": leave out dates that are far off, or take longer periods");
    }
  }
}
