package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reaching into another tenant: there even an administrator of one's own is nobody. */
class TenantAttackTest extends Besieged {
  /** The administrator of another tenant, who may do everything there. */
  private Session eve() {
    return crm.as("elsewhere", "ada");
  }

  @Test
  void attack_01_a_record_of_another_tenant_is_refused_as_an_absent_one() {
    Session eve = eve();
    assertAlike(
        mine.ref(),
        () -> eve.customers().get(mine.ref()),
        nothing(Customer.TYPE),
        () -> eve.customers().get(nothing(Customer.TYPE)));
    assertEquals(Optional.empty(), eve.customers().find(mine.ref()));
    assertEquals(Map.of(), eve.customers().find(List.of(mine.ref(), theirs.ref())));
    assertEquals(0, eve.customers().query().withDeleted().count());
    assertEquals(0, eve.customers().where(Customer.TYPE.id().expr().is(mine.ref())).count());
    assertEquals(List.of(), eve.customers().query().search(CANARY).list());
    assertEquals(0, eve.customers().query().measure(Measure.count()).count());
    assertThrows(NotFoundException.class, () -> eve.customers().history(mine.ref()));
    assertEquals(Optional.empty(), eve.customers().asOf(clock.instant()).find(mine.ref()));
    assertEquals(List.of(), eve.customers().asOf(clock.instant()).list());
    assertEquals(0, eve.records(AuditEntry.TYPE).query().count());
    assertEquals(0, eve.records(OutboxEntry.TYPE).query().count());
    assertEquals(0, eve.permissions().query().count());
    assertEquals(0, eve.organization().query().count());
  }

