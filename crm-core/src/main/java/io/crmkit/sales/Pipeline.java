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
 * One revision of a sales process. A revision never changes: defining the pipeline anew makes the
 * next one, and opportunities stay in the revision they were opened in until they are moved.
 */
public final class Pipeline extends Entity<Pipeline> {
  static final Definition<Pipeline> DEF = Definition.of("pipeline", Pipeline::new);

  /** The code of the pipeline that an opportunity is opened in where nobody says which. */
  public static final String STANDARD = "standard";

  /** The code, the same in all revisions. */
  public static final TextField<Pipeline> CODE =
      DEF.text("code").required().max(50).indexed().immutable().add();

  /** The name. */
  public static final TextField<Pipeline> NAME = DEF.text("name").required().max(100).add();

  /** The revision, from 1. */
  public static final NumberField<Pipeline, Long> REVISION =
      DEF.integer("revision").required().immutable().managed().add();

  /** New opportunities go into this revision. */
  public static final ValueField<Pipeline, Boolean> CURRENT =
      DEF.yesNo("current").required().managed().add();

  /** Whether opportunities may go back in it. */
  public static final ChoiceField<Pipeline, Rollback> ROLLBACK =
      DEF.choice("rollback", Rollback.class)
          .required()
          .defaultTo(Rollback.ALLOWED)
          .immutable()
          .managed()
          .add();

  /** The type. */
  public static final EntityType<Pipeline> TYPE = DEF.unique("revision", CODE, REVISION).seal();

  private Pipeline(Snapshot snapshot) {
    super(snapshot);
  }
}
