package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestPolicy;
import io.crmkit.testing.TestStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private Contact wile() {
    Customer acme = ada.customers().create(aCustomer());
    return ada.customers()
        .addContact(
            acme,
            c ->
                c.set(Contact.NAME, "Wile E. Coyote")
                    .set(Contact.EMAIL, "wile@acme.example")
                    .set(Contact.MOBILE, "+49 171 1234567"));
  }

  private static Intake mail(String id) {
    return Intake.of("mail", id, "It does not work").from("wile@acme.example").about("Rocket");
  }

  private long steps(Case its, StepKind kind) {
    return ada.service().steps().where(CaseStep.CASE.is(its), CaseStep.KIND.is(kind)).count();
  }

  @Test
  void a_mail_becomes_a_case_of_the_contact_it_comes_from() {
    Contact wile = wile();
    Case its = ada.service().receive(mail("<1@acme.example>"));
    assertEquals("Rocket", its.get(Case.SUBJECT));
    assertEquals("It does not work", its.get(Case.DESCRIPTION));
    assertEquals(wile.ref(), its.get(Case.CONTACT));
    assertEquals(wile.get(Contact.CUSTOMER), its.get(Case.CUSTOMER));
    assertEquals("mail", its.get(Case.CHANNEL));
  }

  @Test
  void a_call_is_matched_by_the_number_of_the_phone() {
    Contact wile = wile();
    Case its = ada.service().receive(Intake.of("phone", "call-1", "Help").from("+49 171 123 4567"));
    assertEquals(wile.ref(), its.get(Case.CONTACT));
    assertEquals("Help", its.get(Case.SUBJECT));
  }

  @Test
  void a_message_delivered_twice_is_one_case() {
    wile();
    Case first = ada.service().receive(mail("<1@acme.example>"));
    Case second = ada.service().receive(mail("<1@acme.example>"));
    assertEquals(first, second);
    assertEquals(1, ada.service().cases().query().count());
    assertEquals(1, steps(first, StepKind.MESSAGE));
    String longId = "<" + "x".repeat(900) + "@acme.example>";
    assertEquals(ada.service().receive(mail(longId)), ada.service().receive(mail(longId)));
  }

  @Test
  void a_message_delivered_to_several_nodes_at_once_is_one_case() throws Exception {
    wile();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Case> delivery = () -> ada.service().receive(mail("<1@acme.example>"));
      Set<Case> cases =
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> delivery).toList()).stream()
              .map(IntakeTest::get)
              .collect(Collectors.toSet());
      assertEquals(1, cases.size());
      assertEquals(1, ada.service().cases().query().count());
      assertEquals(1, steps(cases.iterator().next(), StepKind.MESSAGE));
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_reply_goes_to_the_case_that_it_answers() {
    wile();
    Case its = ada.service().receive(mail("<1@acme.example>"));
    its = ada.service().reply(its, "Which rocket?", "<r1@support.example>");
    its = ada.service().await(its, "asked");
    Case answered =
        ada.service().receive(mail("<2@acme.example>").answering("<r1@support.example>"));
    assertEquals(its.ref(), answered.ref());
    assertEquals(CaseState.OPEN, answered.get(Case.STATE), "it waits no more");
    assertEquals(2, steps(its, StepKind.MESSAGE));
    assertEquals(
        its.ref(),
        ada.service()
            .receive(mail("<3@acme.example>").answering("<lost@x.example>", "<1@acme.example>"))
            .ref());
  }

  @Test
  void a_reply_is_known_by_its_conversation_or_by_the_number_in_its_subject() {
    wile();
    Case chat =
        ada.service().receive(Intake.of("social", "m1", "Hello?").from("@wile").inThread("t-7"));
    assertNull(chat.get(Case.CUSTOMER));
    assertEquals("@wile", chat.get(Case.SENDER));
    assertEquals(
        chat.ref(), ada.service().receive(Intake.of("social", "m2", "??").inThread("t-7")).ref());
    Case its = ada.service().receive(mail("<1@acme.example>"));
    String subject = "Re: [" + its.get(Case.NUMBER) + "] Rocket";
    assertEquals(its.ref(), ada.service().receive(mail("<2@acme.example>").about(subject)).ref());
    Case stranger =
        ada.service().receive(mail("<3@evil.example>").from("eve@evil.example").about(subject));
    assertNotEquals(its.ref(), stranger.ref(), "anybody can guess a number");
  }

  @Test
  void a_reply_reopens_a_resolved_case_in_time_and_makes_a_linked_one_later() {
    wile();
    Case its = ada.service().receive(mail("<1@acme.example>"));
    its = ada.service().resolve(its, "Lit the fuse");
    clock.advance(Duration.ofDays(3));
    Case again = ada.service().receive(mail("<2@acme.example>").answering("<1@acme.example>"));
    assertEquals(its.ref(), again.ref());
    assertEquals(CaseState.OPEN, again.get(Case.STATE));
    again = ada.service().resolve(again, "Lit it properly");
    clock.advance(Duration.ofDays(15));
    Case late = ada.service().receive(mail("<3@acme.example>").answering("<2@acme.example>"));
    assertNotEquals(its.ref(), late.ref());
    CaseLink link = ada.service().links(late).get(0);
    assertEquals(its.ref(), link.get(CaseLink.OTHER));
    assertEquals(LinkKind.FOLLOW_UP, link.get(CaseLink.KIND));
  }

  @Test
  void an_answer_to_a_merged_case_goes_to_the_one_that_survived() {
    wile();
    Case first = ada.service().receive(mail("<1@acme.example>"));
    Case second = ada.service().receive(mail("<2@acme.example>"));
    ada.service().merge(second, first);
    assertEquals(
        first.ref(),
        ada.service().receive(mail("<3@acme.example>").answering("<2@acme.example>")).ref());
  }

  @Test
  void a_sender_whom_the_actor_cannot_see_stays_unknown() {
    Contact wile = wile();
    policy.limit("mailer", Contact.TYPE, Condition.never());
    policy.limit("mailer", Customer.TYPE, Condition.never());
    Case its = crm.as("mailer").service().receive(mail("<1@acme.example>"));
    assertNull(ada.service().cases().get(its.ref()).get(Case.CONTACT));
    assertEquals("wile@acme.example", its.get(Case.SENDER));
    assertTrue(wile.version() > 0);
  }

  @Test
  void an_address_of_several_contacts_says_only_whose_customer_it_is() {
    Contact wile = wile();
    Customer acme = ada.customers().get(wile.require(Contact.CUSTOMER));
    ada.customers()
        .addContact(
            acme,
            c -> {
              aContact("Road Runner").accept(c);
              c.set(Contact.EMAIL, "wile@acme.example");
            });
    Case its = ada.service().receive(mail("<1@acme.example>"));
    assertNull(its.get(Case.CONTACT));
    assertEquals(acme.ref(), its.get(Case.CUSTOMER));
  }

  @Test
  void a_channel_is_emptied_and_told_and_attachments_are_kept() {
    wile();
    List<String> kept = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    CaseChannel mailbox =
        new CaseChannel() {
          @Override
          public List<Intake> messages() {
            return List.of(
                mail("<1@acme.example>")
                    .with(new Intake.Attachment("photo.png", "image/png", "blob:1")),
                mail("<1@acme.example>"),
                mail("<2@acme.example>").answering("<1@acme.example>"));
          }

          @Override
          public void accepted(Intake message, Case its) {
            accepted.add(its.require(Case.NUMBER));
          }

          @Override
          public void keep(Workspace unit, CaseStep step, Intake.Attachment attachment) {
            kept.add(attachment.name());
          }
        };
    ada.service().receive(mailbox);
    assertEquals(List.of("photo.png"), kept);
    assertEquals(List.of("C-2027-00001", "C-2027-00001", "C-2027-00001"), accepted);
  }

  @Test
  void a_message_that_fails_keeps_no_other_from_being_taken_in() {
    CaseChannel mailbox = () -> List.of(mail("<1@acme.example>").about("x"), bad(), mail("<2@x>"));
    assertThrows(ValidationException.class, () -> ada.service().receive(mailbox));
    assertEquals(2, ada.service().cases().query().count());
  }

  private static Intake bad() {
    return Intake.of("telepathy", "<3@acme.example>", "Hmm");
  }

  @Test
  void two_nodes_take_messages_in_at_once_and_number_them_without_gap() throws Exception {
    Supplier<Store> nodes = TestStores.shared();
    Crm first = Fixtures.aCrm(clock).store(nodes.get()).open();
    Crm second = Fixtures.aCrm(clock).store(nodes.get()).random(new Random(1)).open();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> numbers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Crm node = i % 2 == 0 ? first : second;
        int number = i;
        numbers.add(
            threads.submit(
                () ->
                    number % 3 == 0
                        ? node.as("ada")
                            .service()
                            .open(c -> c.set(Case.SUBJECT, "by phone"))
                            .require(Case.NUMBER)
                        : node.as("ada")
                            .service()
                            .receive(mail("<" + number + "@acme.example>"))
                            .require(Case.NUMBER)));
      }
      assertEquals(
          IntStream.rangeClosed(1, 12)
              .mapToObj(i -> String.format("C-2027-%05d", i))
              .collect(Collectors.toSet()),
          numbers.stream().map(IntakeTest::get).collect(Collectors.toSet()));
    } finally {
      threads.shutdown();
      first.close();
      second.close();
    }
  }

  @Test
  void a_message_whose_attachment_cannot_be_kept_is_not_in() {
    Intake message =
        mail("<1@acme.example>").with(new Intake.Attachment("a", "text/plain", "blob:1"));
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.service()
                .receive(
                    message,
                    (unit, step, attachment) -> {
                      throw new IllegalStateException("disk full");
                    }));
    assertEquals(0, ada.service().cases().query().count());
  }

  @Test
  void no_message_is_lost_for_a_character_that_cannot_be_kept() {
    Case its =
        ada.service().receive(Intake.of("mail", "m\0", "a\0b\uD83D").from("x\0").about("A***"));
    assertEquals("a\uFFFDb\uFFFD", its.get(Case.DESCRIPTION));
    assertEquals("\u201CA***\u201D", its.get(Case.SUBJECT), "or it would pass for a mask");
    assertEquals("x\uFFFD", its.get(Case.SENDER));
    assertEquals(its, ada.service().receive(Intake.of("mail", "m\0", "again")));
    assertEquals(
        "\uD83D\uDE00 \u4E2D",
        ada.service().receive(Intake.of("mail", "n", "\uD83D\uDE00 \u4E2D")).get(Case.SUBJECT));
  }

  @Test
  void of_a_message_of_any_length_the_beginning_is_kept() {
    Case its = ada.service().receive(Intake.of("mail", "long", "\u5B57".repeat(2_000_000)));
    String kept = its.require(Case.DESCRIPTION);
    assertEquals(Intake.LONGEST_TEXT + 1, kept.length());
    assertTrue(kept.endsWith("\u5B57\u2026"));
    assertEquals(1, ada.service().cases().history(its.ref()).size());
  }
}
