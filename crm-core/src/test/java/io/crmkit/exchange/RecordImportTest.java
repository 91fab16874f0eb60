package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.TestStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files whose columns fill the fields of customers. */
@AnyStore
class RecordImportTest {
  private final Crm crm = Fixtures.aCrm().open();
  private final Session ada = crm.as("ada");

  @AfterEach
  void close() {
    crm.close();
  }

  private static RecordImport<Customer> file(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return RecordImport.of(new ByteArrayInputStream(bytes), "customers.csv", Customer.TYPE);
  }

  private Customer aCustomer(String name, String number) {
    return ada.customers()
        .create(c -> c.set(Customer.NAME, name).set(Customer.EXTERNAL_ID, number));
  }

  private Customer customer(String number) {
    return ada.customers().where(Customer.EXTERNAL_ID.is(number)).first().orElseThrow();
  }

  private static List<String> said(ImportReport report) {
    return report.problems().stream().map(ImportProblem::toString).toList();
  }

  private static String refusal(RecordImport<?> file, Session session) {
    return assertThrows(CsvException.class, () -> file.run(session.workspace())).getMessage();
  }

  @Test
  void columns_fill_fields() throws IOException {
    ImportReport report =
        file("Company,No.,Turnover,Birth", "Acme,1,12.50 EUR,2001/3/1", "Beta,2,EUR 7,20010301")
            .column("Company", Customer.NAME)
            .column("No.", Customer.EXTERNAL_ID)
            .column("Turnover", Customer.ANNUAL_REVENUE)
            .column("Birth", Customer.BIRTHDAY)
            .run(ada.workspace());
    assertEquals(Map.of("created", 2L), report.outcomes());
    assertEquals(Money.of("12.50", "EUR"), customer("1").get(Customer.ANNUAL_REVENUE));
    assertEquals(LocalDate.of(2001, 3, 1), customer("2").get(Customer.BIRTHDAY));
    assertEquals(Customer.Kind.COMPANY, customer("1").get(Customer.KIND));
  }

