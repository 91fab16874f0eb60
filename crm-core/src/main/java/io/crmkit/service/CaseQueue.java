package io.crmkit.service;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** Where cases wait for somebody: a team with a way of sharing its work. */
public final class CaseQueue extends Entity<CaseQueue> {
  static final Definition<CaseQueue> DEF = Definition.of("case_queue", CaseQueue::new);

  /** The code, for example {@code "hotline"}. */
  public static final TextField<CaseQueue> CODE =
      DEF.text("code").required().max(50).unique().add();

  /** The name. */
  public static final TextField<CaseQueue> NAME =
      DEF.text("name").required().max(200).searchable().add();

  /** By what it chooses. */
  public static final ChoiceField<CaseQueue, DispatchStrategy> STRATEGY =
      DEF.choice("strategy", DispatchStrategy.class)
          .required()
          .defaultTo(DispatchStrategy.LEAST_LOAD)
          .add();

  /** For how many days after it was resolved a case is reopened by a reply. */
  public static final NumberField<CaseQueue, Long> REOPEN_DAYS =
      DEF.integer("reopen_days").required().defaultTo(14L).atLeast(0L).atMost(3650L).add();

  /** Who got the last case by turns. */
  public static final RefField<CaseQueue, QueueMember> LAST_TURN =
      DEF.ref("last_turn", () -> QueueMember.TYPE).managed().add();

  /** How many cases were given out by turns. */
  public static final NumberField<CaseQueue, Long> TURNS =
      DEF.integer("turns").required().defaultTo(0L).managed().add();

  /** The type. */
  public static final EntityType<CaseQueue> TYPE = DEF.seal();

  private CaseQueue(Snapshot snapshot) {
    super(snapshot);
  }
}
