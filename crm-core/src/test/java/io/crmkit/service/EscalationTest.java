package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.org.User;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The answer is due after 100 minutes, day and night, so a percent is a minute. */
class EscalationTest extends CrmTest {
  private final Supplier<Store> nodes = TestStores.shared();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .store(nodes.get())
        .listen(EscalationPort.to((event, context) -> told.add(event.percent() + "%")));
  }

  /** A second node on the same store, which is closed with the first. */
  private Crm node() {
    return Crm.builder()
        .store(nodes.get())
        .clock(clock)
        .policy(AccessPolicy.open())
        .listen(EscalationPort.to((event, context) -> told.add(event.percent() + "%")))
        .open();
  }

  private Ref<ServiceLevel> level() {
    Ref<ServiceLevel> level =
        ada.service()
            .levels()
            .create(d -> d.set(ServiceLevel.CODE, "x").set(ServiceLevel.NAME, "x"))
            .ref();
    for (Priority priority : Priority.values()) {
      ada.service()
          .levels()
          .promise(level, priority, Duration.ofMinutes(100), Duration.ofMinutes(1000));
    }
    return level;
  }

  private Ref<ServiceLevel> ladder(long... percents) {
    Ref<ServiceLevel> level = level();
    for (long percent : percents) {
      ada.service().levels().escalate(level, TargetKind.RESPONSE, percent, r -> {});
    }
    return level;
  }

  private Case aCase() {
    return ada.service().open(c -> c.set(Case.SUBJECT, "Printer on fire"));
  }

  private Case again(Case its) {
    return ada.service().cases().get(its.ref());
  }

  private void after(int minutes) {
    clock.set(START.plus(Duration.ofMinutes(minutes)));
    crm.jobs().runDue();
  }

  private List<Long> climbed() {
    return ada.records(Escalation.TYPE).query().list().stream()
        .map(fact -> fact.require(Escalation.PERCENT))
        .toList();
  }

  @Test
  void the_ladder_is_climbed_step_by_step_as_the_promised_time_passes() {
    ladder(50, 75, 100, 120);
    Case its = aCase();
    assertEquals(START.plus(Duration.ofMinutes(50)), its.get(Case.ESCALATES_AT));
    after(49);
    assertEquals(List.of(), told);
    after(50);
    assertEquals(List.of("50%"), told);
    after(60);
    after(75);
    after(99);
    assertEquals(List.of("50%", "75%"), told);
    after(1000);
    assertEquals(List.of("50%", "75%", "100%", "120%"), told);
    assertNull(again(its).get(Case.ESCALATES_AT));
    after(2000);
    assertEquals(4, told.size());
    assertEquals(
        4, ada.records(OutboxEntry.TYPE).where(OutboxEntry.EVENT.is("case.escalated")).count());
  }

  @Test
  void a_rung_reassigns_and_raises_the_priority_and_says_so() {
    Ref<ServiceLevel> level = level();
    User boss = ada.records(User.TYPE).create(aUser("boss"));
    ada.service()
        .levels()
        .escalate(
            level,
            TargetKind.RESPONSE,
            100,
            r ->
                r.set(EscalationRung.RAISE, true)
                    .set(EscalationRung.ASSIGN_TO, boss)
                    .set(EscalationRung.NOTIFY, boss));
    Case its = aCase();
    after(100);
    its = again(its);
    assertEquals(Priority.HIGH, its.get(Case.PRIORITY));
    assertEquals(boss.ref(), its.get(Case.OWNER));
    assertEquals(
        "response 100 %",
        ada.service().timeline(its).stream()
            .filter(step -> step.get(CaseStep.KIND) == StepKind.ESCALATION)
            .findFirst()
            .orElseThrow()
            .text(Locale.ENGLISH)
            .orElseThrow());
    after(200);
    assertEquals(Priority.HIGH, again(its).get(Case.PRIORITY), "once");
  }

  @Test
  void several_steps_due_at_once_run_in_their_order() {
    Ref<ServiceLevel> level = ladder(100, 50, 75);
    ada.service().levels().escalate(level, TargetKind.RESOLUTION, 6, r -> {});
    aCase();
    after(500);
    assertEquals(List.of(50L, 6L, 75L, 100L), climbed());
  }

  @Test
  void a_case_answered_meanwhile_is_left_alone() {
    ladder(50, 75);
    Case its = aCase();
    after(50);
    clock.set(START.plus(Duration.ofMinutes(74)));
    its = ada.service().reply(again(its), "We are coming");
    assertNull(its.get(Case.ESCALATES_AT));
    after(500);
    assertEquals(List.of("50%"), told);
  }

  @Test
  void a_case_on_hold_does_not_escalate_until_its_clock_goes_on() {
    ladder(50);
    Case its = aCase();
    clock.set(START.plus(Duration.ofMinutes(40)));
    its = ada.service().hold(its, "strike");
    after(400);
    assertEquals(List.of(), told);
    its = ada.service().start(again(its));
    after(409);
    assertEquals(List.of(), told);
    after(410);
    assertEquals(List.of("50%"), told);
  }

  @Test
  void each_step_happens_once_whichever_of_two_nodes_comes_first() throws Exception {
    ladder(50, 75, 100);
    for (int i = 0; i < 10; i++) {
      aCase();
    }
    Crm second = node();
    clock.set(START.plus(Duration.ofMinutes(80)));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (Crm node : List.of(crm, second, crm, second)) {
        runs.add(threads.submit(() -> node.jobs().runDue()));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdown();
    }
    crm.jobs().runDue();
    assertEquals(20, climbed().size());
    assertEquals(20, told.size());
  }

  @Test
  void a_step_whose_node_dies_before_the_commit_is_made_by_the_next() {
    ladder(50, 75);
    Case its = aCase();
    clock.set(START.plus(Duration.ofMinutes(80)));
    Crm dying = dying(50);
    assertEquals(1, dying.jobs().runDue().stream().filter(run -> run.failed().isPresent()).count());
    assertEquals(List.of(), climbed(), "all of the step or nothing");
    assertEquals(its, again(its));
    Crm next = node();
    next.jobs().runDue();
    assertEquals(List.of("50%", "75%"), told);
    assertEquals(2, next.as("late").records(Escalation.TYPE).query().count());
  }

  /** Dies in the middle of the unit of work that escalates. */
  private record Dying(long percent) implements CrmModule {
    @Override
    public String name() {
      return "dying";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of();
    }

    @Override
    public void register(Hooks hooks) {
      hooks.beforeCommit(
          Escalation.TYPE,
          (space, before, after) -> {
            if (after != null && after.require(Escalation.PERCENT) == percent) {
              throw new IllegalStateException("the power is cut");
            }
          });
    }
  }

  @Test
  void steps_made_before_a_node_dies_stay_made() {
    ladder(50, 75);
    aCase();
    clock.set(START.plus(Duration.ofMinutes(80)));
    dying(75).jobs().runDue();
    assertEquals(List.of(50L), climbed());
    node().jobs().runDue();
    assertEquals(Set.of(50L, 75L), Set.copyOf(climbed()));
    assertEquals(List.of("75%"), told, "the other had no listener");
  }

  private Crm dying(long percent) {
    return Crm.builder()
        .store(nodes.get())
        .clock(clock)
        .policy(AccessPolicy.open())
        .module(new Dying(percent))
        .open();
  }

  @Test
  void a_fact_cannot_be_written_twice() {
    ladder(50);
    Case its = aCase();
    after(50);
    assertThrows(
        ValidationException.class,
        () ->
            ada.workspace()
                .own(Escalation.DEF, Escalation.TYPE)
                .create(
                    d ->
                        d.unlock(Escalation.DEF)
                            .set(Escalation.CASE, its)
                            .set(Escalation.TARGET, TargetKind.RESPONSE)
                            .set(Escalation.PERCENT, 50L)
                            .set(Escalation.DUE_AT, START)
                            .set(Escalation.AT, START)));
  }

  @Test
  void a_ladder_that_names_somebody_who_left_leads_to_who_took_over() {
    User boss = ada.organization().create(aUser("boss"));
    User gone = ada.organization().create(aUser("gone"));
    User alone = ada.organization().create(aUser("alone"));
    Ref<ServiceLevel> level = level();
    ada.service()
        .levels()
        .escalate(level, TargetKind.RESPONSE, 50, r -> r.set(EscalationRung.ASSIGN_TO, gone));
    ada.service()
        .levels()
        .escalate(level, TargetKind.RESPONSE, 80, r -> r.set(EscalationRung.ASSIGN_TO, alone));
    ada.organization().deactivate(gone, LocalDate.of(2027, 3, 1), boss);
    ada.organization().deactivate(alone, LocalDate.of(2027, 3, 1), null);
    Case its = aCase();
    after(60);
    assertEquals(boss.ref(), again(its).get(Case.OWNER));
    after(90);
    assertEquals(boss.ref(), again(its).get(Case.OWNER), "nobody took over, so nothing changes");
    assertThrows(
        InvalidRequestException.class,
        () -> ada.service().assign(again(its), gone.ref(), "knows it all"));
  }
}