  @Test
  void a_column_may_be_written_in_a_form_of_its_own() throws IOException {
    ImportReport report =
        file("Company,Turnover", "Acme,12", "Beta,twelve")
            .column("Company", Customer.NAME)
            .column("Turnover", Customer.ANNUAL_REVENUE, text -> Money.of(text, "USD"))
            .run(ada.workspace());
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"Turnover\" (number 2), value \"twelve\": this cannot be"
                + " read as a value of kind money; correct its form"),
        said(report));
    assertEquals(1, report.imported());
  }

  @Test
  void everything_wrong_with_a_row_names_its_column() throws IOException {
    ImportReport report =
        file("name,employees,email,level", ",-1,nobody,A", "Acme,many,a@b.c,Z")
            .mapHeader()
            .run(ada.workspace());
    assertEquals(
        List.of(
            "2 email: customer.email: \"nobody\" is no e-mail address. Write one such as"
                + " ada@example.com.",
            "3 employees: customer.employees: \"many\" is no whole number. Write digits alone, such as"
                + " 42."),
        report.problems().stream()
            .map(p -> p.line() + " " + p.column().orElse("") + ": " + p.reason(Locale.ENGLISH))
            .toList());
    ImportReport next =
        file("name,employees,level", ",-1,A", "Acme,1,Z").mapHeader().run(ada.workspace());
    assertEquals(
        List.of(
            "2 name violation.required", "2 employees violation.least", "3 level violation.code"),
        next.problems().stream()
            .map(p -> p.line() + " " + p.column().orElse("") + " " + p.code())
            .toList());
  }

  @Test
  void headings_are_names_or_labels_in_english_or_chinese() throws IOException {
    String chinese = Customer.EMPLOYEES.label(Locale.CHINESE);
    ada.customization()
        .addField(
            Customer.TYPE,
            "tea",
            FieldKind.TEXT,
            d -> d.set(FieldDefinition.LABEL_EN, "Favourite tea"));
    ImportReport report =
        file("name,External number," + chinese + ",favourite tea", "Acme,1,12,Oolong")
            .mapHeader()
            .run(ada.workspace());
    assertTrue(report.isComplete(), () -> said(report).toString());
    Customer acme = customer("1");
    assertEquals(Long.valueOf(12), acme.get(Customer.EMPLOYEES));
    TextField<Customer> tea = ada.customization().field(Customer.TYPE, "tea").asText();
    assertEquals("Oolong", acme.get(tea));
  }

  @Test
  void a_column_that_no_field_is_for_is_refused_unless_ignored() throws IOException {
    assertEquals(
        "customers.csv, line 1: no field of customer is called \"Shoes\", in name or label; rename"
            + " the column, say which field it fills, or ignore it",
        refusal(file("name,Shoes", "Acme,42").mapHeader(), ada));
    assertTrue(
        file("name,Shoes", "Acme,42")
            .mapHeader()
            .ignore("Shoes")
            .run(ada.workspace())
            .isComplete());
  }

  @Test
  void a_column_that_only_the_library_writes_is_refused_unless_ignored() {
    assertEquals(
        "customers.csv, line 1: the columns \"created_at\", \"id\" stand for fields of customer that"
            + " only the library and its verbs write; remove them or ignore them",
        refusal(file("id,name,created_at", "1,Acme,2027-03-01T00:00:00Z").mapHeader(), ada));
    RecordImport<Opportunity> deals =
        RecordImport.of(
                new ByteArrayInputStream("title,stage\nA,won".getBytes(StandardCharsets.UTF_8)),
                "deals.csv",
                Opportunity.TYPE)
            .mapHeader();
    assertEquals(
        "deals.csv, line 1: the columns \"stage\" stand for fields of opportunity that only the library"
            + " and its verbs write; remove them or ignore them",
        refusal(deals, ada));
    assertEquals(
        "customers.csv, line 1: the columns \"Name\", \"name\" fill the same field, name; ignore one of"
            + " them",
        refusal(file("name,Name", "A,B").mapHeader(), ada));
  }

  @Test
  void upsert_changes_what_is_there_and_makes_what_is_not() throws IOException {
    Customer acme = aCustomer("Acme", "1");
    aCustomer("Beta", "2");
    ImportReport report =
        file("name,external_id,employees", "ACME,1,5", "Beta,2,", "Gamma,3,7")
            .mapHeader()
            .upsert(Customer.EXTERNAL_ID)
            .run(ada.workspace());
    assertEquals(Map.of("created", 1L, "unchanged", 1L, "updated", 1L), report.outcomes());
    assertEquals(acme.ref(), customer("1").ref());
    assertEquals("ACME", customer("1").get(Customer.NAME));
    assertEquals(1, customer("2").version());
    assertEquals("Gamma", customer("3").get(Customer.NAME));
  }

  @Test
  void update_rejects_what_is_not_there_and_an_empty_cell_removes_a_value() throws IOException {
    ada.customers().update(aCustomer("Acme", "1"), c -> c.set(Customer.EMPLOYEES, 9L));
    ImportReport report =
        file("external_id,employees", "1,", "2,3", ",4")
            .mapHeader()
            .update(Customer.EXTERNAL_ID)
            .run(ada.workspace());
    assertNull(customer("1").get(Customer.EMPLOYEES));
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"external_id\" (number 1), value \"2\": no customer that you"
                + " can see has this external_id; correct it, or import that customer before",
            "customers.csv, line 4, column \"external_id\" (number 1), value \"\": there is no value;"
                + " give one"),
        said(report));
  }

  @Test
  void skip_leaves_alone_what_is_there() throws IOException {
    aCustomer("Acme", "1");
    ImportReport report =
        file("name,external_id", "Other,1", "Beta,2")
            .mapHeader()
            .skip(Customer.EXTERNAL_ID)
            .run(ada.workspace());
    assertEquals(Map.of("created", 1L, "skipped", 1L), report.outcomes());
    assertEquals("Acme", customer("1").get(Customer.NAME));
  }

  @Test
  void an_ambiguous_match_is_rejected_and_several_fields_may_match_together() throws IOException {
    aCustomer("Acme", "1");
    aCustomer("Acme", "2");
    ImportReport report =
        file("name,employees", "Acme,5").mapHeader().upsert(Customer.NAME).run(ada.workspace());
    assertEquals(
        List.of(
            "customers.csv, line 2, column \"name\" (number 1), value \"Acme\": 2 records of type"
                + " customer have this name; use a name that only one of them has, or merge them"),
        said(report));
    assertTrue(
        file("name,external_id,employees", "Acme,2,5", "Acme,3,6")
            .mapHeader()
            .upsert(Customer.NAME, Customer.EXTERNAL_ID)
            .run(ada.workspace())
            .isComplete());
    assertEquals(Long.valueOf(5), customer("2").get(Customer.EMPLOYEES));
    assertEquals(3, ada.customers().query().count());
  }

  @Test
  void the_same_record_is_not_matched_by_two_rows() throws IOException {
    ImportReport report =
        file("name,email", "Acme,a@example.com", "Beta,a@example.com", "Gamma,a@EXAMPLE.com")
            .mapHeader()
            .upsert(Customer.EMAIL)
            .run(ada.workspace());
    assertEquals(1, report.imported());
    assertEquals(
        List.of("3 import.key_twice", "4 import.key_twice"),
        report.problems().stream().map(p -> p.line() + " " + p.code()).toList());
  }

  @Test
  void a_reference_is_found_by_a_field_also_further_down() throws IOException {
    aCustomer("Root", "0");
    ImportReport report =
        file("name,external_id,parent.external_id", "C,3,2", "B,2,1", "A,1,0", "D,4,9")
            .mapHeader()
            .upsert(Customer.EXTERNAL_ID)
            .run(ada.workspace());
    assertEquals(customer("2").ref(), customer("3").get(Customer.PARENT));
    assertEquals(customer("0").ref(), customer("1").get(Customer.PARENT));
    assertEquals(
        List.of(
            "customers.csv, line 5, column \"parent.external_id\" (number 3), value \"9\": no customer"
                + " that you can see has this external_id; correct it, or import that customer before"),
        said(report));
  }

  @Test
  void a_dry_run_knows_the_references_within_the_file() throws IOException {
    ImportReport report =
        file("name,external_id,parent.external_id", "C,3,2", "B,2,1", "A,1,", "D,4,9")
            .mapHeader()
            .batch(1)
            .dryRun()
            .run(ada.workspace());
    assertEquals(3, report.imported());
    assertEquals(5, report.problems().get(0).line());
    assertEquals(0, ada.customers().query().count());
  }

  @Test
  void a_reference_by_identity_has_to_exist() throws IOException {
    Customer root = aCustomer("Root", "0");
    ImportReport report =
        file("name,parent", "A," + root.ref().id(), "B,0190a3b2-7c1d-7e2f-8a3b-4c5d6e7f8091", "C,x")
            .mapHeader()
            .run(ada.workspace());
    assertEquals(1, report.imported());
    assertEquals(
        List.of("3 import.no_record", "4 violation.ref"),
        report.problems().stream().map(p -> p.line() + " " + p.code()).toList());
  }

  @Test
  void what_was_exported_with_its_identity_is_changed_only_while_nobody_else_has()
      throws IOException {
    aCustomer("Acme", "1");
    Customer beta = aCustomer("Beta", "2");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvExport.of(ada.customers().query()).fields(Customer.NAME).identity().to(out);
    ada.customers().update(beta, c -> c.set(Customer.EMPLOYEES, 3L));
    String changed =
        out.toString(StandardCharsets.UTF_8).replace("Acme", "ACME").replace("Beta", "BETA");
    ImportReport report = file(changed).mapHeader().update().run(ada.workspace());
    assertEquals("ACME", customer("1").get(Customer.NAME));
    assertEquals("Beta", customer("2").get(Customer.NAME));
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"version\" (number 2), value \"1\": the record is at version"
                + " 2 by now; export it again and make the change anew"),
        said(report));
  }

  @Test
  void a_dry_run_tells_and_changes_nothing() throws IOException {
    aCustomer("Acme", "1");
    ImportReport report =
        file("name,external_id", "ACME,1", "Beta,2", ",3")
            .mapHeader()
            .upsert(Customer.EXTERNAL_ID)
            .dryRun()
            .run(ada.workspace());
    assertEquals(Map.of("created", 1L, "updated", 1L), report.outcomes());
    assertEquals(1, report.rejected());
    assertEquals("Acme", customer("1").get(Customer.NAME));
    assertEquals(1, ada.customers().query().count());
  }

  /** A store with a count of the queries within its transactions. */
  private static Store counted(AtomicInteger queries) {
    return forwarding(
        Store.class,
        TestStores.fresh(),
        (method, result) ->
            result instanceof StoreTransaction transaction
                ? forwarding(
                    StoreTransaction.class,
                    transaction,
                    (verb, answer) -> {
                      if (verb.equals("select")) {
                        queries.incrementAndGet();
                      }
                      return answer;
                    })
                : result);
  }

  private static <T> T forwarding(
      Class<T> type, T real, BiFunction<String, Object, Object> afterwards) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return afterwards.apply(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  @Test
  void a_batch_is_matched_with_one_query() throws IOException {
    AtomicInteger queries = new AtomicInteger();
    try (Crm other = Fixtures.aCrm().store(counted(queries)).open()) {
      Session bob = other.as("bob");
      bob.customers().create(c -> c.set(Customer.NAME, "First")); // who Bob is, is asked once
      String[] lines = new String[101];
      lines[0] = "name,external_id";
      for (int i = 1; i <= 100; i++) {
        lines[i] = "C" + i + "," + i;
      }
      for (String outcome : List.of("created", "unchanged")) {
        queries.set(0);
        ImportReport report =
            file(lines).mapHeader().upsert(Customer.EXTERNAL_ID).batch(50).run(bob.workspace());
        assertEquals(Map.of(outcome, 100L), report.outcomes());
        assertEquals(2, queries.get());
      }
    }
  }

  @Test
  void custom_fields_are_filled_by_name() throws IOException {
    ada.customization().addField(Customer.TYPE, "tea", FieldKind.TEXT);
    assertTrue(
        file("name,external_id,T", "Acme,1,Oolong")
            .column("T", "tea")
            .mapHeader()
            .run(ada.workspace())
            .isComplete());
    TextField<Customer> tea = ada.customization().field(Customer.TYPE, "tea").asText();
    assertEquals("Oolong", customer("1").get(tea));
  }
}
