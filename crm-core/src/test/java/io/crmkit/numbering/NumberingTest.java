package io.crmkit.numbering;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest extends CrmTest {
  private static final NumberRange NUMBERS = NumberRange.of("paper", "P-{year}-{0000}");

  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private static String next(Workspace space) {
    return NUMBERS.give(space, (work, number) -> number);
  }

  private static String next(Session session) {
    return next(session.workspace());
  }

  @Test
  void numbers_go_up_by_one() {
    assertEquals("P-2027-0001", next(ada));
    assertEquals("P-2027-0002", next(bob));
    assertEquals("P-2027-0003", next(ada));
  }

  @Test
  void numbers_begin_anew_each_year_and_a_year_keeps_its_own() {
    next(ada);
    clock.set(Instant.parse("2028-01-01T00:00:00Z"));
    assertEquals("P-2028-0001", next(ada));
    clock.set(Instant.parse("2027-12-31T23:59:59Z"));
    assertEquals("P-2027-0002", next(ada), "from a node whose clock is behind");
  }

  @Test
  void a_unit_takes_several_numbers() {
    List<String> taken = ada.call(work -> List.of(next(work.workspace()), next(work.workspace())));
    assertEquals(List.of("P-2027-0001", "P-2027-0002"), taken);
    assertEquals("P-2027-0003", next(ada));
  }

  @Test
  void what_is_not_committed_takes_no_number() {
    next(ada);
    assertThrows(
        IllegalStateException.class,
        () ->
            NUMBERS.give(
                ada.workspace(),
                (work, number) -> {
                  throw new IllegalStateException("changed my mind about " + number);
                }));
    assertThrows(
        ValidationException.class,
        () ->
            NUMBERS.give(
                ada.workspace(), (work, number) -> work.records(Customer.TYPE).create(d -> {})));
    assertEquals("P-2027-0002", next(ada));
  }

  @Test
  void a_part_of_a_unit_that_fails_takes_no_number() {
    ada.customers().create(aCustomer()); // from now on it is known who ada is
    next(ada);
    String kept =
        ada.call(
            work -> {
              assertThrows(
                  ValidationException.class,
                  () ->
                      NUMBERS.give(
                          work.workspace(),
                          (part, number) -> part.records(Customer.TYPE).create(d -> {})));
              return next(work.workspace());
            });
    assertEquals("P-2027-0002", kept);
  }

  @Test
  void a_stale_record_is_told_at_once_and_not_tried_again() {
    Customer acme = ada.customers().create(aCustomer());
    ada.customers().update(acme, d -> d.set(Customer.LEVEL, "A"));
    int[] tries = {0};
    assertThrows(
        ConflictException.class,
        () ->
            NUMBERS.give(
                ada.workspace(),
                (work, number) -> {
                  tries[0]++;
                  return work.records(Customer.TYPE)
                      .update(acme, d -> d.set(Customer.BACKGROUND, number));
                }));
    assertEquals(1, tries[0]);
    assertEquals("P-2027-0001", next(ada));
  }

  @Test
  void an_administrator_says_how_numbers_are_written() {
    ada.numbering().define("paper", "{yy}/{000}");
    assertEquals("27/001", next(ada));
    ada.numbering().define("paper", "ACME {00}");
    assertEquals("ACME 01", next(ada), "a count that does not end with the year is another");
    ada.numbering().define("paper", "{yy}/{000}/HQ");
    assertEquals("27/002/HQ", next(ada));
  }

  @Test
  void numbers_grow_beyond_their_digits() {
    ada.numbering().define("paper", "{0}");
    ada.numbering().startAt("paper", 9);
    assertEquals("9", next(ada));
    assertEquals("10", next(ada));
  }

  @Test
  void numbers_go_on_from_the_system_before_and_never_back() {
    assertThrows(NotFoundException.class, () -> ada.numbering().startAt("paper", 7));
    ada.numbering().define("paper", "P-{year}-{0000}");
    ada.numbering().startAt("paper", 4712);
    assertEquals("P-2027-4712", next(ada));
    CrmException refused =
        assertThrows(InvalidRequestException.class, () -> ada.numbering().startAt("paper", 4712));
    assertEquals("numbering.taken", refused.code());
    ada.numbering().startAt("paper", 4800);
    assertEquals("P-2027-4800", next(ada));
  }

  @Test
  void a_pattern_without_a_place_for_the_number_is_refused() {
    for (String bad : List.of("Q-{year}", "Q", "{0}{0}", "{month}-{00}", "{00", "}{00}", "{0x}")) {
      assertThrows(
          ValidationException.class, () -> ada.numbering().define("paper", bad), () -> bad);
    }
    assertThrows(IllegalArgumentException.class, () -> NumberRange.of("paper", "Q-{year}"));
  }

  @Test
  void a_series_cannot_be_deleted() {
    next(ada);
    NumberSeries series = ada.numbering().series().query().list().get(0);
    NumberCounter counter = ada.numbering().counters().query().list().get(0);
    assertThrows(InvalidRequestException.class, () -> ada.numbering().series().delete(series));
    assertThrows(InvalidRequestException.class, () -> ada.numbering().counters().delete(counter));
    assertThrows(InvalidRequestException.class, () -> ada.numbering().counters().purge(counter));
    assertThrows(
        ValidationException.class,
        () -> ada.numbering().counters().save(counter.with(NumberCounter.NEXT, 1L)));
  }

  @Test
  void who_may_not_see_series_still_numbers_documents() {
    policy.deny("bob", NumberSeries.TYPE).deny("bob", NumberCounter.TYPE);
    assertEquals("P-2027-0001", next(bob));
    assertEquals("P-2027-0002", next(bob));
    assertThrows(AccessDeniedException.class, () -> bob.numbering().startAt("paper", 100));
    assertThrows(AccessDeniedException.class, () -> bob.numbering().define("paper", "{0}"));
  }

  @Test
  void tenants_number_by_themselves() {
    next(ada);
    assertEquals("P-2027-0001", next(crm.as("other", "ada")));
  }

  @Test
  void within_a_unit_the_number_that_somebody_else_took_is_a_conflict() {
    next(ada);
    assertThrows(
        ConflictException.class,
        () ->
            ada.run(
                work -> {
                  next(work.workspace());
                  next(bob);
                }));
    String mine = ada.retry(3, work -> next(work.workspace()));
    assertTrue(List.of("P-2027-0002", "P-2027-0003").contains(mine), mine);
  }
}
