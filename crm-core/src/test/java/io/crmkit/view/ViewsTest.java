package io.crmkit.view;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.aUser;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Page;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Saved views, lists, forms and boards, as somebody may see them at the moment. */
class ViewsTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  private Views views() {
    return ada.views();
  }

  private SavedView keyCustomers(boolean shared) {
    return views()
        .save(
            "Key customers",
            Customer.TYPE,
            v -> {
              v.where(Customer.LEVEL.is("A"))
                  .orderBy(Customer.NAME.desc())
                  .columns(Customer.NAME, Customer.LEVEL, Customer.CREDIT_LIMIT);
              if (shared) {
                v.shared();
              }
            });
  }

  private static List<String> columns(OpenView<?> view) {
    return view.list().columns().stream().map(FieldDescriptor::path).toList();
  }

  @Test
  void a_question_is_saved_and_asked_again_by_somebody_else() {
    for (String name : List.of("Alpha", "Beta", "Gamma")) {
      ada.customers()
          .create(
              c -> c.set(Customer.NAME, name).set(Customer.LEVEL, name.equals("Beta") ? "B" : "A"));
    }
    SavedView view = keyCustomers(true);
    OpenView<Customer> opened = bob.views().open(view.ref(), Customer.TYPE, Locale.ENGLISH);
    assertEquals(
        List.of("Gamma", "Alpha"),
        opened.query().list().stream().map(c -> c.get(Customer.NAME)).toList());
    assertEquals(List.of("name", "level", "credit_limit"), columns(opened));
    assertEquals("name desc", opened.list().sort());
    assertEquals(List.of(view), bob.views().of(Customer.TYPE));
    assertEquals(List.of(), bob.views().of(Contact.TYPE));
  }

  @Test
  void one_view_shows_everybody_their_own() {
    ada.organization().create(aUser("ada"));
    ada.organization().create(aUser("bob"));
    ada.customers().create(aCustomer("Ada's"));
    bob.customers().create(aCustomer("Bob's"));
    SavedView view = views().save("My customers", Customer.TYPE, v -> v.mine().shared());
    SavedView some =
        views()
            .save(
                "My customers with B",
                Customer.TYPE,
                v -> v.where(Customer.NAME.startsWith("B")).mine().shared());
    assertEquals(List.of("Ada's"), names(ada, view));
    assertEquals(List.of("Bob's"), names(bob, view));
    assertEquals(List.of(), names(ada, some));
    assertEquals(List.of("Bob's"), names(bob, some));
    assertEquals(List.of(), names(crm.as("nobody's user"), view));
    assertThrows(
        InvalidRequestException.class,
        () -> views().save("My pipelines", Pipeline.TYPE, v -> v.mine()));
  }

  private static List<String> names(Session reader, SavedView view) {
    return reader.views().open(view.ref(), Customer.TYPE, Locale.ENGLISH).query().list().stream()
        .map(c -> c.get(Customer.NAME))
        .toList();
  }

  @Test
  void a_view_says_this_month_and_means_that_of_its_reading() {
    Customer acme = ada.customers().create(aCustomer());
    for (int month = 3; month <= 5; month++) {
      LocalDate day = LocalDate.of(2027, month, 15);
      ada.pipeline().open(acme, aDeal("m" + month).andThen(d -> d.set(Opportunity.CLOSES_ON, day)));
    }
    SavedView view =
        views()
            .save(
                "This month",
                Opportunity.TYPE,
                v ->
                    v.whereJson(
                        """
                        {"all":[{"field":"closes_on","op":"at_least","value":{"day":"month"}},
                                {"field":"closes_on","op":"less_than",
                                 "value":{"day":"month","plus":1}},
                                {"field":"customer","op":"matches","condition":
                                 {"field":"created_at","op":"less_than",
                                  "value":{"day":"today","plus":1}}}]}"""));
    assertEquals(List.of("m3"), titles(view));
    clock.advance(Duration.ofDays(31));
    assertEquals(List.of("m4"), titles(view));
  }

  private List<String> titles(SavedView view) {
    return views().open(view.ref(), Opportunity.TYPE, Locale.ENGLISH).query().list().stream()
        .map(d -> d.get(Opportunity.TITLE))
        .toList();
  }

  @Test
  void a_day_that_is_none_is_refused_when_the_view_is_saved() {
    for (String value :
        List.of(
            "{\"field\":\"closes_on\",\"op\":\"is\",\"value\":{\"day\":\"tomorrow\"}}",
            "{\"field\":\"title\",\"op\":\"is\",\"value\":{\"day\":\"today\"}}",
            "{\"field\":\"owner\",\"op\":\"is\",\"value\":{\"actor\":\"nothing\"}}")) {
      assertThrows(
          InvalidRequestException.class,
          () -> views().save("x", Opportunity.TYPE, v -> v.whereJson(value)));
    }
  }

  @Test
  void a_form_knows_the_bounds_and_the_default_of_a_field() {
    Map<String, FieldDescriptor> fields =
        views().form(Customer.TYPE, Locale.ENGLISH).sections().get(0).fields().stream()
            .collect(Collectors.toMap(FieldDescriptor::path, f -> f));
    assertEquals("1", fields.get("founded").least());
    assertEquals("9999", fields.get("founded").greatest());
    assertEquals("company", fields.get("kind").initial());
    assertEquals(null, fields.get("name").initial());
  }

  @Test
  void a_board_is_narrowed_down() {
    Customer acme = ada.customers().create(aCustomer());
    for (int i = 0; i < 5; i++) {
      ada.pipeline().open(acme, aDeal("deal " + i, eur("" + i)));
    }
    var pipeline = ada.pipeline().get(Pipeline.STANDARD).ref();
    var great = Opportunity.AMOUNT.atLeast(eur("2"));
    Board.Lane first = views().board(pipeline, 2, great).lanes().get(0);
    assertEquals(3, first.count());
    assertEquals(eur("9"), first.totals().get("EUR"));
    assertEquals(2, first.cards().size());
    assertEquals(1, views().lane(pipeline, first.stage(), 2, first.next(), great).items().size());
  }

  @Test
  void a_view_that_is_not_shared_is_its_makers_alone() {
    SavedView view = keyCustomers(false);
    assertEquals(List.of(view), views().of(Customer.TYPE));
    assertEquals(List.of(), bob.views().of(Customer.TYPE));
    assertThrows(NotFoundException.class, () -> bob.views().get(view.ref()));
    views().change(view, Customer.TYPE, v -> v.where(Customer.LEVEL.is("B")).shared());
    assertEquals(1, bob.views().of(Customer.TYPE).size());
  }

  @Test
  void a_view_shows_what_its_reader_may_see_by_now() {
    SavedView view = keyCustomers(true);
    policy.hide("bob", Customer.CREDIT_LIMIT);
    OpenView<Customer> opened = bob.views().open(view.ref(), Customer.TYPE, Locale.ENGLISH);
    assertEquals(List.of("name", "level"), columns(opened));
    policy.hide("bob", Customer.LEVEL);
    assertThrows(
        AccessDeniedException.class,
        () -> bob.views().open(view.ref(), Customer.TYPE, Locale.ENGLISH));
    policy.deny("bob", Customer.TYPE, Operation.READ);
    assertThrows(NotFoundException.class, () -> bob.views().get(view.ref()));
    assertEquals(List.of(), bob.views().of(Customer.TYPE));
  }

  @Test
  void nobody_saves_a_view_of_what_they_may_not_see() {
    policy.hide("bob", Customer.CREDIT_LIMIT);
    Views his = bob.views();
    assertThrows(
        AccessDeniedException.class,
        () -> his.save("a", Customer.TYPE, v -> v.where(Customer.CREDIT_LIMIT.isPresent())));
    assertThrows(
        AccessDeniedException.class,
        () -> his.save("a", Customer.TYPE, v -> v.sort("credit_limit desc")));
    assertThrows(
        AccessDeniedException.class,
        () ->
            his.save("a", Contact.TYPE, v -> v.columns(List.of("name", "customer.credit_limit"))));
    assertEquals(0, ada.records(SavedView.TYPE).query().count());
  }

  @Test
  void a_view_that_means_nothing_is_refused() {
    assertThrows(
        InvalidRequestException.class,
        () -> views().save("a", Customer.TYPE, v -> v.whereJson("{\"field\":\"moon\"}")));
    assertThrows(
        InvalidRequestException.class,
        () -> views().save("a", Customer.TYPE, v -> v.columns(List.of("moon"))));
    SavedView view = keyCustomers(true);
    assertEquals(
        "view.other_type",
        assertThrows(
                InvalidRequestException.class,
                () -> views().open(view.ref(), Contact.TYPE, Locale.ENGLISH))
            .code());
  }

  @Test
  void somebody_elses_view_is_changed_with_a_right_of_its_own() {
    SavedView view = keyCustomers(true);
    assertEquals(view.ref(), bob.views().delete(view).ref()); // bob has every right
    assertEquals(List.of(), views().of(Customer.TYPE));
  }

  @Test
  void a_form_says_of_each_field_what_a_screen_has_to_know() {
    FormDescriptor form = views().form(Customer.TYPE, Locale.ENGLISH);
    assertTrue(form.creates() && form.updates() && form.deletes());
    Map<String, FieldDescriptor> fields =
        form.sections().get(0).fields().stream()
            .collect(Collectors.toMap(FieldDescriptor::path, f -> f));
    FieldDescriptor name = fields.get("name");
    assertTrue(name.required() && name.writable() && name.sortable());
    assertEquals(200, name.maxLength());
    assertTrue(name.operators().contains("starts_with"), name::toString);
    assertEquals("customer", fields.get("parent").target());
    assertEquals(
        List.of("A", "B", "C", "D"),
        fields.get("level").options().stream().map(FieldDescriptor.Option::value).toList());
    assertEquals("Company", fields.get("kind").options().get(0).label());
    assertEquals("money", fields.get("credit_limit").kind());

    FormDescriptor chinese = views().form(Customer.TYPE, Locale.CHINESE);
    assertEquals("客户", chinese.label());
  }

  @Test
  void a_form_shows_neither_what_is_hidden_nor_lets_write_what_is_locked() {
    policy.hide("bob", Customer.CREDIT_LIMIT).lock("bob", Customer.LEVEL);
    policy.deny("bob", Customer.TYPE, Operation.CREATE);
    FormDescriptor form = bob.views().form(Customer.TYPE, Locale.ENGLISH);
    assertFalse(form.creates());
    List<FieldDescriptor> fields = form.sections().get(0).fields();
    assertTrue(fields.stream().noneMatch(f -> f.path().equals("credit_limit")));
    assertFalse(
        fields.stream().filter(f -> f.path().equals("level")).findFirst().orElseThrow().writable());
    policy.deny("bob", Customer.TYPE, Operation.READ);
    assertThrows(
        AccessDeniedException.class, () -> bob.views().form(Customer.TYPE, Locale.ENGLISH));
  }

  @Test
  void an_administrator_lays_a_form_out() {
    views()
        .layOut(
            Customer.TYPE,
            List.of(
                new Section(Map.of("en", "Who", "zh", "基本信息"), List.of("name", "kind")),
                new Section(Map.of(), List.of("credit_limit"))));
    views()
        .layOut(
            Customer.TYPE,
            List.of(
                new Section(Map.of("en", "Who", "zh", "基本信息"), List.of("name", "level")),
                new Section(Map.of(), List.of("credit_limit"))));
    policy.hide("bob", Customer.CREDIT_LIMIT);
    FormDescriptor form = bob.views().form(Customer.TYPE, Locale.CHINESE);
    assertEquals(1, form.sections().size());
    assertEquals("基本信息", form.sections().get(0).label());
    assertEquals(
        List.of("name", "level"),
        form.sections().get(0).fields().stream().map(FieldDescriptor::path).toList());
    assertThrows(
        NotFoundException.class,
        () -> views().layOut(Customer.TYPE, List.of(new Section(Map.of(), List.of("moon")))));
  }

  @Test
  void whoever_is_no_administrator_changes_nobodys_view_and_no_form() {
    policy.deny("bob", ViewModule.ADMINISTER);
    SavedView view = keyCustomers(true);
    assertThrows(AccessDeniedException.class, () -> bob.views().delete(view));
    assertThrows(
        AccessDeniedException.class,
        () -> bob.views().change(view, Customer.TYPE, v -> v.where(Customer.LEVEL.is("B"))));
    assertThrows(
        AccessDeniedException.class,
        () -> bob.views().layOut(Customer.TYPE, List.of(new Section(Map.of(), List.of("name")))));
    assertEquals(List.of(view), bob.views().of(Customer.TYPE));
  }

  @Test
  void a_pipeline_is_a_board_on_which_a_card_is_moved() {
    Customer acme = ada.customers().create(aCustomer());
    Opportunity first = ada.pipeline().open(acme, aDeal("one", eur("10")));
    ada.pipeline().open(acme, aDeal("two", eur("20")));
    ada.pipeline().open(acme, aDeal("three", Money.of("5", "USD")));
    Pipeline standard = ada.pipeline().get(Pipeline.STANDARD);
    ada.pipeline().moveTo(first, "proposal", null);

    Board board = views().board(standard.ref(), 1);
    Board.Lane lane = board.lanes().get(0);
    assertEquals("qualification", lane.stage());
    assertEquals(2, lane.count());
    assertEquals(Map.of("EUR", eur("20"), "USD", Money.of("5", "USD")), lane.totals());
    assertEquals(1, lane.cards().size());
    Page<Opportunity> rest = views().lane(standard.ref(), lane.stage(), 1, lane.next());
    assertEquals(1, rest.items().size());
    assertEquals(Map.of("EUR", eur("10")), board.lanes().get(1).totals());
    assertEquals(StageCategory.LOST, board.lanes().get(4).category());

    policy.hide("bob", Opportunity.AMOUNT);
    assertEquals(Map.of(), bob.views().board(standard.ref(), 5).lanes().get(0).totals());
    assertEquals(2, bob.views().board(standard.ref(), 5).lanes().get(0).count());
  }
}
