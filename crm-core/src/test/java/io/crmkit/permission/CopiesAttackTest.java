package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Classification;
import io.crmkit.customer.ContactPoint;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.OpportunityChange;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.testing.Fixtures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is hidden is not told by records that repeat it. */
class CopiesAttackTest extends Besieged {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  @Test
  void attack_15_a_hidden_amount_is_not_read_from_the_facts_of_its_changes() {
    ada.opportunities().update(myDeal, d -> d.set(Opportunity.AMOUNT, Fixtures.eur("66613")));
    OpportunityChange fact = mallory.pipeline().changes(myDeal).get(0);
    requireSilent(fact.get(OpportunityChange.AMOUNT_BEFORE));
    assertNull(fact.get(OpportunityChange.AMOUNT_AFTER));
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory
                .records(OpportunityChange.TYPE)
                .where(OpportunityChange.AMOUNT_AFTER.isPresent())
                .count());
  }

  @Test
  void attack_15_a_hidden_level_is_neither_read_from_its_periods_nor_set_through_them() {
    ada.customers().setLevel(mine, "A", DAY, "because");
    ada.permissions().limit(seller, Customer.LEVEL, FieldRight.HIDDEN);
    Classification period =
        mallory
            .customers()
            .classifications()
            .where(Classification.CUSTOMER.is(mine))
            .first()
            .orElseThrow();
    assertNull(period.get(Classification.VALUE));
    assertThrows(
        AccessDeniedException.class, () -> mallory.customers().setLevel(mine, "B", DAY, "mine"));
    assertEquals("A", ada.customers().get(mine.ref()).get(Customer.LEVEL));
  }

  @Test
  void attack_15_a_masked_address_for_mail_is_masked_as_a_contact_point_as_well() {
    ada.customers()
        .addPoint(
            mine,
            p ->
                p.set(ContactPoint.EMAIL, "secretary@mills.example")
                    .set(ContactPoint.PRIMARY, true));
    ContactPoint point = mallory.customers().points().query().first().orElseThrow();
    requireSilent(point.get(ContactPoint.EMAIL));
    assertEquals(
        mallory.customers().get(mine.ref()).get(Customer.EMAIL), point.get(ContactPoint.EMAIL));
  }

  @Test
  void attack_15_a_hidden_stage_is_not_told_by_what_is_learnt_of_it() {
    ada.permissions().grant(seller, "playbook_item", Level.ALL, Operation.READ);
    SalesPipeline hers = mallory.pipeline();
    assertThrows(NotFoundException.class, () -> hers.remainingTime(theirDeal));
    assertThrows(NotFoundException.class, () -> hers.playbook().guidance(theirDeal));
    assertTrue(hers.remainingTime(myDeal).isEmpty());
    assertTrue(hers.playbook().guidance(myDeal).isEmpty());
    ada.permissions().limit(seller, Opportunity.STAGE, FieldRight.HIDDEN);
    assertThrows(AccessDeniedException.class, () -> hers.remainingTime(myDeal));
    assertThrows(AccessDeniedException.class, () -> hers.playbook().guidance(myDeal));
  }

  @Test
  void attack_14_a_deal_is_not_opened_with_an_invisible_customer() {
    ValidationException refused =
        assertThrows(
            ValidationException.class, () -> mallory.pipeline().open(theirs, Fixtures.aDeal("x")));
    assertEquals("customer", refused.violations().get(0).field());
    requireSilent(refused);
    assertEquals(1, mallory.opportunities().query().count());
  }

  @Test
  void attack_14_a_level_of_an_invisible_customer_is_refused_as_that_of_an_absent_one() {
    ada.customers().setLevel(theirs, "A", DAY, "because");
    assertEquals(
        refusal(theirs.ref(), () -> mallory.customers().get(theirs.ref())),
        refusal(theirs.ref(), () -> mallory.customers().setLevel(theirs, "B", DAY, "mine")));
  }
}
