package io.crmkit.persistence.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HintsTest {
  private final Hints hints = new Hints();

  private static Hints.Bound at(Object key) {
    return new Hints.Bound(key, new UUID(1, 2));
  }

  private static Hints.Bound upTo(Object key) {
    return new Hints.Bound(key, null);
  }

  @Test
  void nobody_knows_how_far_an_unknown_list_reaches() {
    assertNull(hints.of("deals").reaches(null));
  }

  @Test
  void a_first_page_probably_reaches_as_far_as_the_last_time() {
    Hints.Bound end = new Hints.Bound("M", new UUID(1, 2));
    hints.of("deals").reached(null, end);
    assertEquals(end, hints.of("deals").reaches(null));
    assertNull(hints.of("deals").reaches("K"), "of later pages that says nothing");
    assertNull(hints.of("tasks").reaches(null), "nor of other lists");
  }

  @Test
  void a_later_page_probably_reaches_as_far_as_the_one_before_it_and_a_little_farther() {
    Hints.Hint days = hints.of("days");
    days.reached(LocalDate.of(2027, 1, 1), at(LocalDate.of(2027, 1, 11)));
    assertEquals(upTo(LocalDate.of(2027, 3, 16)), days.reaches(LocalDate.of(2027, 3, 1)));

    Hints.Hint back = hints.of("days back");
    back.reached(LocalDate.of(2027, 1, 11), at(LocalDate.of(2027, 1, 1)));
    assertEquals(upTo(LocalDate.of(2027, 2, 14)), back.reaches(LocalDate.of(2027, 3, 1)));

    Hints.Hint moments = hints.of("moments");
    moments.reached(
        Instant.parse("2027-01-01T00:00:00Z"), at(Instant.parse("2027-01-01T00:00:10Z")));
    assertEquals(
        upTo(Instant.parse("2027-03-01T00:00:14.001Z")),
        moments.reaches(Instant.parse("2027-03-01T00:00:00Z")));

    Hints.Hint numbers = hints.of("numbers");
    numbers.reached(10L, at(10L));
    assertEquals(upTo(30L), numbers.reaches(30L), "all of a page may be alike");
  }

  @Test
  void where_a_guess_would_be_no_value_that_a_database_keeps_there_is_none() {
    Hints.Hint days = hints.of("days");
    days.reached(LocalDate.of(2027, 1, 1), at(LocalDate.of(9000, 1, 1)));
    assertNull(days.reaches(LocalDate.of(3000, 1, 1)));
    days.reached(LocalDate.of(9000, 1, 1), at(LocalDate.of(1, 1, 2)));
    assertNull(days.reaches(LocalDate.of(3000, 1, 1)));

    Hints.Hint moments = hints.of("moments");
    moments.reached(
        Instant.parse("2027-01-01T00:00:00Z"), at(Instant.parse("9000-01-01T00:00:00Z")));
    assertNull(moments.reaches(Instant.parse("3000-01-01T00:00:00Z")));

    Hints.Hint numbers = hints.of("numbers");
    numbers.reached(Long.MIN_VALUE, at(Long.MAX_VALUE));
    assertNull(numbers.reaches(0L));
    numbers.reached(0L, at(10L));
    assertNull(numbers.reaches(Long.MAX_VALUE));

    Hints.Hint texts = hints.of("texts");
    texts.reached("A", at("B"));
    assertNull(texts.reaches("C"));
  }

  @Test
  void what_was_given_up_is_tried_again_after_a_while() {
    Hints.Hint hint = hints.of("deals");
    hint.gather();
    hint.sieve(0);
    boolean walks = false;
    for (int use = 0; use < 1_000 && !walks; use++) {
      assertEquals(0, hint.sieved(40));
      walks = hints.of("deals").walks();
    }
    assertTrue(walks);
    assertEquals(40, hint.sieved(40));
  }
}
