package io.crmkit.privacy;

import static io.crmkit.testing.Fixtures.aContact;
import static io.crmkit.testing.Fixtures.aDeal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.permission.Role;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ready-made role of somebody who answers for what is kept about people. */
class PrivacyOfficerTest extends CrmTest {
  private Session officer;
  private Contact eva;
  private Opportunity deal;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  @BeforeEach
  void people() {
    ada.permissions().installStandardRoles();
    ada.permissions()
        .assign(
            ada.organization().create(Fixtures.aUser("olga")),
            ada.permissions().role("privacy_officer"));
    officer = crm.as("olga");
    Customer acme = ada.customers().create(Fixtures.aCustomer("Acme"));
    eva =
        ada.customers()
            .addContact(
                acme, aContact("Eva").andThen(c -> c.set(Contact.EMAIL, "eva@example.com")));
    deal =
        ada.pipeline().open(acme, aDeal("40 seats").andThen(d -> d.set(Opportunity.CONTACT, eva)));
  }

  @Test
  void it_has_a_name_in_both_languages() {
    Role role = ada.permissions().role("privacy_officer");
    assertEquals("Data protection officer", role.label(Locale.ENGLISH));
    assertEquals("数据保护专员", role.label(Locale.CHINESE));
  }

  @Test
  void it_does_all_that_people_may_ask_for_and_sees_what_came_of_it() {
    Privacy privacy = officer.privacy();
    privacy.consents().grant(eva.ref(), "newsletter", "web form", d -> {});
    assertEquals(1, privacy.consents().of(eva.ref()).size());
    StringBuilder report = new StringBuilder();
    privacy.report(eva.ref(), report);
    assertTrue(report.toString().contains("eva@example.com"));
    privacy.portable(eva.ref(), report);
    privacy.restrict(eva.ref(), "contested");
    assertEquals("eva@example.com", officer.contacts().get(eva.ref()).get(Contact.EMAIL));
    assertEquals(1, privacy.restrictions().query().count());
    privacy.lift(eva.ref());
    LegalHold hold = privacy.hold(deal.ref(), "case 17");
    assertEquals(List.of(hold), privacy.holds().query().list());
    Erasure erasure = privacy.erase(eva.ref(), "request");
    assertEquals(Erasure.State.WAITING, privacy.erasures().get(erasure.ref()).get(Erasure.STATE));
    privacy.release(hold);
    assertTrue(privacy.holds().query().list().isEmpty());
  }

  @Test
  void it_says_how_long_records_are_kept() {
    Retention retention = officer.privacy().retention();
    RetentionRule rule =
        retention.create(
            d ->
                d.set(RetentionRule.NAME, "Commercial code")
                    .set(RetentionRule.RECORD_TYPE, "sales_order")
                    .set(RetentionRule.DAYS, 3650L)
                    .set(RetentionRule.ACTION, RetentionRule.Action.KEEP));
    assertEquals(0, retention.concerned(rule));
    rule = retention.update(rule, d -> d.set(RetentionRule.ACTIVE, true));
    retention.delete(rule);
    assertEquals(0, retention.query().count());
  }

  @Test
  void it_changes_nothing_in_business_and_no_rights() {
    for (Runnable attempt :
        List.<Runnable>of(
            () -> officer.contacts().update(eva, c -> c.set(Contact.NAME, "x")),
            () -> officer.opportunities().delete(deal),
            () -> officer.customers().create(Fixtures.aCustomer("Mine")),
            () -> officer.permissions().define("mine", "Mine", null))) {
      assertThrows(AccessDeniedException.class, attempt::run);
    }
  }

  @Test
  void no_other_ready_made_role_reaches_holds_receipts_and_rules() {
    for (String role : List.of("administrator", "auditor", "sales_manager", "seller")) {
      ada.permissions()
          .assign(
              ada.organization().create(Fixtures.aUser("u_" + role)), ada.permissions().role(role));
      Session other = crm.as("u_" + role);
      assertThrows(AccessDeniedException.class, () -> other.privacy().erasures().query().count());
      assertThrows(AccessDeniedException.class, () -> other.privacy().holds().query().count());
      assertThrows(AccessDeniedException.class, () -> other.privacy().retention().query().count());
      assertFalse(officer.contacts().query().list().isEmpty());
    }
  }
}
