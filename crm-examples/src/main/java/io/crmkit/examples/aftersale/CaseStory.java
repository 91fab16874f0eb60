package io.crmkit.examples.aftersale;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Ref;
import io.crmkit.order.OrderLine;
import io.crmkit.order.OrderState;
import io.crmkit.order.SalesOrder;
import io.crmkit.org.User;
import io.crmkit.service.Case;
import io.crmkit.service.CaseChannel;
import io.crmkit.service.CaseQueue;
import io.crmkit.service.CaseState;
import io.crmkit.service.DispatchStrategy;
import io.crmkit.service.EscalationRung;
import io.crmkit.service.Intake;
import io.crmkit.service.Priority;
import io.crmkit.service.QueueMember;
import io.crmkit.service.ServiceDesk;
import io.crmkit.service.ServiceLevel;
import io.crmkit.service.TargetKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two weeks at the service desk: messages come in through a channel, are dispatched and answered,
 * some of them late, and the jobs escalate what the clock has overtaken.
 */
final class CaseStory {
  private static final int MOST = 40;
  private static final int DAYS = 12;
  private static final int HOLIDAY = 2;
  private static final int LAST_ARRIVAL = 40;
  private static final int UNTIL_CLOSED = 5;
  private static final List<LocalTime> SLOTS =
      List.of(
          LocalTime.of(8, 30),
          LocalTime.of(10, 30),
          LocalTime.of(13, 0),
          LocalTime.of(15, 30),
          LocalTime.of(17, 30));

  private final Crm crm;
  private final DemoClock clock;
  private final ServiceDesk desk;
  private final Session manager;
  private final People people;
  private final List<Ticketed> tickets = new ArrayList<>();
  private final Map<String, Ref<Case>> cases = new HashMap<>();

  /** A message that will come, and how it will be dealt with. */
  private record Ticketed(
      Ticket ticket, Intake message, int arrives, int answered, int resolved, boolean waits) {
    int closed() {
      return resolved + UNTIL_CLOSED;
    }
  }

  CaseStory(Crm crm, DemoClock clock, Session manager, People people) {
    this.crm = crm;
    this.clock = clock;
    this.manager = manager;
    this.desk = manager.service();
    this.people = people;
  }

