package io.crmkit.numbering;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** How far the numbers of a series have come in one year. */
public final class NumberCounter extends Entity<NumberCounter> {
  static final Definition<NumberCounter> DEF = Definition.of("number_counter", NumberCounter::new);

  /** The series. */
  public static final RefField<NumberCounter, NumberSeries> SERIES =
      DEF.ref("series", () -> NumberSeries.TYPE).required().immutable().managed().add();

  /**
   * The year of {@link io.crmkit.kernel.work.Workspace#today}; 0 where numbers do not begin anew
   * each year.
   */
  public static final NumberField<NumberCounter, Long> YEAR =
      DEF.integer("year").required().immutable().managed().add();

  /** The number that the next document gets. */
  public static final NumberField<NumberCounter, Long> NEXT =
      DEF.integer("next").required().atLeast(1L).managed().add();

  /** The type. */
  public static final EntityType<NumberCounter> TYPE =
      DEF.unique("series_year", SERIES, YEAR).partOf(SERIES).seal();

  private NumberCounter(Snapshot snapshot) {
    super(snapshot);
  }
}
