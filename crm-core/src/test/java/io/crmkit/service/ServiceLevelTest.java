package io.crmkit.service;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.calendar.Shift;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.testing.CrmTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hand-computed: Berlin, Monday to Friday, 09:00-12:00 and 13:00-18:00. */
class ServiceLevelTest extends CrmTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Ref<BusinessCalendar> calendar;

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private void atTime(String local) {
    clock.set(at(local));
  }

  private Ref<ServiceLevel> standard() {
    calendar = ada.calendars().create("berlin", BERLIN).ref();
    ada.calendars().open(calendar, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00, 13:00-18:00");
    return level("standard", 100);
  }

  private Ref<ServiceLevel> level(String code, long position) {
    Ref<ServiceLevel> level =
        ada.service()
            .levels()
            .create(
                d ->
                    d.set(ServiceLevel.CODE, code)
                        .set(ServiceLevel.NAME, code)
                        .set(ServiceLevel.POSITION, position)
                        .set(ServiceLevel.CALENDAR, calendar))
            .ref();
    ada.service()
        .levels()
        .promise(level, Priority.NORMAL, Duration.ofHours(4), Duration.ofHours(16));
    ada.service()
        .levels()
        .promise(level, Priority.URGENT, Duration.ofMinutes(30), Duration.ofHours(4));
    return level;
  }

  private Case aCase() {
    return ada.service().open(c -> c.set(Case.SUBJECT, "Printer on fire"));
  }

  private Case again(Case its) {
    return ada.service().cases().get(its.ref());
  }

  @Test
  void an_answer_and_a_resolution_are_due_in_working_time() {
    standard();
    atTime("2027-03-05T16:00"); // a Friday
    Case its = aCase();
    assertEquals(at("2027-03-08T11:00"), its.get(Case.RESPONSE_DUE), "2 h Friday, 2 h Monday");
    assertEquals(
        at("2027-03-09T16:00"),
        its.get(Case.RESOLUTION_DUE),
        "2 h Friday, 8 h Monday, 6 h Tuesday with lunch");
  }

  @Test
  void the_day_on_which_the_clocks_are_changed_is_counted_right() {
    standard();
    atTime("2027-03-26T17:00"); // the Friday before summer time
    Case its = aCase();
    assertEquals(at("2027-03-29T12:00"), its.get(Case.RESPONSE_DUE));
    assertEquals(
        Duration.ofHours(66),
        Duration.between(at("2027-03-26T17:00"), at("2027-03-29T12:00")),
        "one hour less than the clocks on the walls say");
  }

  @Test
  void holds_stop_the_clock_and_shift_what_is_due() {
    standard();
    atTime("2027-03-01T09:00");
    Case its = aCase();
    atTime("2027-03-01T10:00");
    its = ada.service().reply(its, "Which printer?");
    assertEquals(true, its.get(Case.RESPONSE_MET));
    its = ada.service().await(its, "asked");
    assertNull(its.get(Case.RESOLUTION_DUE), "nobody knows while it waits");
    atTime("2027-03-02T10:00"); // 8 h of working time later
    its = ada.service().start(its);
    assertEquals(
        at("2027-03-03T18:00"),
        its.get(Case.RESOLUTION_DUE),
        "1 h Monday, 7 h Tuesday, 8 h Wednesday");
    assertEquals(Duration.ofHours(8).toSeconds(), its.get(Case.PAUSED_SECONDS));
    atTime("2027-03-02T14:00");
    ServiceTimes times = ada.service().times(its).orElseThrow();
    assertEquals(
        new ServiceTimes(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8)), times);
    its = ada.service().resolve(its, "Replaced");
    assertEquals(true, its.get(Case.RESOLUTION_MET));
    assertEquals(at("2027-03-03T18:00"), its.get(Case.RESOLUTION_DUE));
  }

  @Test
  void what_comes_too_late_is_a_breach_and_stays_one() {
    standard();
    atTime("2027-03-01T09:00");
    Case its = aCase();
    atTime("2027-03-01T14:01");
    its = ada.service().reply(its, "Sorry");
    assertEquals(false, its.get(Case.RESPONSE_MET));
    assertEquals(at("2027-03-01T14:00"), its.get(Case.RESPONSE_DUE));
    atTime("2027-03-10T09:00");
    its = ada.service().await(its, "too late to stop the clock");
    assertEquals(at("2027-03-02T18:00"), its.get(Case.RESOLUTION_DUE));
    its = ada.service().resolve(its, "At last");
    assertEquals(false, its.get(Case.RESOLUTION_MET));
  }

  @Test
  void after_a_reopening_the_clock_goes_on_where_it_stood() {
    standard();
    atTime("2027-03-01T09:00");
    Case its = aCase();
    atTime("2027-03-01T18:00");
    its = ada.service().resolve(its, "Done");
    atTime("2027-03-04T09:00");
    its = ada.service().reopen(its, "Not done");
    assertNull(its.get(Case.RESOLUTION_MET));
    assertEquals(at("2027-03-04T18:00"), its.get(Case.RESOLUTION_DUE), "8 h are left");
  }

  @Test
  void another_priority_is_another_promise_from_the_beginning() {
    standard();
    atTime("2027-03-01T09:00");
    Case its = aCase();
    atTime("2027-03-01T10:00");
    its = ada.service().cases().update(its, c -> c.set(Case.PRIORITY, Priority.URGENT));
    assertEquals(at("2027-03-01T09:30"), its.get(Case.RESPONSE_DUE));
    assertEquals(at("2027-03-01T14:00"), its.get(Case.RESOLUTION_DUE));
    its = ada.service().cases().update(its, c -> c.set(Case.PRIORITY, Priority.LOW));
    assertNull(its.get(Case.RESPONSE_DUE), "nothing is promised");
  }

  @Test
  void a_level_holds_for_the_cases_that_meet_its_condition() {
    standard();
    Ref<ServiceLevel> gold = level("gold", 1);
    ada.service()
        .levels()
        .update(
            ada.service().levels().get(gold),
            d ->
                d.set(
                    ServiceLevel.CONDITION,
                    "{\"field\":\"customer.level\",\"op\":\"is\",\"value\":\"A\"}"));
    Customer acme = ada.customers().create(aCustomer());
    Customer best =
        ada.customers().create(d -> d.set(Customer.NAME, "Globex").set(Customer.LEVEL, "A"));
    Case its = ada.service().open(acme, c -> c.set(Case.SUBJECT, "x"));
    Case first = ada.service().open(best, c -> c.set(Case.SUBJECT, "x"));
    assertEquals(gold, first.get(Case.SERVICE_LEVEL));
    assertEquals(
        "standard",
        ada.service().levels().get(its.require(Case.SERVICE_LEVEL)).get(ServiceLevel.CODE));
    its = ada.service().cases().update(its, c -> c.set(Case.CUSTOMER, best));
    assertEquals(gold, its.get(Case.SERVICE_LEVEL));
  }

  @Test
  void a_change_of_the_calendar_reaches_all_open_cases() {
    standard();
    atTime("2027-03-01T09:00");
    Case its = aCase();
    Case done = ada.service().close(ada.service().resolve(aCase(), "x"));
    assertEquals(at("2027-03-01T14:00"), its.get(Case.RESPONSE_DUE));
    atTime("2027-03-01T09:10");
    ada.calendars().close(calendar, LocalDate.parse("2027-03-01"), "Rose Monday");
    crm.jobs().runDue();
    assertEquals(at("2027-03-02T14:00"), again(its).get(Case.RESPONSE_DUE));
    assertEquals(done, again(done));
    long version = again(its).version();
    crm.jobs().runDue();
    assertEquals(version, again(its).version(), "nothing is left to do");
  }

  @Test
  void other_hours_from_a_day_on_reach_all_open_cases() {
    standard();
    atTime("2027-03-01T16:00");
    Case its = aCase();
    assertEquals(at("2027-03-02T11:00"), its.get(Case.RESPONSE_DUE));
    atTime("2027-03-01T16:10");
    ada.calendars()
        .openDuring(
            calendar,
            LocalDate.parse("2027-03-02"),
            null,
            DayOfWeek.MONDAY,
            DayOfWeek.FRIDAY,
            "06:00-14:00");
    crm.jobs().runDue();
    assertEquals(at("2027-03-02T08:00"), again(its).get(Case.RESPONSE_DUE));
    Shift late = ada.calendars().shifts().where(Shift.BEGINS.is("13:00")).first().orElseThrow();
    ada.calendars().shifts().update(late, d -> d.set(Shift.ENDS, "17:00"));
    clock.advance(Duration.ofMinutes(1));
    crm.jobs().runDue();
    assertEquals(at("2027-03-02T09:00"), again(its).get(Case.RESPONSE_DUE), "today ends earlier");
  }

  @Test
  void a_change_of_a_target_reaches_all_open_cases_in_batches() {
    Ref<ServiceLevel> level = standard();
    atTime("2027-03-01T09:00");
    ada.run(
        work -> {
          for (int i = 0; i < 450; i++) {
            work.service().open(c -> c.set(Case.SUBJECT, "x"));
          }
        });
    ServiceTarget target =
        ada.service()
            .levels()
            .targets()
            .where(ServiceTarget.LEVEL.is(level), ServiceTarget.PRIORITY.is(Priority.NORMAL))
            .first()
            .orElseThrow();
    ada.service()
        .levels()
        .targets()
        .update(target, d -> d.set(ServiceTarget.RESPONSE_MINUTES, 60L));
    crm.jobs().runDue();
    assertEquals(
        450, ada.service().cases().where(Case.RESPONSE_DUE.is(at("2027-03-01T10:00"))).count());
  }

  @Test
  void without_a_calendar_the_clock_runs_day_and_night() {
    Ref<ServiceLevel> level =
        ada.service()
            .levels()
            .create(d -> d.set(ServiceLevel.CODE, "x").set(ServiceLevel.NAME, "x"))
            .ref();
    ada.service()
        .levels()
        .promise(level, Priority.NORMAL, Duration.ofHours(4), Duration.ofDays(10));
    Case its = aCase();
    assertEquals(START.plus(Duration.ofDays(10)), its.get(Case.RESOLUTION_DUE));
  }

  @Test
  void a_level_that_no_case_could_be_measured_by_is_refused() {
    Ref<ServiceLevel> level = standard();
    assertThrows(
        InvalidRequestException.class,
        () ->
            ada.service()
                .levels()
                .update(
                    ada.service().levels().get(level),
                    d -> d.set(ServiceLevel.CONDITION, "{\"field\":\"nonsense\"}")));
    assertThrows(
        InvalidRequestException.class,
        () ->
            ada.service()
                .levels()
                .update(
                    ada.service().levels().get(level),
                    d -> d.set(ServiceLevel.PAUSED_IN, Set.of("asleep"))));
  }

  @Test
  void a_calendar_without_any_hours_lets_nothing_become_due_and_no_case_fail() {
    calendar = ada.calendars().create("empty", BERLIN).ref();
    level("x", 1);
    assertNull(aCase().get(Case.RESPONSE_DUE));
  }
}