  void play(LocalDate monday) {
    plan();
    promise(monday);
    Map<String, CaseQueue> queues =
        Map.of(
            "orders", queue("orders", "Orders and returns", DispatchStrategy.LEAST_LOAD, 0),
            "support", queue("support", "Technical support", DispatchStrategy.ROUND_ROBIN, 2));
    int slot = 0;
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = monday.plusDays(day);
      if (date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || day == HOLIDAY) {
        continue;
      }
      for (LocalTime time : SLOTS) {
        clock.moveTo(date.atTime(time).toInstant(ZoneOffset.UTC));
        crm.jobs().runDue();
        takeIn(slot, queues);
        work(slot);
        slot++;
      }
    }
  }

  /** What is promised, by a calendar with a day on which nobody works. */
  private void promise(LocalDate monday) {
    Ref<BusinessCalendar> calendar =
        manager.calendars().create("service-desk", ZoneOffset.UTC).ref();
    manager.calendars().open(calendar, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-18:00");
    manager.calendars().close(calendar, monday.plusDays(HOLIDAY), "Stocktaking");
    Ref<ServiceLevel> level = desk.levels().create("standard", calendar).ref();
    promise(level, Priority.URGENT, 2, 8);
    promise(level, Priority.HIGH, 4, 16);
    promise(level, Priority.NORMAL, 8, 24);
    promise(level, Priority.LOW, 12, 40);
    desk.levels().escalate(level, TargetKind.RESPONSE, 75, rung -> {});
    desk.levels()
        .escalate(
            level,
            TargetKind.RESPONSE,
            100,
            rung -> rung.set(EscalationRung.RAISE, true).set(EscalationRung.NOTIFY, people.lead()));
    desk.levels()
        .escalate(
            level,
            TargetKind.RESOLUTION,
            100,
            rung -> rung.set(EscalationRung.ASSIGN_TO, people.lead()));
  }

  private void promise(Ref<ServiceLevel> level, Priority priority, long answer, long resolution) {
    desk.levels().promise(level, priority, Duration.ofHours(answer), Duration.ofHours(resolution));
  }

  private CaseQueue queue(String code, String name, DispatchStrategy strategy, int first) {
    CaseQueue queue =
        desk.queues()
            .create(
                q ->
                    q.set(CaseQueue.CODE, code)
                        .set(CaseQueue.NAME, name)
                        .set(CaseQueue.STRATEGY, strategy));
    for (User agent : people.agents().subList(first, first + 2)) {
      desk.members().create(m -> m.set(QueueMember.QUEUE, queue).set(QueueMember.USER, agent));
    }
    return queue;
  }

  /** Of the latest orders every third, so that some customers have several cases. */
  private void plan() {
    List<SalesOrder> orders =
        manager
            .orders()
            .where(
                SalesOrder.STATE.in(
                    OrderState.PARTLY_SHIPPED, OrderState.SHIPPED, OrderState.CLOSED),
                SalesOrder.CUSTOMER.matches(Customer.ADDRESS.isPresent()))
            .orderBy(SalesOrder.NUMBER.desc())
            .limit(3 * MOST)
            .list();
    Map<Ref<Customer>, Customer> known = new HashMap<>();
    for (int k = 0; k < Math.min(MOST, (orders.size() + 2) / 3); k++) {
      SalesOrder order = orders.get(3 * k);
      Ref<Customer> ref = order.require(SalesOrder.CUSTOMER);
      Customer customer = known.computeIfAbsent(ref, its -> reachable(its, known.size()));
      tickets.add(ticket(k, order, customer));
    }
  }

  /** Gives a customer an address and a number to be known by when writing or calling. */
  private Customer reachable(Ref<Customer> ref, int number) {
    Customer customer = manager.customers().get(ref);
    return manager
        .customers()
        .update(
            customer,
            c ->
                c.set(Customer.EMAIL, "office@customer-" + (number + 1) + ".example")
                    .set(Customer.PHONE, "+1 202-555-0" + (100 + number)));
  }

  private Ticketed ticket(int k, SalesOrder order, Customer customer) {
    Ticket ticket = Ticket.of(k);
    OrderLine line = manager.orders().lines(order).get(0);
    String what =
        ticket.aboutOrder() ? order.require(SalesOrder.NUMBER) : line.require(OrderLine.NAME);
    String subject = String.format(ticket.subject(), what);
    String from =
        customer.require(ticket.channel().equals("phone") ? Customer.PHONE : Customer.EMAIL);
    Intake message =
        Intake.of(ticket.channel(), "message-" + (k + 1), subject + ". Please help us.")
            .from(from)
            .about(subject);
    int arrives = k * LAST_ARRIVAL / MOST;
    int answered = arrives + delay(k * 7 % 11);
    int resolved = answered + 1 + k * 5 % 9;
    return new Ticketed(ticket, message, arrives, answered, resolved, k % 6 == 2);
  }

  /** Most are answered soon, some late, a few very late. */
  private static int delay(int chance) {
    return chance < 4 ? 0 : chance < 7 ? 1 : chance < 9 ? 3 : 7;
  }

  /** Gives what comes in now; and what it has given before once more, as channels may. */
  private CaseChannel channel(int slot) {
    return new CaseChannel() {
      @Override
      public List<Intake> messages() {
        return tickets.stream()
            .filter(each -> each.arrives() == slot || each.arrives() == slot - 1)
            .map(Ticketed::message)
            .toList();
      }

      @Override
      public void accepted(Intake message, Case its) {
        cases.put(message.messageId(), its.ref());
      }
    };
  }

  private void takeIn(int slot, Map<String, CaseQueue> queues) {
    desk.receive(channel(slot));
    for (Ticketed each : tickets) {
      if (each.arrives() == slot) {
        Case sorted =
            desk.cases()
                .update(
                    its(each),
                    c ->
                        c.set(Case.PRIORITY, each.ticket().priority())
                            .set(Case.KIND, each.ticket().kind()));
        CaseQueue queue = queues.get(each.ticket().aboutOrder() ? "orders" : "support");
        desk.dispatch(desk.transfer(sorted, Objects.requireNonNull(queue), "sorted by subject"));
      }
    }
  }

  private Case its(Ticketed each) {
    return desk.cases().get(Objects.requireNonNull(cases.get(each.message().messageId())));
  }

  /** What agents do in their own names, as far as their roles let them. */
  private void work(int slot) {
    for (Ticketed each : tickets) {
      if (each.answered() == slot || each.resolved() == slot || each.closed() == slot) {
        Case its = its(each);
        String agent = people.usernames().get(its.require(Case.OWNER));
        work(crm.as(Objects.requireNonNull(agent)).service(), its, each, slot);
      }
    }
  }

  private static void work(ServiceDesk agent, Case its, Ticketed each, int slot) {
    if (each.answered() == slot) {
      Case answered =
          each.ticket().channel().equals("phone")
              ? agent.call(its, each.ticket().answer())
              : agent.reply(its, each.ticket().answer());
      if (each.waits()) {
        agent.await(answered, "the customer tries it");
      }
    } else if (each.resolved() == slot && !each.waits()) {
      agent.resolve(its, each.ticket().answer());
    } else if (its.require(Case.STATE) == CaseState.RESOLVED) {
      agent.close(its);
    }
  }
}
