package io.crmkit.sales;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;

/**
 * A fact: at this moment the opportunity entered this stage. The moment may lie long before the
 * record was made, where a history was brought over from elsewhere.
 */
public final class StageChange extends Entity<StageChange> {
  static final Definition<StageChange> DEF =
      Definition.of("stage_change", StageChange::new).journal();

  /** Which opportunity. */
  public static final RefField<StageChange, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).required().managed().add();

  /** The revision of the pipeline. */
  public static final RefField<StageChange, Pipeline> PIPELINE =
      DEF.ref("pipeline", () -> Pipeline.TYPE).required().managed().add();

  /** The code of the stage it left; missing where it entered the pipeline. */
  public static final TextField<StageChange> FROM_STAGE =
      DEF.text("from_stage").max(50).managed().copyOf(() -> Opportunity.STAGE).notPersonal().add();

  /** The code of the stage it entered. */
  public static final TextField<StageChange> TO_STAGE =
      DEF.text("to_stage")
          .required()
          .max(50)
          .managed()
          .copyOf(() -> Opportunity.STAGE)
          .notPersonal()
          .add();

  /** What the stage it entered means. */
  public static final ChoiceField<StageChange, StageCategory> TO_CATEGORY =
      DEF.choice("to_category", StageCategory.class)
          .required()
          .managed()
          .copyOf(() -> Opportunity.STAGE_CATEGORY)
          .add();

  /** When. */
  public static final InstantField<StageChange> AT =
      DEF.instant("at").required().indexed().managed().add();

  /** What it was worth then. */
  public static final MoneyField<StageChange> AMOUNT =
      DEF.money("amount").managed().copyOf(() -> Opportunity.AMOUNT).add();

  /** How likely it seemed then. */
  public static final NumberField<StageChange, BigDecimal> PROBABILITY =
      DEF.decimal("probability").managed().copyOf(() -> Opportunity.PROBABILITY).add();

  /** Why, in the actor's words. */
  public static final TextField<StageChange> REASON =
      DEF.text("reason")
          .max(1000)
          .managed()
          .copyOf(() -> Opportunity.CLOSE_REASON)
          .personal()
          .add();

  /** The type. */
  public static final EntityType<StageChange> TYPE = DEF.partOf(OPPORTUNITY).seal();

  private StageChange(Snapshot snapshot) {
    super(snapshot);
  }
}
