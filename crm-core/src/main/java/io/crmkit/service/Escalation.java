package io.crmkit.service;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/**
 * A fact: a case was escalated. Written in the unit of work that does what the rung says; there is
 * one for each case, promise and percentage, so it is done exactly once, whichever node comes
 * first.
 */
public final class Escalation extends Entity<Escalation> {
  static final Definition<Escalation> DEF = Definition.of("escalation", Escalation::new).journal();

  /** Which case. */
  public static final RefField<Escalation, Case> CASE =
      DEF.ref("service_case", () -> Case.TYPE).required().managed().add();

  /** Which promise. */
  public static final ChoiceField<Escalation, TargetKind> TARGET =
      DEF.choice("target", TargetKind.class).required().managed().add();

  /** How many percent of the promised time had passed. */
  public static final NumberField<Escalation, Long> PERCENT =
      DEF.integer("percent").required().managed().add();

  /** When that was so. */
  public static final InstantField<Escalation> DUE_AT =
      DEF.instant("due_at").required().managed().add();

  /** When it was done. */
  public static final InstantField<Escalation> AT =
      DEF.instant("at").required().indexed().managed().add();

  /** The type. */
  public static final EntityType<Escalation> TYPE =
      DEF.partOf(CASE).unique("once", CASE, TARGET, PERCENT).seal();

  private Escalation(Snapshot snapshot) {
    super(snapshot);
  }
}
