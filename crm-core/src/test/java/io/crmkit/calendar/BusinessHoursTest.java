package io.crmkit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.InvalidRequestException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static BusinessHours.Builder nights() {
    return BusinessHours.in(BERLIN)
        .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, Opening.of("22:00", "06:00"));
  }

  @Test
  void a_night_in_which_the_clocks_are_put_forward_has_an_hour_less() {
    BusinessHours hours = nights().build();
    assertEquals(
        Duration.ofHours(7), hours.between(at("2027-03-27T12:00"), at("2027-03-28T12:00")));
    assertEquals(
        Duration.ofHours(9), hours.between(at("2027-10-30T12:00"), at("2027-10-31T12:00")));
  }

  @Test
  void an_opening_at_a_time_that_the_clocks_leave_out_begins_when_they_leap() {
    BusinessHours hours =
        BusinessHours.in(BERLIN).open(DayOfWeek.SUNDAY, Opening.of("02:30", "05:00")).build();
    assertEquals(
        Duration.ofHours(2), hours.between(at("2027-03-28T00:00"), at("2027-03-28T12:00")));
  }

  @Test
  void a_holiday_does_not_cut_short_the_night_shift_of_the_evening_before() {
    BusinessHours hours = nights().closedOn(LocalDate.parse("2027-03-03")).build();
    assertTrue(hours.isOpen(at("2027-03-03T05:59")));
    assertFalse(hours.isOpen(at("2027-03-03T23:00")));
  }

  @Test
  void openings_that_overlap_count_once() {
    BusinessHours hours =
        BusinessHours.in(BERLIN)
            .open(
                DayOfWeek.MONDAY,
                DayOfWeek.SUNDAY,
                Opening.of("08:00", "14:00"),
                Opening.of("12:00", "09:00"))
            .build();
    assertEquals(Duration.ofDays(7), hours.between(at("2027-03-01T00:00"), at("2027-03-08T00:00")));
    assertEquals(Optional.empty(), hours.nextClosing(at("2027-03-01T00:00")));
  }

  @Test
  void before_and_after_its_validity_a_calendar_is_closed() {
    BusinessHours hours =
        nights().since(LocalDate.parse("2027-03-02")).until(LocalDate.parse("2027-03-03")).build();
    assertEquals(
        Duration.ofHours(16), hours.between(at("2000-01-01T00:00"), at("2100-01-01T00:00")));
    assertEquals(Optional.of(at("2027-03-02T22:00")), hours.nextOpening(at("2000-01-01T00:00")));
    assertEquals(Optional.empty(), hours.nextOpening(at("2027-03-04T05:00")));
    assertThrows(
        InvalidRequestException.class,
        () -> hours.plus(at("2027-03-02T00:00"), Duration.ofHours(17)));
  }

  @Test
  void what_is_too_far_away_is_refused_at_once() {
    BusinessHours hours = nights().build();
    for (Duration time :
        new Duration[] {Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(99999)}) {
      assertThrows(InvalidRequestException.class, () -> hours.plus(at("2027-03-01T00:00"), time));
    }
    assertThrows(InvalidRequestException.class, () -> hours.isOpen(Instant.MAX));
    assertThrows(
        InvalidRequestException.class,
        () -> hours.plusBusinessDays(LocalDate.parse("2027-03-01"), Long.MIN_VALUE));
    assertThrows(
        InvalidRequestException.class,
        () -> hours.minusBusinessDays(at("2027-03-01T00:00"), Long.MIN_VALUE));
  }

  @Test
  void openings_have_one_text_form() {
    assertEquals(
        "09:00-12:00, 13:00-18:00", Opening.text(Opening.list("9:00-12:00,13:00 - 18:00")));
    assertThrows(InvalidRequestException.class, () -> Opening.list("09:00"));
    assertThrows(InvalidRequestException.class, () -> Opening.list("09:00-24:30"));
  }
}
