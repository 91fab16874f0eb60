package io.crmkit.permission;

import static io.crmkit.kernel.access.Operation.ASSIGN;
import static io.crmkit.kernel.access.Operation.CREATE;
import static io.crmkit.kernel.access.Operation.DELETE;
import static io.crmkit.kernel.access.Operation.EXPORT;
import static io.crmkit.kernel.access.Operation.IMPORT;
import static io.crmkit.kernel.access.Operation.READ;
import static io.crmkit.kernel.access.Operation.SEE_AUDIT;
import static io.crmkit.kernel.access.Operation.SEE_PERSONAL;
import static io.crmkit.kernel.access.Operation.SHARE;
import static io.crmkit.kernel.access.Operation.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.catalog.Product;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.exchange.RecordImport;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.event.OutboxEntry;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Team;
import io.crmkit.org.TeamMember;
import io.crmkit.org.Territory;
import io.crmkit.org.TerritoryMember;
import io.crmkit.org.User;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what: Ada is the administrator, the others may do what their roles say. */
class RolesTest extends CrmTest {
  private OrgUnit germany;
  private OrgUnit berlin;
  private OrgUnit munich;
  private User bobUser;
  private User carlUser;
  private User doraUser;
  private User headUser;
  private Session carl;
  private Session dora;
  private Session head;
  private Customer ofBob;
  private Customer ofCarl;
  private Customer ofDora;

  @Override
  protected void configure(CrmBuilder builder) {
    builder.administrators("ada");
  }

  @BeforeEach
  void anOrganisation() {
    var units = ada.organization().units();
    germany = units.create(Fixtures.aUnit("Germany"));
    berlin = units.create(Fixtures.aUnit("Berlin").andThen(u -> u.set(OrgUnit.PARENT, germany)));
    munich = units.create(Fixtures.aUnit("Munich").andThen(u -> u.set(OrgUnit.PARENT, germany)));
    headUser = user("head", germany);
    bobUser = user("bob", berlin);
    carlUser = user("carl", berlin);
    doraUser = user("dora", munich);
    carl = crm.as("carl");
    dora = crm.as("dora");
    head = crm.as("head");
    ofBob = customer("of Bob", bobUser);
    ofCarl = customer("of Carl", carlUser);
    ofDora = customer("of Dora", doraUser);
  }

  private User user(String name, OrgUnit unit) {
    return ada.organization().create(Fixtures.aUser(name).andThen(u -> u.set(User.UNIT, unit)));
  }

  private Customer customer(String name, User owner) {
    return ada.customers()
        .create(
            c ->
                c.set(Customer.NAME, name)
                    .set(Customer.OWNER, owner)
                    .set(Customer.PHONE, "+49 30 901820")
                    .set(Customer.EMAIL, "info@example.com")
                    .set(Customer.CREDIT_LIMIT, Money.of("500", "EUR")));
  }

  private Permissions permissions() {
    return ada.permissions();
  }

  private Role role(String code, Level level, Operation... operations) {
    Role role = permissions().define(code, code, null);
    permissions().grant(role, Grant.ALL_TYPES, level, operations);
    return role;
  }

  private Role give(User user, Level level, Operation... operations) {
    Role role = giveDiscreet(user, level, operations);
    permissions().grant(role, Grant.ALL_TYPES, Level.ALL, SEE_PERSONAL);
    return role;
  }

  private Role giveDiscreet(User user, Level level, Operation... operations) {
    Role role = role(user.require(User.USERNAME) + "_" + level, level, operations);
    permissions().assign(user, role);
    return role;
  }

  private Set<String> names(Session session) {
    Set<String> names = new TreeSet<>();
    for (Customer customer : session.customers().query().list()) {
      names.add(ada.customers().get(customer.ref()).require(Customer.NAME));
    }
    return names;
  }

  private static Consumer<Draft<Customer>> named(String name) {
    return c -> c.set(Customer.NAME, name);
  }

