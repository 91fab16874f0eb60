package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Records;
import io.crmkit.org.Deputy;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.User;
import io.crmkit.testing.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving oneself more than one has. */
class SharingAttackTest extends Besieged {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  /** Brings a permission. */
  static final class Vault implements CrmModule {
    @Override
    public String name() {
      return "vault";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of();
    }

    @Override
    public List<String> permissions() {
      return List.of("vault.open");
    }
  }

  private Role clerk;
  private Role careful;
  private Role strong;

  @Override
  protected void configure(CrmBuilder builder) {
    super.configure(builder);
    builder.module(new Vault());
  }

  /** Mallory may decide about roles, but not about everything. */
  @BeforeEach
  void clerks() {
    Permissions roles = ada.permissions();
    clerk = roles.define("clerk", "Clerk", null);
    roles.grant(clerk, Role.TYPE, Level.ALL, Operation.ADMINISTER);
    careful = roles.define("careful", "Careful", null);
    roles.deny(careful, "customer", Level.ALL, Operation.DELETE);
    strong = roles.define("strong", "Strong", null);
    roles.grant(strong, Grant.ALL_TYPES, Level.ALL, Operation.values());
    roles.grantPermission(strong, Grant.ALL_TYPES);
  }

  private void becomeClerk() {
    ada.permissions().assign(malloryUser, clerk);
    ada.permissions().assign(malloryUser, careful);
  }

