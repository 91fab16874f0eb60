package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.audit.FieldChange;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.DatePart;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.work.Group;
import io.crmkit.testing.CrmTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Custom fields do what built-in ones do, whether declared in code or defined at run time. */
class CustomFieldTest extends CrmTest {
  private static final Extension<Customer> LOYALTY = Extension.of(() -> Customer.TYPE);
  private static final TextField<Customer> CARD =
      LOYALTY.text("loyalty_card").unique().searchable().max(20).add();
  private static final NumberField<Customer, Long> POINTS =
      LOYALTY.integer("points").atLeast(0L).add();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.extend(LOYALTY);
  }

  private static Consumer<Draft<Customer>> aMember(String name, String card, long points) {
    return aCustomer(name).andThen(d -> d.set(CARD, card).set(POINTS, points));
  }

  private static void assertViolation(String code, Runnable verb) {
    ValidationException refused = assertThrows(ValidationException.class, verb::run);
    assertEquals(code, refused.violations().get(0).code());
  }

  private <F extends Field<Customer, ?>> F added(
      String name, FieldKind kind, Class<? super F> its, Consumer<Draft<FieldDefinition>> more) {
    ada.customization().addField(Customer.TYPE, name, kind, more);
    return ada.customization().field(Customer.TYPE, name, its);
  }

  @Test
  void a_field_declared_in_code_is_written_and_read_like_any_other() {
    Customer eva = ada.customers().create(aMember("Eva", "X-1", 50));
    assertEquals("X-1", eva.get(CARD));
    assertEquals(50L, eva.get(POINTS));
    assertEquals(eva, ada.customers().get(eva.ref()));
    Customer richer = ada.customers().save(eva.with(POINTS, 60L));
    assertEquals(60L, richer.get(POINTS));
    assertEquals("X-1", richer.get(CARD));
    Customer without = ada.customers().update(richer, d -> d.clear(CARD));
    assertNull(without.get(CARD));
    assertEquals(without, ada.customers().update(without, d -> d.set(POINTS, 60L)));
    assertEquals(
        List.of(
            new FieldChange("name", null, "Eva"),
            new FieldChange("kind", null, "company"),
            new FieldChange("loyalty_card", null, "X-1"),
            new FieldChange("points", null, "50")),
        ada.customers().history(eva.ref()).get(0).changes().changes());
    assertEquals(
        List.of(new FieldChange("loyalty_card", "X-1", null)),
        ada.customers().history(eva.ref()).get(2).changes().changes());
  }

  @Test
  void its_rules_are_kept() {
    ada.customers().create(aMember("Eva", "X-1", 50));
    assertViolation("violation.unique", () -> ada.customers().create(aMember("Tom", "X-1", 1)));
    assertViolation("violation.least", () -> ada.customers().create(aMember("Tom", "X-2", -1)));
    assertViolation(
        "violation.max", () -> ada.customers().create(aMember("Tom", "X".repeat(21), 1)));
    assertViolation(
        "violation.integer",
        () -> ada.customers().create(aCustomer("x").andThen(d -> d.parse(POINTS, "many"))));
  }

  @Test
  void it_is_found_sorted_grouped_and_measured() {
    Customer a = ada.customers().create(aMember("a", "X-1", 50));
    Customer b = ada.customers().create(aMember("b", "X-2", 70));
    Customer c = ada.customers().create(aCustomer("c"));
    var all = ada.customers().query();
    assertEquals(List.of(b), all.where(POINTS.moreThan(50L)).list());
    assertEquals(List.of(c), all.where(CARD.isMissing()).list());
    assertEquals(List.of(b, a, c), all.orderBy(POINTS.desc()).list());
    assertEquals(List.of(a, b, c), all.orderBy(CARD.asc()).list());
    assertEquals(List.of(b), all.search("x-2").list());
    assertEquals(
        List.of(a), all.whereJson("{\"field\":\"points\",\"op\":\"at_most\",\"value\":50}").list());
    assertEquals(120L, all.measure(POINTS.sum()).get(POINTS.sum()));
    List<Group<Customer>> groups = all.groupBy(POINTS).measure(Measure.count());
    assertEquals(3, groups.size());
    assertEquals(50L, groups.get(0).get(POINTS));
    assertNull(groups.get(2).get(POINTS));
    var page = all.orderBy(POINTS.desc()).limit(2).page();
    assertEquals(List.of(b, a), page.items());
    assertEquals(
        List.of(c),
        all.orderBy(POINTS.desc()).limit(2).after(page.next().orElseThrow()).page().items());
  }

  @Test
  void a_field_defined_at_run_time_is_in_force_at_once() {
    TextField<Customer> color =
        added(
            "color", FieldKind.TEXT, TextField.class, d -> d.set(FieldDefinition.SEARCHABLE, true));
    Customer red = ada.customers().create(aCustomer("r").andThen(d -> d.set(color, "dark red")));
    Customer blue = bob.customers().create(aCustomer("b").andThen(d -> d.set(color, "blue")));
    assertEquals(List.of(red), bob.customers().where(color.contains("red")).list());
    assertEquals(List.of(blue, red), bob.customers().query().orderBy(color.asc()).list());
    assertEquals(List.of(red), bob.customers().query().search("RED dark").list());
    assertEquals("dark red", bob.customers().get(red.ref()).get(color));
    clock.advance(Duration.ofDays(1));
    ada.customers().update(red, d -> d.set(color, "pink"));
    assertEquals("dark red", ada.customers().asOf(START).find(red.ref()).orElseThrow().get(color));
  }

  @Test
  void every_kind_of_field_can_be_defined() {
    Customer acme = ada.customers().create(aCustomer());
    for (FieldKind kind : FieldKind.values()) {
      String name = "f_" + kind.name().toLowerCase(Locale.ROOT);
      ada.customization()
          .addField(
              Customer.TYPE,
              name,
              kind,
              d -> {
                switch (kind) {
                  case CHOICE -> d.set(FieldDefinition.OPTIONS, Set.of("red", "blue"));
                  case CODE -> d.set(FieldDefinition.CODE_TABLE, "industry");
                  case REF -> d.set(FieldDefinition.TARGET, "customer");
                  default -> {}
                }
              });
      String text =
          switch (kind) {
            case TEXT, LONG_TEXT, TAGS -> "words";
            case EMAIL -> "eva@example.com";
            case PHONE -> "+4930901820";
            case URL -> "https://example.com/";
            case INTEGER -> "7";
            case DECIMAL -> "7.5";
            case MONEY -> "EUR 7.50";
            case YES_NO -> "true";
            case DATE -> "2027-03-01";
            case INSTANT -> "2027-03-01T08:00:00Z";
            case CHOICE -> "red";
            case CODE -> "retail";
            case REF -> acme.ref().id().toString();
            case ADDRESS ->
                io.crmkit.kernel.value.Address.builder().city("Berlin").build().toText();
            case JSON -> "{\"a\":1}";
          };
      Field<Customer, ?> field = ada.customization().field(Customer.TYPE, name);
      Customer made = ada.customers().create(aCustomer(name).andThen(d -> d.parse(field, text)));
      assertEquals(text, formatted(field, made));
      assertEquals(made, ada.customers().get(made.ref()));
      assertEquals(1, ada.customers().where(field.isPresent()).count());
    }
  }

  private static <T> String formatted(Field<Customer, T> field, Customer customer) {
    return field.kind().format(customer.require(field));
  }

  @Test
  void custom_money_dates_choices_and_references_have_their_parts() {
    MoneyField<Customer> budget = added("budget", FieldKind.MONEY, MoneyField.class, d -> {});
    DateField<Customer> renewal = added("renewal", FieldKind.DATE, DateField.class, d -> {});
    ChoiceField<Customer, String> mood =
        added(
            "mood",
            FieldKind.CHOICE,
            ChoiceField.class,
            d -> d.set(FieldDefinition.OPTIONS, Set.of("good", "bad")));
    RefField<Customer, Customer> rival =
        added(
            "rival", FieldKind.REF, RefField.class, d -> d.set(FieldDefinition.TARGET, "customer"));
    Customer acme = ada.customers().create(aCustomer("Acme"));
    Customer other =
        ada.customers()
            .create(
                aCustomer("Other")
                    .andThen(
                        d ->
                            d.set(budget, eur("10"))
                                .set(renewal, LocalDate.of(2027, 5, 9))
                                .set(mood, "good")
                                .set(rival, acme)));
    var customers = ada.customers();
    assertEquals(List.of(other), customers.where(budget.atLeast(eur("5"))).list());
    assertEquals(List.of(other), customers.where(budget.currency().is("EUR")).list());
    assertEquals(List.of(other), customers.where(mood.is("good")).list());
    assertEquals(List.of(other), customers.where(rival.matches(Customer.NAME.is("Acme"))).list());
    assertEquals(List.of(other), customers.where(rival.get(Customer.NAME).atLeast("Ac")).list());
    assertEquals(
        List.of(other),
        customers
            .query()
            .whereJson("{\"field\":\"rival.name\",\"op\":\"is\",\"value\":\"Acme\"}")
            .list());
    var quarter = renewal.by(DatePart.QUARTER);
    assertEquals(
        LocalDate.of(2027, 4, 1),
        customers.query().groupBy(quarter).measure(budget.sum()).get(0).get(quarter));
    assertViolation(
        "violation.choice",
        () -> customers.create(aCustomer("x").andThen(d -> d.parse(mood, "meh"))));
    assertViolation("violation.referenced", () -> customers.purge(acme));
    customers.purge(other);
    assertViolation(
        "violation.ref_missing",
        () -> customers.create(aCustomer("x").andThen(d -> d.set(rival, other))));
  }

  @Test
  void what_one_tenant_defines_is_unknown_to_another() {
    TextField<Customer> color = added("color", FieldKind.TEXT, TextField.class, d -> {});
    Session other = crm.as("other", "ada");
    assertNull(other.customization().layout().find(Customer.TYPE, "color"));
    assertViolation(
        "violation.unknown_field",
        () -> other.customers().create(aCustomer().andThen(d -> d.set(color, "red"))));
    assertEquals(
        "request.field",
        assertThrows(CrmException.class, () -> other.customers().where(color.is("red")).list())
            .code());
    assertThrows(
        CrmException.class,
        () -> other.customers().query().whereJson("{\"field\":\"color\",\"op\":\"missing\"}"));
    other.customers().create(aMember("Eva", "X-1", 50));
    ada.customers().create(aMember("Eva", "X-1", 50));
  }

  @Test
  void a_unique_field_defined_at_run_time_keeps_values_apart() {
    TextField<Customer> code =
        added("code", FieldKind.TEXT, TextField.class, d -> d.set(FieldDefinition.UNIQUE, true));
    Customer first = ada.customers().create(aCustomer("a").andThen(d -> d.set(code, "1")));
    assertViolation(
        "violation.unique",
        () -> ada.customers().create(aCustomer("b").andThen(d -> d.set(code, "1"))));
    ada.customers().delete(first);
    Customer second = ada.customers().create(aCustomer("b").andThen(d -> d.set(code, "1")));
    assertViolation(
        "violation.unique",
        () -> ada.customers().restore(ada.customers().findDeleted(first.ref()).orElseThrow()));
    assertEquals("1", second.get(code));
  }

  @Test
  void a_required_field_has_to_be_given_from_then_on() {
    ada.customization()
        .addField(
            Customer.TYPE, "region", FieldKind.TEXT, d -> d.set(FieldDefinition.REQUIRED, true));
    assertViolation("violation.required", () -> ada.customers().create(aCustomer()));
    TextField<Customer> region =
        ada.customization().field(Customer.TYPE, "region", TextField.class);
    Customer acme = ada.customers().create(aCustomer().andThen(d -> d.set(region, "north")));
    assertViolation("violation.required", () -> ada.customers().update(acme, d -> d.clear(region)));
    assertViolation(
        "violation.integer",
        () ->
            ada.customers()
                .create(aCustomer().andThen(d -> d.set(region, "x").parse(POINTS, "many"))));
  }

  @Test
  void a_text_that_cannot_be_read_is_the_only_thing_wrong_with_a_required_custom_field() {
    ada.customization()
        .addField(
            Customer.TYPE, "size", FieldKind.INTEGER, d -> d.set(FieldDefinition.REQUIRED, true));
    Field<Customer, ?> size = ada.customization().field(Customer.TYPE, "size");
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () -> ada.customers().create(aCustomer().andThen(d -> d.parse(size, "big"))));
    assertEquals(1, refused.violations().size(), refused::getMessage);
  }

  @Test
  void a_field_of_the_wrong_class_is_no_way_around_the_definition() {
    ada.customization().addField(Customer.TYPE, "age", FieldKind.INTEGER);
    TextField<Customer> asText = Extension.of(() -> Customer.TYPE).text("age").add();
    Customer acme = ada.customers().create(aCustomer());
    for (Executable verb :
        List.<Executable>of(
            () -> ada.customers().update(acme, d -> d.set(asText, "very old")),
            () -> ada.customers().save(acme.with(asText, "very old")),
            () -> ada.customers().create(aCustomer().andThen(d -> d.set(asText, "very old"))))) {
      assertThrows(ValidationException.class, verb);
    }
  }

  @Test
  void a_work_sees_the_shape_it_began_with() {
    ada.run(
        work -> {
          work.customization().addField(Customer.TYPE, "color", FieldKind.TEXT);
          assertNull(work.customization().layout().find(Customer.TYPE, "color"));
        });
    assertTrue(ada.customization().layout().find(Customer.TYPE, "color") != null);
  }

  @Test
  void a_definition_whose_work_failed_was_never_there() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  work.customization().addField(Customer.TYPE, "color", FieldKind.TEXT);
                  throw new IllegalStateException("no");
                }));
    assertNull(ada.customization().layout().find(Customer.TYPE, "color"));
  }

  @Test
  void a_field_has_its_labels() {
    ada.customization()
        .addField(
            Customer.TYPE,
            "color",
            FieldKind.TEXT,
            d -> d.set(FieldDefinition.LABEL_EN, "Colour").set(FieldDefinition.LABEL_ZH, "颜色"));
    Field<Customer, ?> color = ada.customization().field(Customer.TYPE, "color");
    assertEquals("Colour", color.label(Locale.ENGLISH));
    assertEquals("颜色", color.label(Locale.CHINESE));
    assertEquals("Colour", color.label(Locale.FRENCH));
    ada.customization().addField(Customer.TYPE, "size", FieldKind.TEXT);
    assertEquals("size", ada.customization().field(Customer.TYPE, "size").label(Locale.CHINESE));
  }

  @Test
  void a_field_asked_for_by_the_wrong_class_says_which_one_it_is() {
    CrmException wrong =
        assertThrows(
            CrmException.class,
            () -> {
              MoneyField<Customer> none =
                  ada.customization().field(Customer.TYPE, "points", MoneyField.class);
              none.name();
            });
    assertEquals("custom.field_class", wrong.code());
    CrmException absent =
        assertThrows(CrmException.class, () -> ada.customization().field(Customer.TYPE, "nothing"));
    assertEquals("not_found.named", absent.code());
    assertTrue(absent.getMessage().contains("loyalty_card"), absent.getMessage());
  }

  @Test
  void a_yes_or_no_has_both() {
    ValueField<Customer, Boolean> vip = added("vip", FieldKind.YES_NO, ValueField.class, d -> {});
    Customer yes = ada.customers().create(aCustomer("y").andThen(d -> d.set(vip, true)));
    ada.customers().create(aCustomer("n").andThen(d -> d.set(vip, false)));
    assertEquals(List.of(yes), ada.customers().where(vip.is(true)).list());
    assertEquals(1, ada.customers().where(vip.isNot(true)).count());
  }

  @Test
  void a_field_defined_at_run_time_has_bounds_and_a_default() {
    ada.customization()
        .addField(
            Customer.TYPE,
            "seats",
            FieldKind.INTEGER,
            d ->
                d.set(FieldDefinition.LEAST, "1")
                    .set(FieldDefinition.GREATEST, "500")
                    .set(FieldDefinition.DEFAULT_VALUE, "10"));
    NumberField<Customer, Long> seats =
        ada.customization().field(Customer.TYPE, "seats", NumberField.class);
    Customer acme = ada.customers().create(aCustomer());
    assertEquals(10L, acme.get(seats));
    assertThrows(
        ValidationException.class, () -> ada.customers().update(acme, d -> d.set(seats, 0L)));
    assertThrows(
        ValidationException.class, () -> ada.customers().update(acme, d -> d.set(seats, 501L)));
    assertEquals(500L, ada.customers().update(acme, d -> d.set(seats, 500L)).get(seats));
  }

  @Test
  void a_bound_or_default_that_the_field_would_not_take_is_refused() {
    assertRefused(FieldKind.INTEGER, FieldDefinition.DEFAULT_VALUE, d -> value(d, "ten"));
    assertRefused(
        FieldKind.INTEGER,
        FieldDefinition.DEFAULT_VALUE,
        d -> value(d, "10").set(FieldDefinition.GREATEST, "9"));
    assertRefused(
        FieldKind.DATE,
        FieldDefinition.LEAST,
        d ->
            d.set(FieldDefinition.LEAST, "2027-03-02").set(FieldDefinition.GREATEST, "2027-03-01"));
    assertRefused(
        FieldKind.TEXT, FieldDefinition.GREATEST, d -> d.set(FieldDefinition.GREATEST, "z"));
    assertRefused(
        FieldKind.CHOICE,
        FieldDefinition.DEFAULT_VALUE,
        d -> value(d, "C").set(FieldDefinition.OPTIONS, Set.of("A", "B")));
    assertEquals(0, ada.customization().fields().query().count());
  }

  private static Draft<FieldDefinition> value(Draft<FieldDefinition> draft, String text) {
    return draft.set(FieldDefinition.DEFAULT_VALUE, text);
  }

  private void assertRefused(
      FieldKind kind, Field<FieldDefinition, ?> wrong, Consumer<Draft<FieldDefinition>> filling) {
    ValidationException refused =
        assertThrows(
            ValidationException.class,
            () -> ada.customization().addField(Customer.TYPE, "x", kind, filling));
    assertEquals(wrong.name(), refused.violations().get(0).field());
  }
}
