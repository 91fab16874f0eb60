package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.examples.report.AfterSale.AgentTally;
import io.crmkit.examples.report.AfterSale.CaseTally;
import io.crmkit.examples.report.AfterSale.Escalated;
import io.crmkit.examples.report.AfterSale.Promise;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.work.Group;
import io.crmkit.org.User;
import io.crmkit.service.Case;
import io.crmkit.service.CaseState;
import io.crmkit.service.Escalation;
import io.crmkit.service.EscalationRung;
import io.crmkit.service.Priority;
import io.crmkit.service.TargetKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the figures of the service desk. */
final class CaseReader {
  private final Session session;

  CaseReader(Session session) {
    this.session = session;
  }

  List<String> states() {
    return List.of(CaseState.values()).stream().map(Words::of).toList();
  }

  /** Every priority, the most urgent first; none where there is no case at all. */
  List<CaseTally> tallies() {
    Map<Priority, Map<CaseState, Long>> counts = new HashMap<>();
    for (Group<Case> group :
        session
            .service()
            .cases()
            .query()
            .groupBy(Case.PRIORITY, Case.STATE)
            .measure(Measure.count())) {
      counts
          .computeIfAbsent(Groups.key(group, Case.PRIORITY), priority -> new HashMap<>())
          .put(Groups.key(group, Case.STATE), group.count());
    }
    if (counts.isEmpty()) {
      return List.of();
    }
    List<Priority> priorities = new ArrayList<>(List.of(Priority.values()));
    Collections.reverse(priorities);
    List<CaseTally> tallies = new ArrayList<>();
    for (Priority priority : priorities) {
      Map<CaseState, Long> byState = counts.getOrDefault(priority, Map.of());
      tallies.add(
          new CaseTally(
              Words.of(priority),
              List.of(CaseState.values()).stream()
                  .map(state -> byState.getOrDefault(state, 0L))
                  .toList()));
    }
    return tallies;
  }

  Map<String, Long> channels() {
    Map<String, Long> channels = new LinkedHashMap<>();
    session
        .service()
        .cases()
        .where(Case.CHANNEL.isPresent())
        .groupBy(Case.CHANNEL)
        .measure(Measure.count())
        .stream()
        .sorted(
            Comparator.comparing((Group<Case> group) -> -group.count())
                .thenComparing(group -> Groups.key(group, Case.CHANNEL)))
        .forEach(
            group -> channels.put(Words.capital(Groups.key(group, Case.CHANNEL)), group.count()));
    return channels;
  }

  List<Promise> promises() {
    return List.of(
        promise("First answer", Case.RESPONSE_MET), promise("Resolution", Case.RESOLUTION_MET));
  }

  private Promise promise(String name, ValueField<Case, Boolean> met) {
    long kept = 0;
    long broken = 0;
    long running = 0;
    for (Group<Case> group :
        session
            .service()
            .cases()
            .where(Case.SERVICE_LEVEL.isPresent())
            .groupBy(met)
            .measure(Measure.count())) {
      Boolean was = group.get(met);
      if (was == null) {
        running = group.count();
      } else if (was) {
        kept = group.count();
      } else {
        broken = group.count();
      }
    }
    return new Promise(name, kept, broken, running);
  }

  List<Escalated> escalations() {
    List<Escalation> facts =
        session
            .records(Escalation.TYPE)
            .query()
            .orderBy(Escalation.AT.desc(), Escalation.DUE_AT.desc())
            .list();
    Set<Ref<Case>> refs = new HashSet<>();
    facts.forEach(fact -> refs.add(fact.require(Escalation.CASE)));
    Map<Ref<Case>, Case> cases = session.service().cases().find(refs);
    List<EscalationRung> rungs = session.service().levels().ladders().query().list();
    List<Escalated> escalations = new ArrayList<>();
    for (Escalation fact : facts) {
      Case its = Objects.requireNonNull(cases.get(fact.require(Escalation.CASE)));
      long percent = fact.require(Escalation.PERCENT);
      TargetKind target = fact.require(Escalation.TARGET);
      escalations.add(
          new Escalated(
              fact.require(Escalation.AT),
              its.require(Case.NUMBER),
              Words.of(its.require(Case.PRIORITY)),
              its.require(Case.SUBJECT),
              percent
                  + " % of the time "
                  + (target == TargetKind.RESPONSE ? "to answer" : "to resolve"),
              outcome(rungs, its, target, percent)));
    }
    return escalations;
  }

  private String outcome(List<EscalationRung> rungs, Case its, TargetKind target, long percent) {
    List<String> done = new ArrayList<>();
    for (EscalationRung rung : rungs) {
      if (rung.require(EscalationRung.TARGET) == target
          && rung.require(EscalationRung.PERCENT) == percent
          && rung.require(EscalationRung.LEVEL).equals(its.get(Case.SERVICE_LEVEL))) {
        if (rung.require(EscalationRung.RAISE)) {
          done.add("priority raised");
        }
        add(done, rung.get(EscalationRung.NOTIFY), " told");
        add(done, rung.get(EscalationRung.ASSIGN_TO), " takes over");
      }
    }
    return done.isEmpty() ? "owner told" : String.join(", ", done);
  }

  private void add(List<String> done, @Nullable Ref<User> who, String what) {
    if (who != null) {
      done.add(session.organization().get(who).require(User.FULL_NAME) + what);
    }
  }

  List<AgentTally> agents() {
    Map<Ref<User>, long[]> counts = new HashMap<>();
    for (Group<Case> group :
        session
            .service()
            .cases()
            .where(Case.OWNER.isPresent())
            .groupBy(Case.OWNER, Case.STATE, Case.RESPONSE_MET)
            .measure(Measure.count())) {
      long[] count = counts.computeIfAbsent(Groups.key(group, Case.OWNER), owner -> new long[3]);
      count[0] += group.count();
      count[1] += Groups.key(group, Case.STATE).done() ? group.count() : 0;
      count[2] += Boolean.FALSE.equals(group.get(Case.RESPONSE_MET)) ? group.count() : 0;
    }
    return session.organization().find(counts.keySet()).values().stream()
        .sorted(Comparator.comparing(user -> user.require(User.FULL_NAME)))
        .map(
            user -> {
              long[] count = Objects.requireNonNull(counts.get(user.ref()));
              return new AgentTally(user.require(User.FULL_NAME), count[0], count[1], count[2]);
            })
        .toList();
  }
}