  @Test
  void attack_03_a_snapshot_of_another_tenant_writes_nothing() {
    Session eve = eve();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> eve.customers().update(mine, c -> c.set(Customer.NAME, "x")),
            () -> eve.customers().save(mine.with(Customer.NAME, "x")),
            () -> eve.customers().delete(mine),
            () -> eve.customers().expect(mine),
            () -> eve.customers().purge(mine),
            () -> eve.pipeline().advance(myDeal, "proposal"),
            () -> eve.permissions().share(mine, malloryUser, Share.Access.READ))) {
      requireSilent(assertThrows(CrmException.class, attempt::run));
    }
    assertEquals(mine, ada.customers().get(mine.ref()));
    assertEquals(0, eve.customers().query().withDeleted().count());
    assertEquals(0, eve.records(AuditEntry.TYPE).query().count());
  }

  @Test
  void attack_36_a_record_of_another_tenant_is_not_to_be_referred_to() {
    Session eve = eve();
    Customer own = eve.customers().create(Fixtures.aCustomer("Own"));
    for (Runnable attempt :
        List.<Runnable>of(
            () -> eve.customers().update(own, c -> c.set(Customer.PARENT, mine)),
            () -> eve.customers().update(own, c -> c.set(Customer.OWNER, malloryUser)),
            () ->
                eve.customers()
                    .update(own, c -> c.parse(Customer.PARENT, mine.ref().id().toString())),
            () -> eve.customers().addContact(mine, Fixtures.aContact("x")),
            () -> eve.contacts().create(c -> c.set(Contact.NAME, "x").set(Contact.CUSTOMER, mine)),
            () -> eve.pipeline().open(mine, Fixtures.aDeal("x")),
            () ->
                eve.pipeline()
                    .open(
                        own, Fixtures.aDeal("x").andThen(d -> d.set(Opportunity.CONTACT, atMine))),
            () -> eve.permissions().assign(malloryUser, seller),
            () -> eve.permissions().grant(seller, "customer", Level.ALL, Operation.READ),
            () -> eve.permissions().share(own, malloryUser, Share.Access.READ))) {
      assertThrows(ValidationException.class, attempt::run);
    }
    String absent =
        refusal(
            nothing(Customer.TYPE),
            () -> eve.customers().update(own, c -> c.set(Customer.PARENT, nothing(Customer.TYPE))));
    assertEquals(
        absent,
        refusal(mine.ref(), () -> eve.customers().update(own, c -> c.set(Customer.PARENT, mine))));
  }

  @Test
  void attack_23_a_key_taken_in_another_tenant_is_free() {
    Session eve = eve();
    eve.customers().create(c -> c.set(Customer.NAME, "x").set(Customer.EXTERNAL_ID, "v1"));
    eve.organization().create(Fixtures.aUser("mallory"));
    assertEquals(1, eve.customers().where(Customer.EXTERNAL_ID.is("v1")).count());
  }

  @Test
  void attack_19_a_role_of_the_same_name_in_another_tenant_gives_nothing_here() {
    Session eve = eve();
    User namesake = eve.organization().create(Fixtures.aUser("mallory"));
    Role all = eve.permissions().define("all", "All", null);
    eve.permissions().grant(all, Grant.ALL_TYPES, Level.ALL, Operation.values());
    eve.permissions().assign(namesake, all);
    eve.customers().create(Fixtures.aCustomer("Elsewhere"));
    Session there = crm.as("elsewhere", "mallory");
    for (int i = 0; i < 3; i++) {
      assertEquals(1, there.customers().query().count());
      assertEquals(2, mallory.customers().query().count());
    }
    eve.permissions().withdraw(namesake, all);
    assertThrows(CrmException.class, () -> there.customers().query().count());
    assertEquals(2, mallory.customers().query().count());
  }

  @Test
  void attack_40_a_listener_hears_of_records_together_with_their_tenant() {
    List<String> heard = new ArrayList<>();
    try (var other =
        Fixtures.aCrm(clock)
            .administrators("ada")
            .listen((event, context) -> heard.add(context.tenant() + ' ' + event.name()))
            .open()) {
      other.as("one", "ada").customers().create(Fixtures.aCustomer());
      other.as("two", "ada").organization().create(Fixtures.aUser("x"));
    }
    assertEquals(List.of("one customer.created", "two user.created"), heard);
  }

  @Test
  void attack_41_threads_that_take_turns_keep_to_the_context_of_each_call() throws Exception {
    Session eve = eve();
    eve.customers().create(Fixtures.aCustomer("Elsewhere"));
    List<Session> sessions = List.of(mallory, victor, ada, eve);
    List<Long> expected = List.of(2L, 1L, 3L, 1L);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Session session = sessions.get(i % 4);
        long right = expected.get(i % 4);
        boolean unit = i % 3 == 0;
        Callable<Boolean> question =
            () ->
                right
                    == (unit
                        ? session.call(work -> work.customers().query().count())
                        : session.customers().query().count());
        answers.add(threads.submit(question));
      }
      for (Future<Boolean> answer : answers) {
        assertEquals(true, answer.get());
      }
    } finally {
      threads.shutdown();
    }
    List<Ref<Customer>> refs = List.of(mine.ref(), theirs.ref());
    long seen =
        IntStream.range(0, 40)
            .parallel()
            .filter(i -> mallory.customers().find(refs.get(i % 2)).isPresent() == (i % 2 == 0))
            .count();
    assertEquals(40, seen);
  }

  @Test
  void attack_41_a_session_handed_on_keeps_its_context_on_whatever_thread_goes_on() {
    Session eve = eve();
    eve.customers().create(Fixtures.aCustomer("Elsewhere"));
    ExecutorService first = Executors.newSingleThreadExecutor();
    ExecutorService second = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 20; i++) {
        Session asking = i % 2 == 0 ? mallory : eve;
        Session other = i % 2 == 0 ? eve : mallory;
        long right = i % 2 == 0 ? 2 : 1;
        CompletableFuture<Long> counted =
            CompletableFuture.supplyAsync(() -> asking.customers().query().count(), first)
                .thenApplyAsync(
                    before -> {
                      other.customers().query().count(); // somebody else on the same thread
                      return before - asking.customers().query().count();
                    },
                    second)
                .thenCombineAsync(
                    CompletableFuture.supplyAsync(() -> other.customers().query().count(), second),
                    (difference, others) ->
                        difference + asking.call(work -> work.customers().query().count()),
                    first);
        assertEquals(right, counted.join());
      }
      CompletableFuture<Object> refused =
          CompletableFuture.supplyAsync(() -> mallory.customers().find(theirs.ref()), first)
              .thenApplyAsync(
                  found -> found.isPresent() ? found.get() : mallory.customers().get(theirs.ref()),
                  second);
      assertInstanceOf(
          NotFoundException.class,
          assertThrows(CompletionException.class, refused::join).getCause());
      Customer made =
          CompletableFuture.supplyAsync(
                  () -> mallory.customers().create(Fixtures.aCustomer("Hers")), first)
              .thenApplyAsync(
                  it -> mallory.customers().update(it, c -> c.set(Customer.NAME, "Hers too")),
                  second)
              .join();
      assertEquals("mallory", made.get(Customer.TYPE.updatedBy()));
      assertEquals(1, eve.customers().query().count());
    } finally {
      first.shutdown();
      second.shutdown();
    }
  }

  @Test
  void attack_41_there_is_no_context_without_a_tenant_or_an_actor() {
    for (String nobody : List.of("", " ", "\t", "\u0000", "x".repeat(300))) {
      assertThrows(IllegalArgumentException.class, () -> crm.as(nobody));
      assertThrows(IllegalArgumentException.class, () -> crm.as(nobody, "ada"));
      assertThrows(IllegalArgumentException.class, () -> crm.as("main", nobody));
      assertThrows(IllegalArgumentException.class, () -> mallory.onBehalfOf(nobody));
    }
    for (String other : List.of("Main", "main ", "MAIN", "main\u200b", "main;", "%")) {
      assertEquals(0, crm.as(CallContext.of(other, "ada")).customers().query().count(), other);
    }
  }
}
