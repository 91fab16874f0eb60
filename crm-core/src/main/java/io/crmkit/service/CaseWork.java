package io.crmkit.service;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.Staff;
import io.crmkit.org.User;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What verbs are made of, within a unit of work. */
final class CaseWork {
  private final Workspace unit;
  private final Records<Case> cases;

  private CaseWork(Workspace unit, Records<Case> cases) {
    this.unit = unit;
    this.cases = cases;
  }

  /** In the name of the actor, who needs the right to it. */
  static CaseWork of(Workspace unit) {
    return new CaseWork(unit, unit.records(Case.TYPE));
  }

  /** In the name of the installation. */
  static CaseWork own(Workspace unit) {
    return new CaseWork(unit, unit.own(Case.DEF, Case.TYPE));
  }

  Workspace unit() {
    return unit;
  }

  Records<Case> cases() {
    return cases;
  }

  /** Makes a case with a number. */
  Case open(String number, Consumer<Draft<Case>> filling) {
    Case made =
        cases.create(
            d -> {
              filling.accept(d);
              d.unlock(Case.DEF)
                  .set(Case.NUMBER, number)
                  .set(Case.STATE, CaseState.NEW)
                  .set(Case.OPENED_AT, unit.now());
            });
    stateStep(made.ref(), null, CaseState.NEW, null, false);
    unit.publish(new CaseEvent.Opened(made.ref()));
    return made;
  }

  Case change(Case its, Consumer<Draft<Case>> filling) {
    return cases.update(its, d -> filling.accept(d.unlock(Case.DEF)));
  }

  /** Moves a case into a state that may follow. */
  Case move(
      Case its,
      CaseState to,
      @Nullable String why,
      boolean internal,
      Consumer<Draft<Case>> filling) {
    requireNotMerged(its);
    if (!its.state().next().contains(to)) {
      throw new InvalidRequestException(
          "service.state",
          its.called(),
          its.told(Case.STATE),
          to,
          its.told(Case.STATE, its.state().next()));
    }
    return place(its, to, why, internal, filling);
  }

  /** Puts a case into a state. */
  Case place(
      Case its,
      CaseState to,
      @Nullable String why,
      boolean internal,
      Consumer<Draft<Case>> filling) {
    CaseState from = its.state();
    Case moved =
        change(
            its,
            d -> {
              d.set(Case.STATE, to);
              if (!to.done()) {
                d.clear(Case.RESOLVED_AT);
              }
              if (to != CaseState.CLOSED) {
                d.clear(Case.CLOSED_AT);
              }
              filling.accept(d);
            });
    stateStep(moved.ref(), from, to, why, internal);
    unit.publish(new CaseEvent.Moved(moved.ref(), from, to));
    return moved;
  }

  private void stateStep(
      Ref<Case> ref,
      @Nullable CaseState from,
      CaseState to,
      @Nullable String why,
      boolean internal) {
    fact(
        ref,
        StepKind.STATE,
        internal,
        why,
        d -> d.setOrClear(CaseStep.FROM_STATE, from).set(CaseStep.TO_STATE, to));
  }

  /** Gives a case to somebody or, where {@code owner} is null, to nobody. */
  Case assign(Case its, @Nullable Ref<CaseQueue> queue, @Nullable Ref<User> owner, Reason why) {
    requireNotMerged(its);
    Case assigned = change(its, d -> d.setOrClear(Case.QUEUE, queue).setOrClear(Case.OWNER, owner));
    fact(
        assigned.ref(),
        StepKind.ASSIGNMENT,
        true,
        null,
        d -> {
          why.into(d);
          d.setOrClear(CaseStep.ASSIGNEE, owner).setOrClear(CaseStep.QUEUE, queue);
        });
    unit.publish(new CaseEvent.Assigned(assigned.ref(), owner));
    return assigned;
  }

  /** Something that the feature notes of its own accord. */
  CaseStep fact(
      Ref<Case> ref,
      StepKind kind,
      boolean internal,
      @Nullable String text,
      Consumer<Draft<CaseStep>> more) {
    return unit.own(CaseStep.DEF, CaseStep.TYPE)
        .create(d -> more.accept(filled(d, ref, kind, internal, text)));
  }

  /** Something that the actor says, who needs the right to it. */
  CaseStep said(Ref<Case> ref, StepKind kind, boolean internal, String text) {
    return unit.records(CaseStep.TYPE).create(d -> filled(d, ref, kind, internal, text));
  }

  private Draft<CaseStep> filled(
      Draft<CaseStep> d, Ref<Case> ref, StepKind kind, boolean internal, @Nullable String text) {
    return d.unlock(CaseStep.DEF)
        .set(CaseStep.CASE, ref)
        .set(CaseStep.KIND, kind)
        .set(CaseStep.INTERNAL, internal)
        .set(CaseStep.AT, unit.now())
        .setOrClear(CaseStep.TEXT, text);
  }

  /** Refuses somebody who has left, since nobody would see to the case. */
  void requireWorks(Ref<User> user) {
    if (!Staff.works(unit, user)) {
      throw new InvalidRequestException("service.left", user);
    }
  }

  void link(Ref<Case> its, Ref<Case> other, LinkKind kind) {
    unit.own(CaseLink.DEF, CaseLink.TYPE)
        .create(
            d ->
                d.unlock(CaseLink.DEF)
                    .set(CaseLink.CASE, its)
                    .set(CaseLink.OTHER, other)
                    .set(CaseLink.KIND, kind));
  }

  static void requireNotMerged(Case its) {
    if (its.raw(Case.MERGED_INTO) != null) {
      throw new InvalidRequestException("service.merged", its.called());
    }
  }

  static @Nullable String number(Case its) {
    return its.raw(Case.NUMBER);
  }
}
