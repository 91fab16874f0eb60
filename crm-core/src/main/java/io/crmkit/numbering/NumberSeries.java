package io.crmkit.numbering;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** How the numbers of one kind of document are written: {@code Q-2027-00042}. */
public final class NumberSeries extends Entity<NumberSeries> {
  static final Definition<NumberSeries> DEF = Definition.of("number_series", NumberSeries::new);

  /** The code that the feature knows it by, for example {@code "quote"}. */
  public static final TextField<NumberSeries> CODE =
      DEF.text("code").required().max(50).unique().immutable().add();

  /**
   * The form: any text with one run of zeros in braces, as many as the number has digits at least,
   * and, where numbers begin anew each year, <code>{year}</code> or <code>{yy}</code>.
   */
  public static final TextField<NumberSeries> PATTERN =
      DEF.text("pattern").required().max(50).add();

  /** The type. */
  public static final EntityType<NumberSeries> TYPE =
      DEF.rule("pattern", PATTERN, series -> NumberPattern.isOne(series.require(PATTERN))).seal();

  private NumberSeries(Snapshot snapshot) {
    super(snapshot);
  }
}
