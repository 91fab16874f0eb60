package io.crmkit.kernel.work;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.testing.CrmTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTest extends CrmTest {
  /** Somebody smiled. */
  private record Smiled(Ref<Customer> record) implements CrmEvent {
    @Override
    public String name() {
      return "customer.smiled";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("teeth", 32);
    }
  }

  private final List<String> heard = new ArrayList<>();
  private EventListener listener = (event, context) -> {};
  private Executor executor = Runnable::run;

  @Override
  protected void configure(CrmBuilder builder) {
    builder
        .executor(task -> executor.execute(task))
        .listen((event, context) -> listener.on(event, context))
        .listen((event, context) -> heard.add(event.name() + " by " + context.actor()));
  }

  private List<String> outbox() {
    return ada.records(OutboxEntry.TYPE).query().list().stream()
        .map(entry -> entry.require(OutboxEntry.EVENT))
        .toList();
  }

  @Test
  void events_are_told_after_the_commit_in_the_order_of_the_work() {
    ada.run(
        work -> {
          Customer acme = work.customers().create(aCustomer());
          work.workspace().publish(new Smiled(acme.ref()));
          work.customers().delete(work.customers().update(acme, d -> d.set(Customer.LEVEL, "A")));
          assertEquals(List.of(), heard);
        });
    List<String> inOrder =
        List.of("customer.created", "customer.smiled", "customer.changed", "customer.deleted");
    assertEquals(inOrder.stream().map(name -> name + " by ada").toList(), heard);
    assertEquals(inOrder, outbox());
  }

  @Test
  void a_listener_sees_what_was_committed_and_knows_the_context() {
    List<CallContext> contexts = new ArrayList<>();
    listener =
        (event, context) -> {
          assertEquals(1, ada.customers().query().count());
          contexts.add(context);
        };
    ada.because("spring cleaning").from("web").customers().create(aCustomer());
    assertEquals("spring cleaning", contexts.get(0).reason());
    assertEquals("web", contexts.get(0).origin());
    assertEquals("main", contexts.get(0).tenant());
  }

  @Test
  void nobody_hears_of_a_work_that_failed() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.customers().create(aCustomer());
                  throw new IllegalStateException("no");
                }));
    assertEquals(List.of(), heard);
    assertEquals(List.of(), outbox());
  }

  @Test
  void a_listener_that_fails_harms_nobody() {
    listener =
        (event, context) -> {
          throw new IllegalStateException("a listener that fails on purpose");
        };
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(acme, ada.customers().get(acme.ref()));
    assertEquals(List.of("customer.created by ada"), heard);
  }

  @Test
  void a_listener_that_breaks_harms_nobody_either() {
    listener =
        (event, context) -> {
          throw new NoClassDefFoundError("a listener that breaks on purpose");
        };
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(acme, ada.customers().get(acme.ref()));
    assertEquals(List.of("customer.created by ada"), heard);
  }

  @Test
  void an_executor_that_refuses_does_not_make_a_committed_work_look_failed() {
    executor =
        task -> {
          throw new RejectedExecutionException("an executor that is full on purpose");
        };
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(acme, ada.customers().get(acme.ref()));
    assertEquals(List.of("customer.created"), outbox());
  }

  @Test
  void the_hosts_executor_runs_the_listeners() {
    List<Runnable> tasks = new ArrayList<>();
    executor = tasks::add;
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().update(acme, d -> d.set(Customer.EMPLOYEES, 9L));
    assertEquals(List.of(), heard);
    tasks.forEach(Runnable::run);
    assertEquals(List.of("customer.created by ada", "customer.changed by ada"), heard);
  }

  @Test
  void a_listener_may_write_on_its_own() {
    listener =
        (event, context) -> {
          if (event.name().equals("customer.created") && context.actor().equals("ada")) {
            bob.customers().create(aCustomer("Echo"));
          }
        };
    ada.customers().create(aCustomer());
    assertEquals(2, ada.customers().query().count());
    assertTrue(heard.contains("customer.created by bob"));
  }

  @Test
  void what_a_feature_publishes_waits_in_the_outbox_with_its_facts() {
    Customer acme = ada.customers().create(aCustomer());
    ada.workspace().publish(new Smiled(acme.ref()));
    OutboxEntry entry =
        ada.records(OutboxEntry.TYPE)
            .where(OutboxEntry.EVENT.is("customer.smiled"))
            .first()
            .orElseThrow();
    assertEquals(acme.ref().id(), entry.get(OutboxEntry.RECORD_ID));
    assertEquals("customer", entry.get(OutboxEntry.RECORD_TYPE));
    assertEquals(Json.parse("{\"teeth\":32}"), entry.get(OutboxEntry.FACTS));
    assertEquals("ada", entry.get(OutboxEntry.TYPE.createdBy()));
  }
}
