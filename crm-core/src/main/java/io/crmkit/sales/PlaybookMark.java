package io.crmkit.sales;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** An item of the playbook was done for an opportunity; when and by whom is when it was made. */
public final class PlaybookMark extends Entity<PlaybookMark> {
  static final Definition<PlaybookMark> DEF = Definition.of("playbook_mark", PlaybookMark::new);

  /** For which opportunity. */
  public static final RefField<PlaybookMark, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).required().immutable().managed().add();

  /** Which item. */
  public static final RefField<PlaybookMark, PlaybookItem> ITEM =
      DEF.ref("item", () -> PlaybookItem.TYPE).required().immutable().managed().add();

  /** The type. */
  public static final EntityType<PlaybookMark> TYPE =
      DEF.partOf(OPPORTUNITY).unique("item", OPPORTUNITY, ITEM).seal();

  private PlaybookMark(Snapshot snapshot) {
    super(snapshot);
  }
}
