package io.crmkit.service;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.Staff;
import io.crmkit.org.User;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Climbs the ladders of cases as time passes. Each rung is a unit of work that also writes the fact
 * that it was climbed, so it happens exactly once, whichever node comes first and wherever one
 * dies.
 */
final class EscalationJob implements Job {
  @Override
  public String name() {
    return "case.escalation";
  }

  @Override
  public int runDue(Workspace space) {
    return Due.each(() -> due(space), its -> climbed(space, its.ref()) ? 1 : 0);
  }

  private static Query<Case> due(Workspace space) {
    return space
        .own(Case.DEF, Case.TYPE)
        .where(Case.isOpen(), Case.ESCALATES_AT.atMost(space.now()))
        .orderBy(Case.ESCALATES_AT.asc());
  }

  /** True where there was a rung to climb. */
  private static boolean climbed(Workspace space, Ref<Case> ref) {
    try {
      return space.call(unit -> new Climbing(unit).climb(ref));
    } catch (ValidationException taken) {
      if (Climbing.isTaken(taken)) {
        return false; // by another node; what is left to do is found by the next look
      }
      throw taken;
    }
  }

  /** Escalates within a unit of work. */
  private static final class Climbing {
    private final Workspace unit;
    private final CaseWork work;

    Climbing(Workspace unit) {
      this.unit = unit;
      this.work = CaseWork.own(unit);
    }

    static boolean isTaken(ValidationException failure) {
      return failure.violations().stream()
          .allMatch(violation -> violation.type().equals(Escalation.TYPE.name()));
    }

    boolean climb(Ref<Case> ref) {
      Case its = work.cases().find(ref).filter(found -> !found.state().done()).orElse(null);
      if (its == null) {
        return false;
      }
      Clocks clocks = new Clocks(unit);
      Level level = clocks.level(its).orElse(null);
      if (level == null) {
        return false;
      }
      Optional<Clocks.Coming> next =
          Clocks.coming(level, clocks.life(its), clocks.climbed(ref)).stream().findFirst();
      if (next.isEmpty() || next.get().at().isAfter(unit.now())) {
        work.cases().update(its, d -> {}); // when it is next due is computed anew
        return false;
      }
      climb(its, next.get());
      return true;
    }

    private void climb(Case its, Clocks.Coming coming) {
      EscalationRung rung = coming.rung();
      TargetKind target = rung.require(EscalationRung.TARGET);
      long percent = rung.require(EscalationRung.PERCENT);
      unit.own(Escalation.DEF, Escalation.TYPE)
          .create(
              d ->
                  d.unlock(Escalation.DEF)
                      .set(Escalation.CASE, its)
                      .set(Escalation.TARGET, target)
                      .set(Escalation.PERCENT, percent)
                      .set(Escalation.DUE_AT, coming.at())
                      .set(Escalation.AT, unit.now()));
      Reason why = Reason.of(target.name().toLowerCase(Locale.ROOT), percent);
      work.fact(its.ref(), StepKind.ESCALATION, true, null, why::into);
      Case changed =
          work.change(
              its,
              d -> {
                if (Boolean.TRUE.equals(rung.get(EscalationRung.RAISE))) {
                  d.set(Case.PRIORITY, its.require(Case.PRIORITY).raised());
                }
              });
      changed = reassigned(changed, rung, why);
      unit.publish(
          new CaseEvent.Escalated(
              its.ref(),
              target,
              percent,
              changed.raw(Case.OWNER),
              present(rung.get(EscalationRung.NOTIFY))));
    }

    /** Ladders outlive people: whoever has left is stood for by who took over from them. */
    private @Nullable Ref<User> present(@Nullable Ref<User> user) {
      return user == null ? null : Staff.presentFor(unit, user).orElse(null);
    }

    private Case reassigned(Case its, EscalationRung rung, Reason why) {
      Ref<CaseQueue> queue = rung.get(EscalationRung.TRANSFER_TO);
      Ref<User> owner = present(rung.get(EscalationRung.ASSIGN_TO));
      if (queue == null && owner == null) {
        return its;
      }
      Ref<CaseQueue> to = queue == null ? its.raw(Case.QUEUE) : queue;
      if (owner != null) {
        Dispatcher.count(unit, to, owner);
      }
      return work.assign(its, to, owner, why);
    }
  }
}
