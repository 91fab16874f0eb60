package io.crmkit.service;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A fact: this message of a channel belongs to this case. A message is taken in once. */
public final class CaseMessage extends Entity<CaseMessage> {
  static final Definition<CaseMessage> DEF =
      Definition.of("case_message", CaseMessage::new).journal();

  /** The channel. */
  public static final TextField<CaseMessage> CHANNEL =
      DEF.text("channel").required().max(50).managed().add();

  /** The identity of the message there; of a long one its hash. */
  public static final TextField<CaseMessage> MESSAGE_ID =
      DEF.text("message_id").required().max(200).managed().add();

  /** The case. */
  public static final RefField<CaseMessage, Case> CASE =
      DEF.ref("service_case", () -> Case.TYPE).required().managed().add();

  /** The step that holds what it says. */
  public static final RefField<CaseMessage, CaseStep> STEP =
      DEF.ref("step", () -> CaseStep.TYPE).required().managed().add();

  /** The type. */
  public static final EntityType<CaseMessage> TYPE =
      DEF.partOf(CASE).unique("message", CHANNEL, MESSAGE_ID).seal();

  private CaseMessage(Snapshot snapshot) {
    super(snapshot);
  }
}
