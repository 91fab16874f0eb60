package io.crmkit.sales;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;

/**
 * Something that the playbook tells a seller to do, or to know, while a deal is in a stage. It may
 * change at any time, unlike the {@linkplain ExitCriterion exit criteria} of a revision. It is made
 * for a stage that the current revision of its pipeline has.
 */
public final class PlaybookItem extends Entity<PlaybookItem> {
  /** What an item is. */
  public enum Kind {
    /** Something to do, to be ticked off. */
    TASK,
    /** Something to know, which a seller can say they made use of. */
    ADVICE
  }

  private static final Definition<PlaybookItem> DEF =
      Definition.of("playbook_item", PlaybookItem::new);

  /** The code of the pipeline, in all its revisions. */
  public static final TextField<PlaybookItem> PIPELINE =
      DEF.text("pipeline").required().max(50).indexed().immutable().add();

  /** The code of the stage. */
  public static final TextField<PlaybookItem> STAGE =
      DEF.text("stage").required().max(50).immutable().add();

  /** The place within the stage. */
  public static final NumberField<PlaybookItem, Long> POSITION =
      DEF.integer("position").required().defaultTo(1L).add();

  /** What it is. */
  public static final ChoiceField<PlaybookItem, Kind> KIND =
      DEF.choice("kind", Kind.class).required().defaultTo(Kind.TASK).add();

  /** What it says. */
  public static final TextField<PlaybookItem> TEXT =
      DEF.text("text").required().max(1000).searchable().add();

  /** It is shown; one that is not any more keeps its history. */
  public static final ValueField<PlaybookItem, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** The type. */
  public static final EntityType<PlaybookItem> TYPE = DEF.seal();

  private PlaybookItem(Snapshot snapshot) {
    super(snapshot);
  }
}
