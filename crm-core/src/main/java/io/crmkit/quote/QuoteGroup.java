package io.crmkit.quote;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** Lines of a quote under one heading, with a sum of their own. */
public final class QuoteGroup extends Entity<QuoteGroup> {
  static final Definition<QuoteGroup> DEF = Definition.of("quote_group", QuoteGroup::new);

  /** The quote. */
  public static final RefField<QuoteGroup, Quote> QUOTE =
      DEF.ref("quote", () -> Quote.TYPE).required().immutable().add();

  /** Its place among the groups. */
  public static final NumberField<QuoteGroup, Long> POSITION =
      DEF.integer("position").required().add();

  /** The heading. */
  public static final TextField<QuoteGroup> TITLE =
      DEF.text("title").required().max(200).notPersonal().add();

  /** The type. */
  public static final EntityType<QuoteGroup> TYPE = DEF.index(QUOTE, POSITION).partOf(QUOTE).seal();

  private QuoteGroup(Snapshot snapshot) {
    super(snapshot);
  }
}
