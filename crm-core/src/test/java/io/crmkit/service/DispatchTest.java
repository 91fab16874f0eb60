package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aUser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DispatchTest extends CrmTest {
  private CaseQueue queue(DispatchStrategy strategy) {
    return ada.service()
        .queues()
        .create(
            q ->
                q.set(CaseQueue.CODE, "hotline")
                    .set(CaseQueue.NAME, "Hotline")
                    .set(CaseQueue.STRATEGY, strategy));
  }

  private QueueMember member(CaseQueue queue, String name, long capacity, String... skills) {
    User user = ada.records(User.TYPE).create(aUser(name));
    return ada.service()
        .members()
        .create(
            m ->
                m.set(QueueMember.QUEUE, queue)
                    .set(QueueMember.USER, user)
                    .set(QueueMember.CAPACITY, capacity)
                    .set(QueueMember.SKILLS, Set.of(skills)));
  }

  private Case waiting(CaseQueue queue, String... skills) {
    Case its = ada.service().open(c -> c.set(Case.SUBJECT, "x").set(Case.SKILLS, Set.of(skills)));
    return ada.service().transfer(its, queue, "first line");
  }

  private String dispatched(CaseQueue queue, String... skills) {
    return name(ada.service().dispatch(waiting(queue, skills)).require(Case.OWNER));
  }

  private String name(Ref<User> user) {
    return ada.records(User.TYPE).get(user).require(User.USERNAME);
  }

  private String reason(Case its) {
    List<CaseStep> steps = ada.service().timeline(its);
    return steps.get(steps.size() - 1).text(Locale.ENGLISH).orElseThrow();
  }

  @Test
  void the_member_with_the_least_load_gets_the_case_and_the_reason_is_kept() {
    CaseQueue queue = queue(DispatchStrategy.LEAST_LOAD);
    member(queue, "anna", 10);
    member(queue, "ben", 10);
    assertEquals("anna", dispatched(queue), "of equals the first member");
    assertEquals("ben", dispatched(queue));
    Case third = ada.service().dispatch(waiting(queue));
    assertEquals("anna", name(third.require(Case.OWNER)));
    assertEquals("least load: 1 open", reason(third));
    List<CaseStep> steps = ada.service().timeline(third);
    assertEquals(Optional.of("负荷最少：1 个未结工单"), steps.get(steps.size() - 1).text(Locale.CHINESE));
    ada.service().resolve(third, "done");
    assertEquals("anna", dispatched(queue), "what is resolved is no load");
  }

  @Test
  void only_who_has_the_skills_gets_the_case_and_the_best_match_first() {
    CaseQueue queue = queue(DispatchStrategy.SKILL);
    member(queue, "anna", 10, "german");
    member(queue, "ben", 10, "german", "printers");
    assertEquals("ben", dispatched(queue, "printers"));
    Case its =
        ada.service()
            .open(
                c ->
                    c.set(Case.SUBJECT, "x")
                        .set(Case.SKILLS, Set.of("german"))
                        .set(Case.TAGS, Set.of("printers")));
    its = ada.service().dispatch(ada.service().transfer(its, queue, "first line"));
    assertEquals("ben", name(its.require(Case.OWNER)));
    assertEquals("skills: 2 of 2, 1 open", reason(its));
    assertEquals("anna", dispatched(queue, "german"), "of equal matches the least load");
  }

  @Test
  void cases_go_round_in_turns() {
    CaseQueue queue = queue(DispatchStrategy.ROUND_ROBIN);
    member(queue, "anna", 10);
    QueueMember ben = member(queue, "ben", 10);
    member(queue, "carl", 10);
    assertEquals("anna", dispatched(queue));
    ben = ada.service().members().get(ben.ref());
    ada.service()
        .members()
        .update(ben, m -> m.set(QueueMember.AWAY_SINCE, LocalDate.parse("2027-03-01")));
    assertEquals("carl", dispatched(queue), "ben is away");
    assertEquals("anna", dispatched(queue));
  }

  @Test
  void whoever_is_away_or_full_gets_nothing() {
    CaseQueue queue = queue(DispatchStrategy.LEAST_LOAD);
    QueueMember anna = member(queue, "anna", 1);
    assertEquals("anna", dispatched(queue));
    Case its = waiting(queue);
    InvalidRequestException refused =
        assertThrows(InvalidRequestException.class, () -> ada.service().dispatch(its));
    assertEquals("service.nobody", refused.code());
    anna = ada.service().members().get(anna.ref());
    ada.service()
        .members()
        .update(
            anna,
            m ->
                m.set(QueueMember.CAPACITY, 5L)
                    .set(QueueMember.AWAY_SINCE, LocalDate.parse("2027-02-20"))
                    .set(QueueMember.AWAY_UNTIL, LocalDate.parse("2027-03-01")));
    assertThrows(InvalidRequestException.class, () -> ada.service().dispatch(its));
    clock.advance(Duration.ofDays(1));
    assertEquals("anna", name(ada.service().dispatch(its).require(Case.OWNER)));
  }

  @Test
  void dispatchers_at_once_never_exceed_anybodys_capacity() throws Exception {
    CaseQueue queue = queue(DispatchStrategy.LEAST_LOAD);
    QueueMember anna = member(queue, "anna", 3);
    QueueMember ben = member(queue, "ben", 3);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      cases.add(waiting(queue));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int given = 0;
    try {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (Case its : cases) {
        tries.add(threads.submit(() -> tried(its)));
      }
      for (Future<Boolean> each : tries) {
        given += each.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(6, given);
    for (QueueMember member : List.of(anna, ben)) {
      assertEquals(
          3, ada.service().cases().where(Case.OWNER.is(member.require(QueueMember.USER))).count());
    }
  }

  private boolean tried(Case its) {
    try {
      ada.service().dispatch(its);
      return true;
    } catch (InvalidRequestException nobody) {
      assertEquals("service.nobody", nobody.code());
      return false;
    }
  }

  @Test
  void dispatchers_at_once_take_turns() throws Exception {
    CaseQueue queue = queue(DispatchStrategy.ROUND_ROBIN);
    for (String name : List.of("anna", "ben", "carl", "dora")) {
      member(queue, name, 100);
    }
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      cases.add(waiting(queue));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (Case its : cases) {
        tries.add(threads.submit(() -> tried(its)));
      }
      for (Future<Boolean> each : tries) {
        assertTrue(each.get());
      }
    } finally {
      threads.shutdown();
    }
    for (QueueMember member : ada.service().members().query().list()) {
      assertEquals(2L, member.get(QueueMember.DISPATCHED));
    }
    assertEquals(8L, ada.service().queues().get(queue.ref()).get(CaseQueue.TURNS));
  }

  @Test
  void a_case_in_no_queue_or_already_done_cannot_be_dispatched() {
    Case its = ada.service().open(c -> c.set(Case.SUBJECT, "x"));
    assertEquals(
        "service.no_queue",
        assertThrows(InvalidRequestException.class, () -> ada.service().dispatch(its)).code());
    CaseQueue queue = queue(DispatchStrategy.LEAST_LOAD);
    Case done = ada.service().resolve(waiting(queue), "x");
    assertEquals(
        "service.done",
        assertThrows(InvalidRequestException.class, () -> ada.service().dispatch(done)).code());
  }
}
