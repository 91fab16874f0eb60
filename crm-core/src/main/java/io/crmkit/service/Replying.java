package io.crmkit.service;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.work.Workspace;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers customers. */
final class Replying {
  private final Workspace unit;
  private final CaseWork work;

  Replying(Workspace unit) {
    this.unit = unit;
    this.work = CaseWork.of(unit);
  }

  Case reply(Case its, StepKind kind, String text, @Nullable String messageId) {
    CaseWork.requireNotMerged(its);
    Consumer<Draft<Case>> answered = d -> ServiceDesk.respond(d, unit);
    Case replied =
        its.state() == CaseState.NEW
            ? work.move(its, CaseState.OPEN, null, true, answered)
            : work.change(its, answered);
    CaseStep step = work.said(its.ref(), kind, kind == StepKind.CALL, text);
    if (messageId != null) {
      String channel = Objects.requireNonNullElse(its.raw(Case.CHANNEL), "mail");
      Receiving.remember(unit, channel, messageId, step);
    }
    if (kind == StepKind.REPLY) {
      unit.publish(new CaseEvent.Replied(its.ref(), step.ref()));
    }
    return replied;
  }
}
