package io.crmkit.service;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.org.User;

/** What is done once a part of the promised time has passed. Everybody concerned is told anyway. */
public final class EscalationRung extends Entity<EscalationRung> {
  static final Definition<EscalationRung> DEF =
      Definition.of("escalation_rung", EscalationRung::new);

  /** Of which level. */
  public static final RefField<EscalationRung, ServiceLevel> LEVEL =
      DEF.ref("level", () -> ServiceLevel.TYPE).required().immutable().add();

  /** Of which promise. */
  public static final ChoiceField<EscalationRung, TargetKind> TARGET =
      DEF.choice("target", TargetKind.class).required().immutable().add();

  /** After so many percent of the promised time; more than 100 is after the promise was broken. */
  public static final NumberField<EscalationRung, Long> PERCENT =
      DEF.integer("percent").required().immutable().atLeast(1L).atMost(1000L).add();

  /** Who is told besides the owner; whoever took over from them where they have left. */
  public static final RefField<EscalationRung, User> NOTIFY =
      DEF.ref("notify", () -> User.TYPE).add();

  /**
   * Who becomes the owner; whoever took over from them where they have left, and where nobody did,
   * the case stays with whom it is.
   */
  public static final RefField<EscalationRung, User> ASSIGN_TO =
      DEF.ref("assign_to", () -> User.TYPE).add();

  /** The queue it goes to. */
  public static final RefField<EscalationRung, CaseQueue> TRANSFER_TO =
      DEF.ref("transfer_to", () -> CaseQueue.TYPE).add();

  /** Raises the priority by one. */
  public static final ValueField<EscalationRung, Boolean> RAISE =
      DEF.yesNo("raise").required().defaultTo(false).add();

  /** The type. */
  public static final EntityType<EscalationRung> TYPE =
      DEF.partOf(LEVEL).unique("rung", LEVEL, TARGET, PERCENT).seal();

  private EscalationRung(Snapshot snapshot) {
    super(snapshot);
  }
}
