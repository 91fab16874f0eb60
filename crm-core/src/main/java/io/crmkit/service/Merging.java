package io.crmkit.service;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Merges and splits cases; nothing of their history is lost. */
final class Merging {
  private static final Set<StepKind> MOVABLE =
      EnumSet.of(StepKind.MESSAGE, StepKind.REPLY, StepKind.CALL, StepKind.NOTE);

  /** What a case that is split off takes from the other. */
  private static final List<Field<Case, ?>> INHERITED =
      List.of(
          Case.CUSTOMER,
          Case.CONTACT,
          Case.SENDER,
          Case.CHANNEL,
          Case.KIND,
          Case.PRIORITY,
          Case.PRODUCT,
          Case.OPPORTUNITY);

  private final CaseWork work;

  Merging(CaseWork work) {
    this.work = work;
  }

  Case merge(Case its, Case into) {
    CaseWork.requireNotMerged(its);
    CaseWork.requireNotMerged(into);
    if (its.ref().equals(into.ref())) {
      throw new InvalidRequestException("service.link", LinkKind.MERGED);
    }
    if (into.state().done()) {
      throw new InvalidRequestException("service.done", into.called());
    }
    work.cases().expect(into); // or two cases could be merged into each other at once
    Case merged =
        work.place(
            its,
            CaseState.CLOSED,
            CaseWork.number(into),
            true,
            d -> {
              d.set(Case.MERGED_INTO, into);
              if (d.get(Case.CLOSED_AT) == null) {
                d.set(Case.CLOSED_AT, work.unit().now());
              }
            });
    work.link(its.ref(), into.ref(), LinkKind.MERGED);
    work.fact(into.ref(), StepKind.LINK, true, CaseWork.number(its), d -> {});
    work.unit().publish(new CaseEvent.Merged(its.ref(), into.ref()));
    return merged;
  }

  Case unmerge(Case its) {
    Ref<Case> into = its.raw(Case.MERGED_INTO);
    if (into == null) {
      throw new InvalidRequestException("service.not_merged", its.called());
    }
    Records<CaseLink> links = work.unit().own(CaseLink.DEF, CaseLink.TYPE);
    links
        .where(CaseLink.CASE.is(its), CaseLink.OTHER.is(into), CaseLink.KIND.is(LinkKind.MERGED))
        .list()
        .forEach(links::delete);
    work.fact(into, StepKind.LINK, true, CaseWork.number(its), d -> {});
    CaseState before = before(its);
    return work.place(its, before, null, true, d -> d.clear(Case.MERGED_INTO));
  }

  /** The state in which a case was when it was merged. */
  private CaseState before(Case its) {
    return work
        .unit()
        .own(CaseStep.DEF, CaseStep.TYPE)
        .where(CaseStep.CASE.is(its), CaseStep.KIND.is(StepKind.STATE))
        .orderBy(CaseStep.AT.asc())
        .list()
        .stream()
        .reduce((first, second) -> second)
        .map(step -> step.require(CaseStep.FROM_STATE))
        .orElse(CaseState.OPEN);
  }

  Case split(Case its, Collection<CaseStep> steps, String subject, String number) {
    CaseWork.requireNotMerged(its);
    for (CaseStep step : steps) {
      if (!its.ref().equals(step.get(CaseStep.CASE))
          || !MOVABLE.contains(step.require(CaseStep.KIND))) {
        throw new InvalidRequestException("service.split", step.ref(), its.called());
      }
    }
    work.cases().expect(its);
    Case made =
        work.open(
            number,
            d -> {
              INHERITED.forEach(field -> inherit(d, its, field));
              d.set(Case.SUBJECT, subject);
            });
    Records<CaseStep> all = work.unit().records(CaseStep.TYPE);
    for (CaseStep step : steps) {
      all.update(
          step,
          d -> {
            d.unlock(CaseStep.DEF).set(CaseStep.CASE, made);
            if (d.get(CaseStep.ORIGIN) == null) {
              d.set(CaseStep.ORIGIN, its);
            }
          });
    }
    work.link(made.ref(), its.ref(), LinkKind.SPLIT);
    work.unit().publish(new CaseEvent.Split(made.ref(), its.ref()));
    work.fact(its.ref(), StepKind.LINK, true, number, d -> {});
    work.fact(made.ref(), StepKind.LINK, true, CaseWork.number(its), d -> {});
    return made;
  }

  private static <T> void inherit(Draft<Case> draft, Case its, Field<Case, T> field) {
    T value = its.get(field);
    if (value != null) {
      draft.set(field, value);
    }
  }
}
