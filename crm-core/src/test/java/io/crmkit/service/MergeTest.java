package io.crmkit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest extends CrmTest {
  private Case aCase(String subject) {
    clock.advance(Duration.ofMinutes(1));
    Case its = ada.service().open(c -> c.set(Case.SUBJECT, subject));
    its = ada.service().reply(its, "About " + subject);
    return its;
  }

  private List<String> texts(Case its) {
    return ada.service().timeline(its).stream()
        .filter(step -> step.get(CaseStep.KIND) == StepKind.REPLY)
        .map(step -> step.require(CaseStep.TEXT))
        .toList();
  }

  @Test
  void a_merged_case_is_closed_and_both_histories_are_kept() {
    Case first = aCase("fire");
    Case second = aCase("smoke");
    Case merged = ada.service().merge(second, first);
    assertEquals(CaseState.CLOSED, merged.get(Case.STATE));
    assertEquals(first.ref(), merged.get(Case.MERGED_INTO));
    assertEquals(List.of("About fire", "About smoke"), texts(first));
    assertEquals(List.of("About smoke"), texts(merged), "its own history stays its own");
    List<CaseStep> all = ada.service().timeline(first);
    assertTrue(
        all.stream().anyMatch(step -> merged.ref().equals(step.get(CaseStep.CASE))),
        "the origin is said");
    assertEquals(LinkKind.MERGED, ada.service().links(first).get(0).get(CaseLink.KIND));
    assertEquals(
        "service.merged",
        assertThrows(InvalidRequestException.class, () -> ada.service().reply(merged, "x")).code());
  }

  @Test
  void a_merging_is_taken_back() {
    Case first = aCase("fire");
    Case second = ada.service().hold(aCase("smoke"), "later");
    Case merged = ada.service().merge(second, first);
    Case back = ada.service().unmerge(merged);
    assertEquals(CaseState.ON_HOLD, back.get(Case.STATE));
    assertNull(back.get(Case.MERGED_INTO));
    assertNull(back.get(Case.CLOSED_AT));
    assertEquals(List.of("About fire"), texts(first));
    assertEquals(List.of(), ada.service().links(first));
    assertEquals(
        "service.not_merged",
        assertThrows(InvalidRequestException.class, () -> ada.service().unmerge(back)).code());
    ada.service().merge(back, first);
    assertEquals(List.of("About fire", "About smoke"), texts(first));
  }

  @Test
  void cases_merged_one_into_another_are_all_in_the_timeline_of_the_last() {
    Case first = aCase("fire");
    Case second = aCase("smoke");
    Case third = aCase("smell");
    ada.service().merge(third, second);
    ada.service().merge(ada.service().cases().get(second.ref()), first);
    assertEquals(List.of("About fire", "About smoke", "About smell"), texts(first));
  }

  @Test
  void two_cases_are_never_merged_into_each_other() {
    Case first = aCase("fire");
    Case second = aCase("smoke");
    assertThrows(
        InvalidRequestException.class, () -> ada.service().merge(first, first), "into itself");
    ConflictException late =
        assertThrows(
            ConflictException.class,
            () ->
                ada.run(
                    work -> {
                      work.service().merge(first, second);
                      bob.service().merge(second, first);
                    }));
    assertEquals("conflict.stale", late.code());
  }

  @Test
  void chosen_steps_are_split_off_into_a_linked_case() {
    Case its = aCase("fire");
    CaseStep note = ada.service().note(its, "The cellar is under water as well");
    Case made = ada.service().split(its, List.of(note), "Cellar");
    assertEquals("Cellar", made.get(Case.SUBJECT));
    assertEquals("C-2027-00002", made.get(Case.NUMBER));
    CaseStep moved =
        ada.service().timeline(made).stream()
            .filter(step -> step.get(CaseStep.KIND) == StepKind.NOTE)
            .findFirst()
            .orElseThrow();
    assertEquals(note.ref(), moved.ref());
    assertEquals(its.ref(), moved.get(CaseStep.ORIGIN));
    assertTrue(
        ada.service().timeline(its).stream().noneMatch(step -> step.ref().equals(note.ref())));
    CaseLink link = ada.service().links(its).get(0);
    assertEquals(LinkKind.SPLIT, link.get(CaseLink.KIND));
    assertEquals(made.ref(), link.get(CaseLink.CASE));
    CaseStep state = ada.service().timeline(its).get(0);
    assertEquals(
        "service.split",
        assertThrows(
                InvalidRequestException.class, () -> ada.service().split(its, List.of(state), "x"))
            .code());
  }

  @Test
  void an_answer_to_a_message_that_was_split_off_goes_with_it() {
    Case its = ada.service().receive(Intake.of("mail", "<1@x.example>", "Fire"));
    Case again =
        ada.service()
            .receive(Intake.of("mail", "<2@x.example>", "Also water").answering("<1@x.example>"));
    assertEquals(its.ref(), again.ref());
    CaseStep water =
        ada.service().steps().where(CaseStep.TEXT.contains("water")).first().orElseThrow();
    Case made = ada.service().split(again, List.of(water), "Water");
    assertEquals(
        made.ref(),
        ada.service()
            .receive(Intake.of("mail", "<3@x.example>", "Still").answering("<2@x.example>"))
            .ref());
  }

  @Test
  void cases_are_linked_as_related_or_duplicate() {
    Case first = aCase("fire");
    Case second = aCase("smoke");
    ada.service().relate(first, second, LinkKind.RELATED);
    assertEquals(1, ada.service().links(second).size());
    assertThrows(
        InvalidRequestException.class, () -> ada.service().relate(first, second, LinkKind.MERGED));
  }
}
