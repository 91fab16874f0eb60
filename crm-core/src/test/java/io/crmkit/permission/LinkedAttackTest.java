package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Query;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.StageChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on an invisible deal of a customer whom Mallory sees. */
class LinkedAttackTest extends Besieged {
  private Attachment theirFile;
  private Task theirTask;
  private Interaction theirCall;
  private Attachment ofTheirCall;

  @BeforeEach
  void hangOnTheirs() {
    theirDeal = ada.opportunities().update(theirDeal, d -> d.set(Opportunity.CUSTOMER, mine));
    theirFile = file(ada, theirDeal.ref(), CANARY + ".txt");
    theirTask = ada.activities().plan(theirDeal.ref(), t -> t.set(Task.SUBJECT, CANARY));
    theirCall = call(ada, theirDeal.ref(), CANARY);
    ofTheirCall = file(ada, theirCall.ref(), CANARY + " called.txt");
    file(ada, myDeal.ref(), "mine.txt");
    ada.activities().plan(myDeal.ref(), t -> t.set(Task.SUBJECT, "mine"));
    Interaction myCall = call(ada, myDeal.ref(), "mine");
    file(ada, myCall.ref(), "mine called.txt");
    ada.activities()
        .tasks()
        .create(t -> t.set(Task.SUBJECT, "about nothing").set(Task.CUSTOMER, mine));
  }