  private void assertNoMore() {
    assertThrows(NotFoundException.class, () -> mallory.customers().get(theirs.ref()));
    assertThrows(
        AccessDeniedException.class,
        () -> mallory.customers().delete(mallory.customers().get(alsoMine.ref())));
    assertNull(mallory.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT));
    assertTrue(!mallory.workspace().permits("vault.open"));
  }

  @Test
  void attack_37_who_may_not_decide_about_roles_neither_sees_nor_changes_them() {
    Permissions his = mallory.permissions();
    Share share = ada.permissions().share(theirs, victorUser, Share.Access.READ);
    RoleAssignment assignment = ada.permissions().assignments().query().list().get(0);
    Grant grant = ada.permissions().grants().query().list().get(0);
    for (Runnable attempt :
        List.<Runnable>of(
            () -> his.define("mine", "Mine", null),
            () -> his.assign(malloryUser, strong),
            () -> his.include(seller, strong),
            () -> his.grant(seller, "customer", Level.ALL, Operation.READ),
            () -> his.grantPermission(seller, "*"),
            () -> his.restrict(seller, Customer.CREDIT_LIMIT, FieldRight.WRITE),
            () -> his.withdraw(malloryUser, seller),
            () -> his.query().list(),
            () -> his.query().count(),
            () -> his.grants().query().exists(),
            () -> his.assignments().query().list(),
            () -> his.fieldRules().query().list(),
            () -> his.role("strong"),
            () -> his.grants().delete(grant),
            () -> his.assignments().delete(assignment),
            () -> mallory.records(Share.TYPE).query().list(),
            () -> mallory.records(Share.TYPE).delete(share),
            () -> mallory.records(PermissionMark.TYPE).query().list(),
            () -> his.whoCan("vault.open"),
            () -> his.explain("victor", Operation.READ, mine),
            () -> his.installStandardRoles())) {
      assertThrows(CrmException.class, attempt::run);
    }
  }

  @Test
  void attack_37_who_decides_about_roles_gives_nobody_more_than_they_have() {
    becomeClerk();
    Permissions his = mallory.permissions();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> his.assign(malloryUser, strong),
            () -> his.assign(victorUser, strong),
            () -> his.include(clerk, strong),
            () -> his.grant(clerk, "*", Level.ALL, Operation.READ),
            () -> his.grant(clerk, "customer", Level.TEAM, Operation.READ),
            () -> his.grant(clerk, "*", Level.ALL, Operation.ADMINISTER),
            () -> his.grantPermission(clerk, "vault.open"),
            () -> his.restrict(clerk, Customer.CREDIT_LIMIT, FieldRight.WRITE),
            () -> his.restrict(clerk, Customer.CREDIT_LIMIT, FieldRight.MASKED),
            () ->
                his.grantWhere(
                    clerk,
                    Customer.TYPE,
                    Operation.READ,
                    "{\"field\":\"name\",\"op\":\"missing\"}"),
            () ->
                his.grants()
                    .query()
                    .list()
                    .forEach(g -> his.grants().update(g, d -> d.set(Grant.LEVEL, Level.ALL))))) {
      assertThrows(CrmException.class, attempt::run);
    }
    assertNoMore();
  }

  @Test
  void attack_37_nobody_takes_a_denial_off_themselves() {
    becomeClerk();
    ada.permissions().include(careful, ada.permissions().define("inner", "Inner", null));
    ada.permissions().limit(ada.permissions().role("inner"), Customer.FOUNDED, FieldRight.HIDDEN);
    Permissions his = mallory.permissions();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> his.withdraw(malloryUser, careful),
            () ->
                his.assignments()
                    .where(RoleAssignment.ROLE.is(careful.ref()))
                    .list()
                    .forEach(
                        a ->
                            his.assignments()
                                .update(a, d -> d.set(RoleAssignment.UNTIL, TODAY.minusDays(1)))),
            () ->
                his.assignments()
                    .where(RoleAssignment.ROLE.is(careful.ref()))
                    .list()
                    .forEach(
                        a ->
                            his.assignments()
                                .update(a, d -> d.set(RoleAssignment.USER, victorUser))),
            () ->
                his.grants()
                    .where(Grant.EFFECT.is(Grant.Effect.DENY))
                    .list()
                    .forEach(his.grants()::delete),
            () ->
                his.grants()
                    .where(Grant.EFFECT.is(Grant.Effect.DENY))
                    .list()
                    .forEach(g -> his.grants().update(g, d -> d.set(Grant.LEVEL, Level.NONE))),
            () -> his.fieldRules().query().list().forEach(his.fieldRules()::delete),
            () -> deleteAll(mallory.records(RoleInclusion.TYPE)),
            () -> his.delete(his.role("careful")),
            () -> his.delete(his.role("inner")))) {
      assertThrows(CrmException.class, attempt::run);
      assertNoMore();
    }
  }

  private static <E extends Entity<E>> void deleteAll(Records<E> records) {
    records.query().list().forEach(records::delete);
  }

  @Test
  void attack_37_a_share_that_was_ended_is_not_brought_back_by_a_clerk() {
    becomeClerk();
    Share share = ada.permissions().share(theirs, malloryUser, Share.Access.WRITE);
    mallory.customers().get(theirs.ref());
    ada.permissions().unshare(theirs, share);
    Share ended = mallory.records(Share.TYPE).findDeleted(share.ref()).orElseThrow();
    assertThrows(CrmException.class, () -> mallory.records(Share.TYPE).restore(ended));
    assertThrows(
        CrmException.class,
        () ->
            mallory
                .records(Share.TYPE)
                .create(
                    s ->
                        s.set(Share.RECORD_TYPE, "customer")
                            .set(Share.RECORD_ID, theirs.ref().id())
                            .set(Share.WITH_USER, malloryUser)
                            .set(Share.ACCESS, Share.Access.WRITE)));
    assertNoMore();
  }

  @Test
  void attack_37_a_role_from_the_bin_is_not_brought_back_by_a_clerk() {
    becomeClerk();
    ada.permissions().assign(malloryUser, strong);
    Role gone = ada.permissions().delete(strong);
    assertThrows(CrmException.class, () -> mallory.permissions().restore(gone));
    Role barred = ada.permissions().delete(careful);
    mallory.permissions().restore(barred);
    assertNoMore();
  }

  @Test
  void attack_37_what_levels_rest_on_is_not_changed_with_rights_to_everything() {
    ada.permissions()
        .grant(
            seller,
            "*",
            Level.ALL,
            Operation.READ,
            Operation.CREATE,
            Operation.UPDATE,
            Operation.DELETE,
            Operation.ASSIGN);
    OrgUnit unit = ada.organization().units().create(Fixtures.aUnit("Top"));
    for (Runnable attempt :
        List.<Runnable>of(
            () -> mallory.organization().transfer(malloryUser, unit, TODAY, "mine"),
            () -> mallory.organization().update(malloryUser, u -> u.set(User.UNIT, unit)),
            () -> mallory.organization().report(victorUser, malloryUser, TODAY, null),
            () -> mallory.organization().join(malloryUser, unit, TODAY),
            () -> mallory.organization().deputise(victorUser, malloryUser, TODAY, null),
            () -> mallory.organization().create(Fixtures.aUser("mallory2")),
            () -> mallory.organization().units().update(unit, u -> u.set(OrgUnit.NAME, "x")),
            () ->
                mallory
                    .customization()
                    .addField(Customer.TYPE, "mine", FieldDefinition.FieldKind.TEXT),
            () -> mallory.customization().addCode("industry", "crime"),
            () -> mallory.records(CodeItem.TYPE).create(c -> {}))) {
      assertThrows(CrmException.class, attempt::run);
    }
  }

  @Test
  void attack_37_what_is_lent_for_reading_is_not_lent_on_nor_for_writing() {
    ada.permissions().share(theirs, malloryUser, Share.Access.READ);
    Customer lent = mallory.customers().get(theirs.ref());
    Permissions his = mallory.permissions();
    assertThrows(
        AccessDeniedException.class, () -> his.share(lent, malloryUser, Share.Access.WRITE));
    assertThrows(
        AccessDeniedException.class, () -> his.share(lent, malloryUser, Share.Access.READ));
    Customer own = mallory.customers().get(mine.ref());
    Share given = his.share(own, malloryUser, Share.Access.WRITE);
    assertThrows(NotFoundException.class, () -> his.unshare(lent, given));
    ada.permissions().deny(seller, "customer", Level.ALL, Operation.SHARE);
    assertThrows(AccessDeniedException.class, () -> his.share(own, malloryUser, Share.Access.READ));
  }

  @Test
  void attack_37_a_deputy_for_some_types_decides_about_nothing_else() {
    User boss = ada.organization().create(Fixtures.aUser("boss"));
    ada.permissions().assign(boss, strong);
    becomeClerk();
    Session forBoss = mallory.onBehalfOf("boss");
    assertThrows(AccessDeniedException.class, () -> forBoss.customers().query().count());
    Deputy deputy = ada.organization().deputise(boss, malloryUser, TODAY, null);
    ada.organization().deputies().update(deputy, d -> d.set(Deputy.ONLY_FOR, Set.of("customer")));
    assertEquals(3, forBoss.customers().query().count());
    assertThrows(
        AccessDeniedException.class,
        () -> forBoss.permissions().grant(clerk, "opportunity", Level.ALL, Operation.READ));
    assertThrows(
        AccessDeniedException.class, () -> forBoss.permissions().assign(malloryUser, strong));
    assertThrows(
        AccessDeniedException.class,
        () -> forBoss.permissions().grantPermission(clerk, "vault.open"));
    assertTrue(!forBoss.workspace().permits("vault.open"));
    assertThrows(CrmException.class, () -> forBoss.opportunities().get(theirDeal.ref()));
    assertNoMore();
  }

  @Test
  void attack_37_nobody_acts_for_somebody_whom_they_do_not_stand_in_for() {
    for (String other : List.of("victor", "ada", "mallory", "nobody", "permissions", "VICTOR")) {
      Session forOther = mallory.onBehalfOf(other);
      assertThrows(AccessDeniedException.class, () -> forOther.customers().find(mine.ref()), other);
      assertThrows(AccessDeniedException.class, () -> forOther.customers().query().count());
      assertThrows(AccessDeniedException.class, () -> forOther.run(work -> {}));
      assertThrows(
          AccessDeniedException.class, () -> forOther.customers().create(Fixtures.aCustomer()));
    }
    for (String name : List.of("ADA", "Ada", " ada", "ada ", "permissions", "victor;ada")) {
      assertThrows(AccessDeniedException.class, () -> crm.as(name).customers().query().count());
    }
  }
}
