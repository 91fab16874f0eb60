package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.org.User;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentences that say why, as they are read out to people. */
class ExplanationTest extends CrmTest {
  private Permissions roles;
  private User bobUser;
  private User doraUser;
  private Customer acme;
  private Contact eva;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  @BeforeEach
  void people() {
    roles = ada.permissions();
    roles.installStandardRoles();
    bobUser = ada.organization().create(Fixtures.aUser("bob"));
    doraUser = ada.organization().create(Fixtures.aUser("dora"));
    acme =
        ada.customers()
            .create(Fixtures.aCustomer("Acme").andThen(c -> c.set(Customer.OWNER, bobUser)));
    eva = ada.customers().addContact(acme, Fixtures.aContact("Eva"));
  }

  private static void assertSays(Explanation why, String english, String chinese) {
    assertEquals(english, why.in(Locale.ENGLISH));
    assertEquals(chinese, why.in(Locale.CHINESE));
  }

  private void give(User user, String role) {
    roles.assign(user, roles.role(role));
  }

  @Test
  void a_role_grants_it() {
    give(bobUser, "seller");
    assertSays(
        roles.explain("bob", Operation.READ, acme),
        "bob may see " + acme.ref() + ": the role “Seller” grants it for own records.",
        "bob 可以对 " + acme.ref() + " 进行“查看”操作：角色“销售员”授予了此权限，范围为本人的记录。");
    assertSays(
        roles.explain("bob", Operation.SEE_AUDIT, acme),
        "bob may see the history of "
            + acme.ref()
            + ": the role “Seller” grants it for own records.",
        "bob 可以对 " + acme.ref() + " 进行“查看历史”操作：角色“销售员”授予了此权限，范围为本人的记录。");
  }

  @Test
  void it_is_a_part_of_what_somebody_may_see_or_change() {
    give(bobUser, "seller");
    assertSays(
        roles.explain("bob", Operation.READ, eva),
        "bob may see "
            + eva.ref()
            + ": the role “Seller” grants it on the parts of what bob may see.",
        "bob 可以对 " + eva.ref() + " 进行“查看”操作：角色“销售员”授予了此权限，且 bob 可以查看该记录所属的记录。");
    assertSays(
        roles.explain("bob", Operation.DELETE, eva),
        "bob may delete "
            + eva.ref()
            + ": the role “Seller” grants it on the parts of what bob may change.",
        "bob 可以对 " + eva.ref() + " 进行“删除”操作：角色“销售员”授予了此权限，且 bob 可以修改该记录所属的记录。");
  }

  @Test
  void a_rule_narrows_what_a_role_grants() {
    Role careful = roles.define("careful", "Careful", "谨慎");
    roles
        .grants()
        .create(
            d ->
                d.set(Grant.ROLE, careful)
                    .set(Grant.RECORD_TYPE, "customer")
                    .set(Grant.OPERATION, Operation.READ)
                    .set(Grant.LEVEL, Level.ALL)
                    .parse(Grant.RULE, "{\"field\":\"name\",\"op\":\"is\",\"value\":\"Acme\"}"));
    roles.assign(bobUser, careful);
    assertSays(
        roles.explain("bob", Operation.READ, acme),
        "bob may see "
            + acme.ref()
            + ": the role “Careful” grants it for all records that meet the rule"
            + " {\"field\":\"name\",\"op\":\"is\",\"value\":\"Acme\"}.",
        "bob 可以对 "
            + acme.ref()
            + " 进行“查看”操作：角色“谨慎”授予了此权限，范围为全部记录中符合规则"
            + " {\"field\":\"name\",\"op\":\"is\",\"value\":\"Acme\"} 的记录。");
  }

  @Test
  void a_role_denies_it() {
    give(bobUser, "seller");
    Role strict = roles.define("strict", "Strict", "严格");
    roles.deny(strict, "customer", Level.OWN, Operation.DELETE);
    roles.assign(bobUser, strict);
    assertSays(
        roles.explain("bob", Operation.DELETE, acme),
        "bob may not delete " + acme.ref() + ": the role “Strict” denies it for own records.",
        "bob 不能对 " + acme.ref() + " 进行“删除”操作：角色“严格”禁止了此操作，范围为本人的记录。");
  }