  @Test
  void nobody_may_do_anything_without_a_role() {
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().list());
    assertThrows(AccessDeniedException.class, () -> bob.customers().create(named("x")));
    assertThrows(AccessDeniedException.class, () -> crm.as("nobody").customers().query().count());
    assertTrue(bob.permissions().mine().types().isEmpty());
  }

  @Test
  void one_sees_ones_own() {
    give(bobUser, Level.OWN, READ);
    assertEquals(Set.of("of Bob"), names(bob));
    assertEquals(1, bob.customers().query().count());
    assertThrows(NotFoundException.class, () -> bob.customers().get(ofCarl.ref()));
  }

  @Test
  void a_manager_sees_what_the_team_has() {
    ada.organization().update(bobUser, u -> u.set(User.MANAGER, doraUser));
    give(doraUser, Level.TEAM, READ);
    assertEquals(Set.of("of Bob", "of Dora"), names(dora));
  }

  @Test
  void one_sees_what_the_unit_has() {
    give(bobUser, Level.UNIT, READ);
    assertEquals(Set.of("of Bob", "of Carl"), names(bob));
  }

  @Test
  void a_head_sees_what_the_unit_and_those_below_have() {
    give(headUser, Level.UNIT_AND_BELOW, READ);
    assertEquals(Set.of("of Bob", "of Carl", "of Dora"), names(head));
    ada.customers().create(named("of nobody"));
    assertEquals(Set.of("of Bob", "of Carl", "of Dora"), names(head));
    ada.organization().create(Fixtures.aUser("elsewhere"));
    assertEquals(Set.of("of Bob", "of Carl", "of Dora"), names(head));
  }

  @Test
  void several_roles_add_up() {
    give(bobUser, Level.OWN, READ);
    give(bobUser, Level.UNIT, SHARE);
    Role munichRole = permissions().define("munich", "Munich", null);
    permissions()
        .grantWhere(
            munichRole,
            Customer.TYPE,
            READ,
            "{\"field\":\"name\",\"op\":\"is\",\"value\":\"of Dora\"}");
    permissions().assign(bobUser, munichRole);
    assertEquals(Set.of("of Bob", "of Dora"), names(bob));
  }

  @Test
  void a_denial_overrides_whatever_else_is_granted() {
    give(bobUser, Level.ALL, READ);
    Role without = permissions().define("without_own", "Without own", null);
    permissions().deny(without, "customer", Level.OWN, READ);
    permissions().assign(bobUser, without);
    assertEquals(Set.of("of Carl", "of Dora"), names(bob));
    permissions().deny(without, "customer", Level.ALL, READ);
    assertThrows(AccessDeniedException.class, () -> bob.customers().query().list());
  }

  @Test
  void a_rule_compares_with_what_the_actor_is() {
    Role role = permissions().define("by_rule", "By rule", null);
    permissions()
        .grantWhere(
            role,
            Customer.TYPE,
            READ,
            "{\"field\":\"owner.unit\",\"op\":\"is\",\"value\":{\"actor\":\"unit\"}}");
    permissions().assign(bobUser, role);
    assertEquals(Set.of("of Bob", "of Carl"), names(bob));
    ada.organization().update(bobUser, u -> u.clear(User.UNIT));
    assertThrows(AccessDeniedException.class, () -> names(bob));
    assertThrows(
        ValidationException.class,
        () ->
            permissions()
                .grantWhere(
                    role,
                    Customer.TYPE,
                    READ,
                    "{\"field\":\"nonsense\",\"op\":\"is\",\"value\":{\"actor\":\"unit\"}}"));
  }

  @Test
  void who_sees_the_whole_sees_its_parts() {
    give(bobUser, Level.OWN, READ, UPDATE, CREATE, DELETE);
    ada.customers().addContact(ofBob, Fixtures.aContact("Bea"));
    Contact other = ada.customers().addContact(ofCarl, Fixtures.aContact("Cleo"));
    assertEquals(List.of("Bea"), contacts(bob));
    assertThrows(NotFoundException.class, () -> bob.contacts().get(other.ref()));
    bob.customers().addContact(bob.customers().get(ofBob.ref()), Fixtures.aContact("Ben"));
    assertThrows(
        ValidationException.class,
        () -> bob.customers().addContact(ofCarl, Fixtures.aContact("x")));
  }

  @Test
  void a_contact_without_a_customer_is_seen_by_whoever_reaches_its_owner() {
    ada.organization().update(bobUser, u -> u.set(User.MANAGER, doraUser));
    give(bobUser, Level.OWN, READ, UPDATE, CREATE);
    give(carlUser, Level.OWN, READ);
    give(doraUser, Level.TEAM, READ);
    give(headUser, Level.UNIT_AND_BELOW, READ);
    Contact met = bob.contacts().create(Fixtures.aContact("Met at the fair"));
    assertEquals(bobUser.ref(), met.get(Contact.OWNER));
    for (Session session : List.of(bob, dora, head)) {
      assertEquals(List.of("Met at the fair"), contacts(session), session.toString());
    }
    assertEquals(List.of(), contacts(carl));
    assertThrows(NotFoundException.class, () -> carl.contacts().get(met.ref()));
    ada.contacts().update(met, c -> c.set(Contact.OWNER, carlUser));
    assertEquals(List.of("Met at the fair"), contacts(carl));
    assertEquals(List.of(), contacts(bob));
  }

  @Test
  void a_contact_is_seen_by_its_owner_and_by_whoever_sees_the_customer() {
    give(bobUser, Level.OWN, READ);
    give(carlUser, Level.OWN, READ);
    give(doraUser, Level.OWN, READ);
    ada.customers()
        .addContact(ofBob, Fixtures.aContact("Bea").andThen(c -> c.set(Contact.OWNER, carlUser)));
    assertEquals(List.of("Bea"), contacts(bob));
    assertEquals(List.of("Bea"), contacts(carl));
    assertEquals(List.of(), contacts(dora));
  }

  private static List<String> contacts(Session session) {
    return session.contacts().query().list().stream().map(c -> c.require(Contact.NAME)).toList();
  }

  @Test
  void reference_data_are_for_those_whom_they_are_granted() {
    ada.records(Product.TYPE).create(Fixtures.aProduct("Seat"));
    Role role = give(bobUser, Level.UNIT_AND_BELOW, READ);
    assertThrows(
        AccessDeniedException.class, () -> bob.records(Product.TYPE).query().list().size());
    permissions().grant(role, Grant.REFERENCE_DATA, Level.ALL, READ);
    assertEquals(1, bob.records(Product.TYPE).query().list().size());
  }

  @Test
  void a_role_has_what_the_roles_have_that_it_includes() {
    Role reader = role("reader", Level.OWN, READ);
    Role middle = permissions().define("middle", "Middle", null);
    Role top = permissions().define("top", "Top", null);
    permissions().include(middle, reader);
    permissions().include(top, middle);
    permissions().assign(bobUser, top);
    assertEquals(Set.of("of Bob"), names(bob));
    assertThrows(ValidationException.class, () -> permissions().include(reader, top));
    assertThrows(ValidationException.class, () -> permissions().include(top, top));
  }

  @Test
  void a_role_is_had_for_a_time() {
    Role reader = role("reader", Level.OWN, READ);
    LocalDate today = LocalDate.of(2027, 3, 1);
    permissions().assign(bobUser, reader, today.plusDays(1), today.plusDays(2));
    assertThrows(AccessDeniedException.class, () -> names(bob));
    clock.advance(Duration.ofDays(1));
    assertEquals(Set.of("of Bob"), names(bob));
    clock.advance(Duration.ofDays(1));
    assertEquals(Set.of("of Bob"), names(bob));
    clock.advance(Duration.ofDays(1));
    assertThrows(AccessDeniedException.class, () -> names(bob));
  }

  @Test
  void what_is_taken_away_is_denied_at_the_next_decision() {
    Role role = give(bobUser, Level.OWN, READ);
    assertEquals(Set.of("of Bob"), names(bob));
    permissions().withdraw(bobUser, role);
    assertThrows(AccessDeniedException.class, () -> names(bob));
    permissions().assign(bobUser, role);
    assertEquals(Set.of("of Bob"), names(bob));
    permissions().grants().query().list().forEach(permissions().grants()::delete);
    assertThrows(AccessDeniedException.class, () -> names(bob));
  }

  @Test
  void who_does_not_work_here_any_more_may_do_nothing() {
    give(bobUser, Level.OWN, READ);
    User gone = ada.organization().update(bobUser, u -> u.set(User.ACTIVE, false));
    assertThrows(AccessDeniedException.class, () -> names(bob));
    ada.organization().update(gone, u -> u.set(User.ACTIVE, true));
    assertEquals(Set.of("of Bob"), names(bob));
  }

  @Test
  void what_may_be_seen_but_not_changed_is_denied_and_what_is_invisible_is_not_found() {
    give(bobUser, Level.UNIT, READ);
    permissions().grant(permissions().role("bob_unit"), "*", Level.OWN, UPDATE, DELETE);
    Customer seen = bob.customers().get(ofCarl.ref());
    assertThrows(AccessDeniedException.class, () -> bob.customers().update(seen, named("changed")));
    NotFoundException invisible =
        assertThrows(NotFoundException.class, () -> bob.customers().update(ofDora, named("x")));
    Ref<Customer> random = Ref.parse(Customer.TYPE, "0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091");
    NotFoundException absent =
        assertThrows(NotFoundException.class, () -> bob.customers().get(random));
    assertEquals(
        absent.getMessage().replace(random.toString(), ""),
        invisible.getMessage().replace(ofDora.ref().toString(), ""));
    bob.customers().update(bob.customers().get(ofBob.ref()), named("of Bob still"));
  }

  @Test
  void another_owner_needs_the_right_to_assign_among_whom_it_covers() {
    give(bobUser, Level.OWN, READ, UPDATE, CREATE);
    permissions().grant(permissions().role("bob_own"), Grant.REFERENCE_DATA, Level.ALL, READ);
    Customer mine = bob.customers().get(ofBob.ref());
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().update(mine, c -> c.set(Customer.OWNER, carlUser)));
    permissions().grant(permissions().role("bob_own"), "*", Level.UNIT, ASSIGN);
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().update(mine, c -> c.set(Customer.OWNER, doraUser)));
    bob.customers().update(mine, c -> c.set(Customer.OWNER, carlUser));
    assertEquals(Set.of(), names(bob));
    bob.customers().create(named("for Carl").andThen(c -> c.set(Customer.OWNER, carlUser)));
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.customers()
                .create(named("for Dora").andThen(c -> c.set(Customer.OWNER, doraUser))));
  }

  @Test
  void a_file_of_records_needs_the_right_to_export() throws Exception {
    Role role = giveDiscreet(bobUser, Level.UNIT, READ);
    permissions().restrict(role, Customer.NAME, FieldRight.READ_ONLY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(
        AccessDeniedException.class,
        () -> CsvExport.of(bob.customers().query()).to(new ByteArrayOutputStream()));
    permissions().grant(permissions().role("bob_unit"), "customer", Level.OWN, EXPORT);
    assertEquals(1, CsvExport.of(bob.customers().query()).to(out));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("of Bob"));
    assertFalse(out.toString(StandardCharsets.UTF_8).contains("901820"));
  }

  @Test
  void records_from_a_file_need_the_right_to_import() throws Exception {
    give(bobUser, Level.OWN, READ, CREATE);
    assertThrows(AccessDeniedException.class, this::importOne);
    permissions().grant(permissions().role("bob_own"), "customer", Level.ALL, IMPORT);
    importOne();
    assertEquals(Set.of("of Bob", "imported"), names(bob));
  }

  private void importOne() throws Exception {
    byte[] file = "name\nimported\n".getBytes(StandardCharsets.UTF_8);
    RecordImport.of(new ByteArrayInputStream(file), "file", Customer.TYPE)
        .column("name", Customer.NAME)
        .run(bob.workspace());
  }

  @Test
  void the_past_of_a_record_needs_the_right_to_see_its_audit() {
    give(bobUser, Level.UNIT, READ);
    assertThrows(AccessDeniedException.class, () -> bob.customers().history(ofBob.ref()));
    assertThrows(
        AccessDeniedException.class, () -> bob.customers().asOf(clock.instant()).find(ofBob.ref()));
    permissions().grant(permissions().role("bob_unit"), "customer", Level.OWN, SEE_AUDIT);
    assertEquals(1, bob.customers().history(ofBob.ref()).size());
    assertThrows(AccessDeniedException.class, () -> bob.customers().history(ofCarl.ref()));
    assertThrows(NotFoundException.class, () -> bob.customers().history(ofDora.ref()));
  }

  @Test
  void facts_about_everything_are_not_granted_along_with_everything() {
    give(bobUser, Level.ALL, Operation.values());
    permissions().deny(permissions().role("bob_all"), "*", Level.ALL, Operation.ADMINISTER);
    assertThrows(AccessDeniedException.class, () -> bob.records(AuditEntry.TYPE).query().count());
    assertThrows(AccessDeniedException.class, () -> bob.records(OutboxEntry.TYPE).query().count());
    assertThrows(AccessDeniedException.class, () -> bob.permissions().query().count());
    permissions().grant(permissions().role("bob_all"), AuditEntry.TYPE, Level.ALL, READ);
    assertTrue(bob.records(AuditEntry.TYPE).query().count() > 0);
    Role careful = permissions().define("careful", "Careful", null);
    permissions().limit(careful, Customer.PHONE, FieldRight.HIDDEN);
    permissions().assign(bobUser, careful);
    assertEquals(
        0, bob.records(AuditEntry.TYPE).where(AuditEntry.RECORD_TYPE.is("customer")).count());
  }

  @Test
  void what_is_personal_is_hidden_without_the_right_to_see_it() {
    Role role = giveDiscreet(bobUser, Level.OWN, READ, UPDATE);
    Customer seen = bob.customers().get(ofBob.ref());
    assertNull(seen.get(Customer.PHONE));
    assertNull(seen.display(Customer.PHONE));
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().where(Customer.PHONE.isPresent()).count());
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().update(seen, c -> c.set(Customer.PHONE, "+49 30 111111")));
    permissions().grant(role, "customer", Level.ALL, SEE_PERSONAL);
    assertEquals("+4930901820", bob.customers().get(ofBob.ref()).get(Customer.PHONE));
    assertThrows(
        ValidationException.class,
        () -> permissions().grant(role, "customer", Level.OWN, SEE_PERSONAL));
  }

  @Test
  void a_mask_shows_little_and_is_no_value() {
    Role role = give(bobUser, Level.OWN, READ, UPDATE, SEE_AUDIT);
    permissions().restrict(role, Customer.PHONE, FieldRight.MASKED);
    permissions().restrict(role, Customer.EMAIL, FieldRight.MASKED);
    permissions().restrict(role, Customer.NAME, FieldRight.MASKED);
    permissions().restrict(role, Customer.CREDIT_LIMIT, FieldRight.MASKED);
    Customer seen = bob.customers().get(ofBob.ref());
    assertEquals("***1820", seen.get(Customer.PHONE));
    assertEquals("i***@example.com", seen.get(Customer.EMAIL));
    assertEquals("o***", seen.get(Customer.NAME));
    assertNull(seen.get(Customer.CREDIT_LIMIT));
    assertEquals("•••", seen.display(Customer.CREDIT_LIMIT));
    assertFalse(seen.toString().contains("of Bob"));
    assertFalse(seen.sees(Customer.PHONE));
    for (var question : List.of(Customer.NAME.is("of Bob"), Customer.EMAIL.startsWith("i"))) {
      assertThrows(AccessDeniedException.class, () -> bob.customers().where(question).count());
    }
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().query().orderBy(Customer.NAME.asc()).list());
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().query().measure(Customer.CREDIT_LIMIT.max()));
    assertThrows(
        InvalidRequestException.class, () -> seen.with(Customer.PHONE, seen.get(Customer.PHONE)));
    assertThrows(
        AccessDeniedException.class,
        () -> bob.customers().update(seen, c -> c.set(Customer.EMAIL, seen.get(Customer.EMAIL))));
    Customer saved = bob.customers().save(seen.with(Customer.LEVEL, "A"));
    assertEquals("***1820", saved.get(Customer.PHONE));
    Customer whole = ada.customers().get(ofBob.ref());
    assertEquals("+4930901820", whole.get(Customer.PHONE));
    assertEquals("info@example.com", whole.get(Customer.EMAIL));
    assertEquals(Money.of("500", "EUR"), whole.get(Customer.CREDIT_LIMIT));
    assertEquals("A", whole.get(Customer.LEVEL));
    assertThrows(
        ValidationException.class,
        () -> ada.customers().update(whole, c -> c.set(Customer.EMAIL, "i***@example.com")));
  }

  @Test
  void of_several_roles_the_one_that_lets_most_decides_unless_one_denies() {
    Role masked = give(bobUser, Level.OWN, READ);
    permissions().restrict(masked, Customer.CREDIT_LIMIT, FieldRight.MASKED);
    assertNull(bob.customers().get(ofBob.ref()).get(Customer.CREDIT_LIMIT));
    Role reading = permissions().define("reading", "Reading", null);
    permissions().restrict(reading, Customer.CREDIT_LIMIT, FieldRight.READ_ONLY);
    permissions().assign(bobUser, reading);
    assertEquals(
        Money.of("500", "EUR"), bob.customers().get(ofBob.ref()).get(Customer.CREDIT_LIMIT));
    Role never = permissions().define("never", "Never", null);
    permissions().limit(never, Customer.CREDIT_LIMIT, FieldRight.HIDDEN);
    permissions().assign(bobUser, never);
    assertNull(bob.customers().get(ofBob.ref()).display(Customer.CREDIT_LIMIT));
    assertFalse(
        bob.permissions().mine().of("customer").orElseThrow().fields().containsKey("credit_limit"));
  }

  @Test
  void a_record_is_shared_until_the_instant_said() {
    give(carlUser, Level.OWN, READ, SHARE);
    assertThrows(
        AccessDeniedException.class,
        () -> carl.permissions().share(ofCarl, bobUser, Share.Access.WRITE));
    carl.permissions()
        .share(
            ofCarl, bobUser, Share.Access.READ, clock.instant().plusSeconds(60), "while I am away");
    assertEquals(Set.of("of Carl"), names(bob));
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.customers()
                .update(bob.customers().get(ofCarl.ref()), c -> c.set(Customer.LEVEL, "A")));
    assertEquals(1, carl.permissions().sharesOf(ofCarl).size());
    clock.advance(Duration.ofMillis(59_999));
    assertEquals(Set.of("of Carl"), names(bob));
    clock.advance(Duration.ofMillis(1));
    assertThrows(AccessDeniedException.class, () -> names(bob));
    assertEquals(0, carl.permissions().sharesOf(ofCarl).size());
  }

  @Test
  void who_does_not_see_a_record_cannot_share_it() {
    give(carlUser, Level.OWN, READ, SHARE);
    assertThrows(
        NotFoundException.class,
        () -> carl.permissions().share(ofBob, carlUser, Share.Access.READ));
  }

  @Test
  void a_record_shared_with_a_unit_is_seen_by_all_below_it() {
    Share share = ada.permissions().share(ofDora, germany, Share.Access.WRITE, null, "all hands");
    assertEquals(Set.of("of Dora"), names(bob));
    Customer changed =
        bob.customers().update(bob.customers().get(ofDora.ref()), c -> c.set(Customer.LEVEL, "A"));
    assertEquals("A", changed.get(Customer.LEVEL));
    ada.permissions().unshare(changed, share);
    assertThrows(AccessDeniedException.class, () -> names(bob));
  }

  @Test
  void nobody_grants_more_than_they_have() {
    Role clerk = role("clerk", Level.UNIT, READ);
    permissions().grant(clerk, Role.TYPE, Level.ALL, Operation.ADMINISTER);
    permissions().grant(clerk, "*", Level.ALL, SEE_PERSONAL);
    permissions().assign(bobUser, clerk);
    Role strong = role("strong", Level.ALL, READ, DELETE);
    Permissions his = bob.permissions();
    User himself = bobUser;
    assertThrows(AccessDeniedException.class, () -> his.assign(himself, strong));
    assertThrows(AccessDeniedException.class, () -> his.include(clerk, strong));
    assertThrows(AccessDeniedException.class, () -> his.grant(clerk, "*", Level.ALL, READ));
    assertThrows(
        AccessDeniedException.class, () -> his.grant(clerk, "customer", Level.OWN, DELETE));
    assertThrows(AccessDeniedException.class, () -> his.grantPermission(clerk, "*"));
    assertThrows(
        AccessDeniedException.class, () -> his.restrict(clerk, Customer.PHONE, FieldRight.WRITE));
    permissions().assign(carlUser, strong);
    permissions().delete(permissions().get(strong.ref()));
    assertThrows(
        AccessDeniedException.class,
        () -> his.restore(his.findDeleted(strong.ref()).orElseThrow()));
    Role weak = his.define("weak", "Weak", null);
    his.grant(weak, "customer", Level.OWN, READ);
    his.assign(carlUser, weak);
    assertEquals(Set.of("of Carl"), names(carl));
    assertThrows(AccessDeniedException.class, () -> carl.permissions().define("x", "x", null));
  }

  @Test
  void the_standard_roles_can_be_installed_once_and_do_what_they_say() {
    assertEquals(10, permissions().installStandardRoles().size());
    assertEquals(0, permissions().installStandardRoles().size());
    assertEquals("销售员", permissions().role("seller").label(Locale.CHINESE));
    permissions().assign(bobUser, permissions().role("seller"));
    permissions().assign(headUser, permissions().role("sales_manager"));
    permissions().assign(doraUser, permissions().role("partner"));
    permissions().assign(carlUser, permissions().role("administrator"));
    assertEquals(Set.of("of Bob"), names(bob));
    Customer made = bob.customers().create(named("new"));
    assertEquals(bobUser.ref(), made.get(Customer.OWNER));
    var deal = bob.pipeline().open(made, Fixtures.aDeal("deal"));
    bob.pipeline().win(deal, "yes");
    assertEquals(4, names(head).size());
    assertEquals("***1820", dora.customers().get(ofDora.ref()).get(Customer.PHONE));
    carl.permissions().withdraw(bobUser, permissions().role("seller"));
    assertThrows(AccessDeniedException.class, () -> names(bob));
  }

  @Test
  void an_administrator_knows_who_can_do_what_and_why() {
    Role reader = give(bobUser, Level.UNIT, READ);
    give(doraUser, Level.OWN, READ);
    assertEquals(List.of(bobUser.ref()), who(READ, ofCarl));
    permissions().share(ofCarl, doraUser, Share.Access.WRITE, null, "help");
    assertEquals(List.of(bobUser.ref(), doraUser.ref()), who(READ, ofCarl));
    assertEquals(List.of(doraUser.ref()), who(UPDATE, ofCarl));
    assertEquals(
        "bob may see " + ofCarl.ref() + ": the role “bob_unit” grants it for records of the unit.",
        permissions().explain("bob", READ, ofCarl).toString());
    assertTrue(permissions().explain("bob", READ, ofCarl).in(Locale.CHINESE).contains("本单位的记录"));
    assertTrue(permissions().explain("dora", UPDATE, ofCarl).toString().contains("shares it"));
    assertFalse(permissions().explain("bob", UPDATE, ofCarl).allowed());
    permissions().deny(reader, "customer", Level.ALL, READ);
    assertTrue(permissions().explain("bob", READ, ofCarl).toString().contains("denies it"));
    assertThrows(NotFoundException.class, () -> dora.permissions().explain(READ, ofBob));
    assertThrows(
        AccessDeniedException.class, () -> dora.permissions().explain("bob", READ, ofDora));
  }

  private List<Ref<User>> who(Operation operation, Customer record) {
    return permissions().whoCan(operation, record).stream().map(User::ref).toList();
  }

  @Test
  void two_roles_can_be_compared() {
    Role reader = role("reader", Level.OWN, READ);
    Role writer = permissions().define("writer", "Writer", null);
    permissions().include(writer, reader);
    permissions().grant(writer, "customer", Level.UNIT, UPDATE);
    RoleDiff diff = permissions().roleDiff(reader, writer);
    assertEquals(List.of(), diff.onlyFirst());
    assertEquals(List.of("allow update customer unit"), diff.onlySecond());
    assertTrue(permissions().roleDiff(writer, writer).isEmpty());
  }

  @Test
  void nobody_acts_for_somebody_whom_they_do_not_stand_in_for() {
    give(bobUser, Level.ALL, READ);
    Session forCarl = bob.onBehalfOf("carl");
    assertThrows(CrmException.class, () -> forCarl.customers().query().list());
    assertThrows(CrmException.class, () -> forCarl.run(work -> {}));
  }

  @Test
  void a_deputy_may_do_what_the_absent_person_may_while_acting_for_them() {
    give(bobUser, Level.OWN, READ);
    give(doraUser, Level.OWN, READ, UPDATE);
    LocalDate today = LocalDate.of(2027, 3, 1);
    ada.organization().deputise(doraUser, bobUser, today, today);
    assertEquals(Set.of("of Bob"), names(bob));
    Session forDora = bob.onBehalfOf("dora");
    assertEquals(Set.of("of Bob", "of Dora"), names(forDora));
    forDora.customers().update(forDora.customers().get(ofDora.ref()), named("of Dora, by Bob"));
    assertThrows(
        AccessDeniedException.class,
        () -> forDora.customers().update(forDora.customers().get(ofBob.ref()), named("x")));
    clock.advance(Duration.ofDays(1));
    assertThrows(AccessDeniedException.class, () -> names(forDora));
    assertEquals(Set.of("of Bob"), names(bob));
  }

  @Test
  void a_team_and_a_territory_reach_across_units() {
    Team team = ada.organization().teams().create(t -> t.set(Team.NAME, "Key accounts"));
    for (User user : List.of(bobUser, doraUser)) {
      ada.organization()
          .teamMembers()
          .create(m -> m.set(TeamMember.TEAM, team).set(TeamMember.USER, user));
    }
    give(bobUser, Level.TEAM, READ);
    assertEquals(Set.of("of Bob", "of Dora"), names(bob));
    permissions().share(ofCarl, team, Share.Access.READ, null, null);
    assertEquals(Set.of("of Bob", "of Carl", "of Dora"), names(bob));
    assertEquals(Set.of("of Carl"), names(dora));

    Territory south =
        ada.organization()
            .territories()
            .create(t -> t.set(Territory.CODE, "south").set(Territory.NAME, "South"));
    Territory bavaria =
        ada.organization()
            .territories()
            .create(
                t ->
                    t.set(Territory.CODE, "by")
                        .set(Territory.NAME, "Bavaria")
                        .set(Territory.PARENT, south));
    ada.organization()
        .territoryMembers()
        .create(m -> m.set(TerritoryMember.TERRITORY, south).set(TerritoryMember.USER, carlUser));
    give(carlUser, Level.TERRITORY, READ);
    assertEquals(Set.of("of Carl"), names(carl));
    ada.customers().update(ofDora, c -> c.set(Customer.TERRITORY, bavaria));
    assertEquals(Set.of("of Carl", "of Dora"), names(carl));
  }

  @Test
  void who_moves_to_another_unit_sees_what_that_has_from_the_day_on() {
    give(bobUser, Level.UNIT, READ);
    assertEquals(Set.of("of Bob", "of Carl"), names(bob));
    ada.organization().transfer(bobUser, munich, LocalDate.of(2027, 3, 2), "promoted");
    assertEquals(Set.of("of Bob", "of Carl"), names(bob));
    clock.advance(Duration.ofDays(1));
    assertEquals(Set.of("of Bob", "of Dora"), names(bob));
  }

  @Test
  void a_long_unit_of_work_ends_with_the_right_to_it() {
    Role role = give(bobUser, Level.OWN, READ);
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.run(
                work -> {
                  assertEquals(1, work.customers().query().count());
                  permissions().withdraw(bobUser, role);
                  work.customers().query().count();
                }));
  }

  @Test
  void nobody_widens_their_own_reach_by_writing_their_user_record() {
    give(bobUser, Level.UNIT, READ, CREATE, UPDATE, DELETE);
    assertThrows(
        AccessDeniedException.class,
        () ->
            bob.organization()
                .update(
                    bob.organization().get(bobUser.ref()), u -> u.set(User.UNIT, germany.ref())));
  }

  @Test
  void nothing_new_refers_to_a_record_in_the_bin() {
    Role seller = role("bins", Level.OWN, READ, CREATE, UPDATE, DELETE);
    permissions().grant(seller, Grant.ALL_TYPES, Level.ALL, SEE_PERSONAL);
    permissions().assign(bobUser, seller);
    Customer gone = bob.customers().delete(bob.customers().get(ofBob.ref()));
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () -> bob.customers().addContact(gone, Fixtures.aContact("Eva")));
    assertEquals("violation.ref_deleted", refused.violations().get(0).code());
    assertThrows(
        ValidationException.class, () -> bob.pipeline().open(gone, Fixtures.aDeal("Seats")));
  }
}