  private static Attachment file(Session who, Ref<?> about, String name) {
    try {
      return who.attachments()
          .attach(
              about,
              name,
              "text/plain",
              new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Interaction call(Session who, Ref<?> about, String subject) {
    return who.activities()
        .interactions()
        .create(
            i ->
                Interaction.ABOUT.set(
                    i.set(Interaction.SUBJECT, subject)
                        .set(Interaction.KIND, Interaction.Kind.CALL)
                        .set(Interaction.AT, clock.instant()),
                    about));
  }

  /** Every way to read records of a type gives those with these names and no others. */
  private <E extends Entity<E>> void assertSees(
      EntityType<E> type, TextField<E> name, Set<String> names, Ref<E> theirs) throws IOException {
    var records = mallory.records(type);
    assertEquals(names, names(records.query().list().stream(), name));
    assertEquals(names, names(pages(records.query().limit(1)).stream(), name));
    assertEquals(names, records.query().<Set<String>>stream(stream -> names(stream, name)));
    assertEquals(names.size(), records.query().count());
    assertEquals(names.size(), records.query().measure(Measure.count()).count());
    assertEquals(
        names,
        records.query().groupBy(name).measure(Measure.count()).stream()
            .map(group -> String.valueOf(group.get(name)))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertFalse(records.where(name.contains(CANARY)).exists());
    assertEquals(0, records.query().search(CANARY).count());
    assertFalse(records.find(theirs).isPresent());
    assertTrue(records.find(List.of(theirs)).isEmpty());
    assertEquals(List.of(), notFound(() -> records.history(theirs)));
    Condition<E> json =
        ConditionJson.read(
            type,
            "{\"field\":\"" + name.name() + "\",\"op\":\"contains\",\"value\":\"" + CANARY + "\"}",
            mallory.workspace().layout());
    assertEquals(0, records.where(json).count());
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ada.permissions().grant(seller, type, Level.OWN, Operation.EXPORT);
    assertEquals(names.size(), CsvExport.of(records.query()).to(csv));
    requireSilent(csv.toString(StandardCharsets.UTF_8));
  }

  private static <E extends Entity<E>> List<E> pages(Query<E> query) {
    List<E> all = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      Page<E> page = query.after(token.orElse(null)).page();
      all.addAll(page.items());
      token = page.next();
    } while (token.isPresent());
    return all;
  }

  private static List<?> notFound(Supplier<List<?>> question) {
    try {
      return question.get();
    } catch (NotFoundException refused) {
      requireSilent(refused);
      return List.of();
    }
  }

  private static <E extends Entity<E>> Set<String> names(Stream<E> records, TextField<E> name) {
    return records.map(each -> each.require(name)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void attack_17_a_file_of_an_invisible_deal_is_named_nowhere_to_who_sees_the_customer()
      throws IOException {
    assertSees(
        Attachment.TYPE,
        Attachment.NAME,
        new TreeSet<>(Set.of("mine.txt", "mine called.txt")),
        theirFile.ref());
    assertFalse(mallory.records(Attachment.TYPE).find(ofTheirCall.ref()).isPresent());
  }

  @Test
  void attack_13_a_task_about_an_invisible_deal_is_listed_nowhere() throws IOException {
    assertSees(
        Task.TYPE, Task.SUBJECT, new TreeSet<>(Set.of("mine", "about nothing")), theirTask.ref());
  }

  @Test
  void attack_13_a_call_about_an_invisible_deal_is_listed_nowhere() throws IOException {
    assertSees(
        Interaction.TYPE, Interaction.SUBJECT, new TreeSet<>(Set.of("mine")), theirCall.ref());
    assertTrue(
        mallory.timeline().of(mine).limit(500).page().items().stream()
            .noneMatch(item -> item.toString().contains(CANARY)));
  }

  @Test
  void attack_13_what_hangs_on_an_invisible_deal_is_not_changed_either() {
    for (Runnable attempt :
        List.<Runnable>of(
            () -> mallory.records(Task.TYPE).update(theirTask, t -> t.set(Task.SUBJECT, "x")),
            () -> mallory.records(Task.TYPE).delete(theirTask),
            () -> mallory.records(Attachment.TYPE).delete(theirFile),
            () -> mallory.records(Interaction.TYPE).delete(theirCall))) {
      requireSilent(assertThrows(NotFoundException.class, attempt::run));
    }
    assertThrows(
        ValidationException.class, () -> call(mallory, theirDeal.ref(), "about their deal"));
  }

  @Test
  void who_owns_a_task_sees_it_whatever_it_is_about() {
    Task mineToDo =
        ada.activities()
            .plan(
                theirDeal.ref(),
                t -> t.set(Task.SUBJECT, "Call them").set(Task.OWNER, malloryUser));
    assertEquals(mineToDo, mallory.records(Task.TYPE).get(mineToDo.ref()));
  }

  @Test
  void who_sees_a_deal_alone_sees_what_hangs_on_it() {
    assertTrue(victor.customers().find(mine.ref()).isEmpty());
    assertEquals(theirTask, victor.records(Task.TYPE).get(theirTask.ref()));
    assertEquals(
        Set.of(theirFile.ref(), ofTheirCall.ref()),
        victor.records(Attachment.TYPE).query().list().stream()
            .map(Attachment::ref)
            .collect(Collectors.toSet()));
  }

  @Test
  void what_is_shared_or_denied_counts_for_what_hangs_on_it() {
    ada.permissions().share(theirDeal, malloryUser, Share.Access.READ);
    assertTrue(mallory.records(Attachment.TYPE).find(theirFile.ref()).isPresent());
    assertTrue(mallory.records(Task.TYPE).find(theirTask.ref()).isPresent());
    Role careful = ada.permissions().define("careful", "Careful", null);
    ada.permissions().deny(careful, "opportunity", Level.ALL, Operation.READ);
    ada.permissions().assign(malloryUser, careful);
    assertEquals(
        Set.of("about nothing"),
        names(mallory.records(Task.TYPE).query().list().stream(), Task.SUBJECT));
    assertEquals(0, mallory.records(Attachment.TYPE).query().count());
  }

  @Test
  void a_file_hangs_on_what_stands_on_its_own_and_not_on_facts_about_it() {
    Ref<StageChange> fact = ada.records(StageChange.TYPE).query().first().orElseThrow().ref();
    ValidationException refused =
        assertThrows(ValidationException.class, () -> file(ada, fact, "x.txt"));
    assertEquals("violation.link", refused.violations().get(0).code());
    assertEquals(Customer.TYPE, file(ada, mine.ref(), "y.txt").get(Attachment.CUSTOMER).type());
  }
}