  @Test
  void somebody_shares_it() {
    roles.share(acme, doraUser, Share.Access.READ);
    assertSays(
        roles.explain("dora", Operation.READ, acme),
        "dora may see " + acme.ref() + ": ada shares it with dora.",
        "dora 可以对 " + acme.ref() + " 进行“查看”操作：ada 已将该记录共享给 dora。");
    roles.share(
        eva, doraUser, Share.Access.WRITE, clock.instant().plus(Duration.ofDays(2)), "help");
    assertSays(
        roles.explain("dora", Operation.UPDATE, eva),
        "dora may change "
            + eva.ref()
            + ": ada shares it with dora until "
            + clock.instant().plus(Duration.ofDays(2))
            + '.',
        "dora 可以对 "
            + eva.ref()
            + " 进行“修改”操作：ada 已将该记录共享给 dora，有效期至 "
            + clock.instant().plus(Duration.ofDays(2))
            + "。");
  }

  @Test
  void nothing_grants_it() {
    give(doraUser, "seller");
    assertSays(
        roles.explain("dora", Operation.READ, acme),
        "dora may not see "
            + acme.ref()
            + ": no role of dora (Seller) reaches it, and it is not shared with dora.",
        "dora 不能对 " + acme.ref() + " 进行“查看”操作：dora 的角色（销售员）均不包含该记录，该记录也未共享给 dora。");
    assertSays(
        roles.explain("bob", Operation.READ, acme),
        "bob may not see " + acme.ref() + ": bob has no role, and it is not shared with bob.",
        "bob 不能对 " + acme.ref() + " 进行“查看”操作：bob 没有任何角色，该记录也未共享给 bob。");
    assertSays(
        roles.explain("nobody", Operation.READ, acme),
        "nobody may not see " + acme.ref() + ": there is no user nobody who works here.",
        "nobody 不能对 " + acme.ref() + " 进行“查看”操作：没有名为 nobody 的在职用户。");
  }

  @Test
  void a_deputy_may_for_somebody_else() {
    give(bobUser, "seller");
    give(doraUser, "employee");
    ada.organization().deputise(bobUser, doraUser, LocalDate.of(2027, 1, 1), null);
    Session dora = crm.as("dora").onBehalfOf("bob");
    assertSays(
        dora.permissions().explain(Operation.READ, acme),
        "dora may see "
            + acme.ref()
            + ", standing in for bob: bob may see "
            + acme.ref()
            + ": the role “Seller” grants it for own records.",
        "dora 代理 bob 时可以对 "
            + acme.ref()
            + " 进行“查看”操作：bob 可以对 "
            + acme.ref()
            + " 进行“查看”操作：角色“销售员”授予了此权限，范围为本人的记录。");
    assertEquals(
        "dora may not destroy "
            + acme.ref()
            + ": no role of dora (Employee) reaches it, and it is not shared with dora.",
        dora.permissions().explain(Operation.PURGE, acme).toString());
  }

  @Test
  void the_use_of_what_is_kept_about_somebody_is_restricted() {
    give(bobUser, "seller");
    ada.privacy().restrict(eva.ref(), "contested");
    assertSays(
        roles.explain("bob", Operation.READ, eva),
        "bob may not see " + eva.ref() + ": it is about somebody whose data may not be used now.",
        "bob 不能对 " + eva.ref() + " 进行“查看”操作：该记录涉及的个人数据目前处于限制处理状态。");
  }

  @Test
  void the_host_or_a_role_makes_somebody_an_administrator() {
    assertSays(
        roles.explain("ada", Operation.PURGE, acme),
        "ada may destroy " + acme.ref() + ": the host has named ada an administrator.",
        "ada 可以对 " + acme.ref() + " 进行“彻底删除”操作：ada 是系统指定的管理员。");
    give(bobUser, "administrator");
    assertSays(
        roles.explain("bob", Operation.UPDATE, roles.role("seller")),
        "bob may change " + roles.role("seller").ref() + ": bob decides about roles.",
        "bob 可以对 " + roles.role("seller").ref() + " 进行“修改”操作：bob 负责管理角色。");
  }

  @Test
  void every_operation_has_words_that_fit_the_sentence() {
    for (Operation operation : Operation.values()) {
      Explanation why = roles.explain("ada", operation, acme);
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        assertEquals(-1, why.in(locale).indexOf("permission."), why.in(locale));
      }
    }
  }
}
