package io.crmkit.service;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what is promised about cases up to date with every change of them, whoever makes it. */
final class Clocks {
  /** What the times of a case tell of it. */
  static final List<Field<Case, ?>> TOLD =
      List.of(
          Case.SERVICE_LEVEL,
          Case.STATE,
          Case.PRIORITY,
          Case.OPENED_AT,
          Case.RESPONDED_AT,
          Case.RESOLVED_AT);

  /** A rung that was climbed. */
  record Climbed(TargetKind target, long percent) {
    static Climbed of(EscalationRung rung) {
      return new Climbed(rung.require(EscalationRung.TARGET), rung.require(EscalationRung.PERCENT));
    }
  }

  /** A rung and when it is reached. */
  record Coming(EscalationRung rung, Instant at) {}

  private final Workspace space;
  private final Levels levels;

  Clocks(Workspace space) {
    this.space = space;
    this.levels = space.module(ServiceModule.class).levels(space);
  }

  String basis() {
    return levels.basis();
  }

  Optional<Level> level(Case its) {
    return levels.find(its.raw(Case.SERVICE_LEVEL));
  }

  /** How much working time a case has taken so far; empty where it falls under no service level. */
  Optional<ServiceTimes> times(Case its) {
    return level(its).map(level -> times(level, life(its)));
  }

  private ServiceTimes times(Level level, Life life) {
    Instant now = space.now();
    ServiceClock response = level.clock(TargetKind.RESPONSE, life);
    ServiceClock resolution = level.clock(TargetKind.RESOLUTION, life);
    Instant resolved = Objects.requireNonNullElse(life.resolved(), now);
    return new ServiceTimes(
        response.elapsed(Objects.requireNonNullElse(life.responded(), now)),
        resolution.elapsed(resolved),
        resolution.paused(resolved));
  }

  /** Sets what follows from how the case stands in the draft. */
  void fill(Draft<Case> draft) {
    CaseState state = draft.get(Case.STATE);
    if (state == null || (state == CaseState.CLOSED && !draft.isTouched(Case.STATE))) {
      return; // what was promised about a closed case is history
    }
    draft.unlock(Case.DEF).set(Case.LEVEL_BASIS, levels.basis());
    Level level = levels.matching(space, draft).orElse(null);
    draft.setOrClear(Case.SERVICE_LEVEL, level == null ? null : level.ref());
    if (level == null) {
      draft
          .clear(Case.RESPONSE_DUE)
          .clear(Case.RESOLUTION_DUE)
          .clear(Case.RESPONSE_MET)
          .clear(Case.RESOLUTION_MET)
          .clear(Case.PAUSED_SECONDS)
          .clear(Case.ESCALATES_AT);
      return;
    }
    Life life = life(draft, state);
    Instant response = level.due(TargetKind.RESPONSE, life).orElse(null);
    Instant resolution = level.due(TargetKind.RESOLUTION, life).orElse(null);
    Level.Target target = level.target(life.priority());
    Duration paused =
        level
            .clock(TargetKind.RESOLUTION, life)
            .paused(Objects.requireNonNullElse(life.resolved(), life.moved()));
    draft
        .setOrClear(Case.RESPONSE_DUE, response)
        .setOrClear(Case.RESOLUTION_DUE, resolution)
        .setOrClear(Case.RESPONSE_MET, met(target.response(), response, life.responded()))
        .setOrClear(Case.RESOLUTION_MET, met(target.resolution(), resolution, life.resolved()))
        .set(Case.PAUSED_SECONDS, paused.toSeconds())
        .setOrClear(Case.ESCALATES_AT, state.done() ? null : next(level, life, draft));
  }

  private @Nullable Instant next(Level level, Life life, Draft<Case> draft) {
    if (level.ladder().isEmpty()) {
      return null;
    }
    Set<Climbed> climbed = draft.isNew() ? Set.of() : climbed(draft.ref());
    List<Coming> coming = coming(level, life, climbed);
    return coming.isEmpty() ? null : coming.get(0).at();
  }

  private static @Nullable Boolean met(
      @Nullable Duration target, @Nullable Instant due, @Nullable Instant done) {
    if (target == null || done == null) {
      return null;
    }
    return due == null || !done.isAfter(due);
  }

  private Life life(Draft<Case> draft, CaseState state) {
    Instant opened = Objects.requireNonNull(draft.get(Case.OPENED_AT));
    List<ServiceClock.Entry> trail =
        draft.isNew()
            ? new ArrayList<>(List.of(new ServiceClock.Entry(opened, state)))
            : trail(draft.ref(), opened);
    if (trail.get(trail.size() - 1).state() != state) {
      trail.add(new ServiceClock.Entry(space.now(), state));
    }
    return new Life(
        Objects.requireNonNullElse(draft.get(Case.PRIORITY), Priority.NORMAL),
        trail,
        draft.get(Case.RESPONDED_AT),
        draft.get(Case.RESOLVED_AT));
  }

  Life life(Case its) {
    Instant opened = Objects.requireNonNull(its.raw(Case.OPENED_AT));
    return new Life(
        Objects.requireNonNull(its.raw(Case.PRIORITY)),
        trail(its.ref(), opened),
        its.raw(Case.RESPONDED_AT),
        its.raw(Case.RESOLVED_AT));
  }

  private List<ServiceClock.Entry> trail(Ref<Case> ref, Instant opened) {
    List<ServiceClock.Entry> trail = new ArrayList<>();
    for (CaseStep step :
        space
            .own(CaseStep.DEF, CaseStep.TYPE)
            .where(CaseStep.CASE.is(ref), CaseStep.KIND.is(StepKind.STATE))
            .orderBy(CaseStep.AT.asc())
            .list()) {
      CaseState to = step.get(CaseStep.TO_STATE);
      if (to != null) {
        trail.add(new ServiceClock.Entry(step.require(CaseStep.AT), to));
      }
    }
    if (trail.isEmpty()) {
      trail.add(new ServiceClock.Entry(opened, CaseState.NEW));
    }
    return trail;
  }

  Set<Climbed> climbed(Ref<Case> ref) {
    Set<Climbed> climbed = new HashSet<>();
    for (Escalation done :
        space.own(Escalation.DEF, Escalation.TYPE).where(Escalation.CASE.is(ref)).list()) {
      climbed.add(new Climbed(done.require(Escalation.TARGET), done.require(Escalation.PERCENT)));
    }
    return climbed;
  }

  /** The rungs that are still to be climbed, in the order in which they are reached. */
  static List<Coming> coming(Level level, Life life, Set<Climbed> climbed) {
    List<Coming> coming = new ArrayList<>();
    for (EscalationRung rung : level.ladder()) {
      if (!climbed.contains(Climbed.of(rung))) {
        level.reached(rung, life).ifPresent(at -> coming.add(new Coming(rung, at)));
      }
    }
    coming.sort(Comparator.comparing(Coming::at)); // stable: lower percentages first
    return coming;
  }
}
