package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Customers;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that become customers. */
@AnyStore
class CsvImportTest {
  private final Crm crm = Fixtures.aCrm().open();
  private final Session ada = crm.as("ada");
  private final Map<String, Customer> known = new HashMap<>();

  @AfterEach
  void close() {
    crm.close();
  }

  private static CsvImport file(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return CsvImport.of(new ByteArrayInputStream(bytes), "customers.csv");
  }

  private ImportReport run(CsvImport file) throws IOException {
    return file.run(ada.workspace(), this::customer);
  }

  private void customer(Workspace work, ImportRow row) {
    Cell<String> name = row.text("name").required();
    Cell<String> number = row.text("number");
    Cell<Long> employees = row.integer("employees");
    Customer made =
        new Customers(work)
            .create(
                c ->
                    c.set(Customer.NAME, name.value())
                        .setOrClear(Customer.EXTERNAL_ID, number.orNull())
                        .setOrClear(Customer.EMPLOYEES, employees.orNull()));
    row.whenImported(() -> known.put(name.value(), made));
  }

  private List<String> names() {
    return ada.customers().query().orderBy(Customer.NAME.asc()).list().stream()
        .map(customer -> customer.require(Customer.NAME))
        .toList();
  }

  private static List<String> said(ImportReport report) {
    return report.problems().stream().map(ImportProblem::toString).toList();
  }

  @Test
  void each_row_is_imported() throws IOException {
    ImportReport report = run(file("name,number,employees", "Acme,1,12", "Beta,2,"));
    assertEquals(List.of("Acme", "Beta"), names());
    assertEquals(
        "customers.csv: 2 rows read, 2 imported, 0 of them repaired, 0 rejected", report + "");
    assertEquals(StandardCharsets.UTF_8, report.charset());
    assertTrue(report.isComplete());
    assertEquals(Long.valueOf(12), known.get("Acme").get(Customer.EMPLOYEES));
  }

  @Test
  void everything_wrong_with_a_row_is_said_and_the_others_are_imported() throws IOException {
    ImportReport report = run(file("name,number,employees", "Acme,1,12", " ,2,twelve", "Beta,3,7"));
    assertEquals(List.of("Acme", "Beta"), names());
    assertEquals(1, report.rejected());
    assertFalse(report.isComplete());
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"name\" (number 1), value \" \": there is no value; give"
                + " one",
            "customers.csv, line 3, column \"employees\" (number 3), value \"twelve\": this is no whole"
                + " number; write digits alone, such as 42"),
        said(report));
    ImportProblem second = report.problems().get(1);
    assertEquals("import.integer", second.code());
    assertEquals("employees", second.column().orElseThrow());
    assertEquals(3, second.position());
    assertEquals("twelve", second.value().orElseThrow());
    assertEquals(
        "customers.csv 第 3 行，列 \"employees\"（第 3 列），值 \"twelve\"：不是整数；请只写数字，例如 42",
        second.message(Locale.CHINESE));
  }

  @Test
  void a_missing_column_is_named_before_anything_is_done() {
    CsvException missing =
        assertThrows(
            CsvException.class, () -> run(file("name,number", "Acme,1").columns("name", "staff")));
    assertEquals(
        "customers.csv, line 1: there is no column \"staff\"; add it, or name it as it is called in"
            + " the header, which has \"name\", \"number\"",
        missing.getMessage());
    assertThrows(CsvException.class, () -> run(file("name,number", "Acme,1")));
    assertEquals(List.of(), names());
  }

  @Test
  void what_a_verb_refuses_rejects_the_row_and_names_the_column() throws IOException {
    ImportReport report =
        run(
            file("name,number,employees", "Acme,1,-3", "Beta,2,3")
                .fills("employees", Customer.EMPLOYEES));
    assertEquals(List.of("Beta"), names());
    assertEquals(
        List.of(
            "customers.csv, line 2, column \"employees\" (number 3), value \"-3\": customer.employees:"
                + " -3 is too small. Give at least 0."),
        said(report));
  }

  @Test
  void a_row_that_fails_halfway_leaves_nothing() throws IOException {
    ImportReport report =
        file("name", "Acme", "Beta")
            .run(
                ada.workspace(),
                (work, row) -> {
                  String name = row.text("name").value();
                  new Customers(work).create(c -> c.set(Customer.NAME, name));
                  if (name.equals("Acme")) {
                    throw NotFoundException.named("tea", "green", List.of("black"));
                  }
                });
    assertEquals(List.of("Beta"), names());
    assertEquals("not_found.named", report.problems().get(0).code());
    assertEquals("", report.problems().get(0).remedy(Locale.ENGLISH));
  }

  @Test
  void exactly_the_rows_are_rejected_that_the_commit_refuses() throws IOException {
    ada.customers().create(c -> c.set(Customer.NAME, "Old").set(Customer.EXTERNAL_ID, "7"));
    String[] lines =
        IntStream.rangeClosed(0, 20)
            .mapToObj(
                i -> i == 0 ? "name,number,employees" : "C" + i + "," + (i == 12 ? 3 : i) + ",")
            .toArray(String[]::new);
    ImportReport report = run(file(lines).fills("number", Customer.EXTERNAL_ID));
    assertEquals(18, report.imported());
    assertEquals(List.of(8L, 13L), report.problems().stream().map(ImportProblem::line).toList());
    assertEquals("violation.unique", report.problems().get(0).code());
    assertEquals("number", report.problems().get(0).column().orElseThrow());
    assertEquals(19, names().size());
    assertEquals(18, known.size());
  }

  @Test
  void a_dry_run_says_the_same_and_writes_nothing() throws IOException {
    ada.customers().create(c -> c.set(Customer.NAME, "Old").set(Customer.EXTERNAL_ID, "7"));
    String[] lines =
        IntStream.rangeClosed(0, 20)
            .mapToObj(
                i -> i == 0 ? "name,number,employees" : "C" + i + "," + (i == 12 ? 3 : i) + ",")
            .toArray(String[]::new);
    ImportReport dry = run(file(lines).dryRun());
    assertEquals(List.of("Old"), names());
    assertTrue(dry.dryRun());
    assertEquals(18, known.size());
    ImportReport wet = run(file(lines));
    assertEquals(said(wet), said(dry));
    assertEquals(wet.imported(), dry.imported());
  }

  @Test
  void a_row_that_asks_the_store_and_then_fails_spoils_no_other() throws IOException {
    ImportReport report =
        file("name", "Acme", "Beta", "Gamma")
            .run(
                ada.workspace(),
                (work, row) -> {
                  String name = row.text("name").value();
                  new Customers(work).create(c -> c.set(Customer.NAME, name));
                  long others = new Customers(work).query().count();
                  if (name.equals("Beta")) {
                    row.reject("name", "there are " + others, "none, please");
                  }
                });
    assertEquals(List.of("Acme", "Gamma"), names());
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"name\" (number 1), value \"Beta\": there are 2; none, please"),
        said(report));
  }

  @Test
  void the_second_row_of_a_key_is_rejected_and_names_the_line_of_the_first() throws IOException {
    ImportReport report =
        run(file("name,number,employees", "Acme,1,", "Beta,,", "Gamma,1,").key("number").batch(1));
    assertEquals(List.of("Acme"), names());
    assertEquals(
        List.of(
            "customers.csv, line 3, column \"number\" (number 2), value \"\": there is no value; give"
                + " one",
            "customers.csv, line 4, column \"number\" (number 2), value \"1\": line 2 has the same key;"
                + " remove one of the two rows, or give it another key"),
        said(report));
  }

  @Test
  void a_row_too_short_or_too_long_is_rejected_and_an_empty_one_does_not_count()
      throws IOException {
    ImportReport report =
        run(file("name,number,employees", "Acme,1", ",,", "Beta,2,3,4", "Gamma,5,6"));
    assertEquals(3, report.rowsRead());
    assertEquals(List.of("Gamma"), names());
    assertEquals(
        List.of(
            "customers.csv, line 2: the row has 2 values for 3 columns, the last one is \"1\"; add a"
                + " separator for each missing value, and quote a value that has line breaks",
            "customers.csv, line 4: the row has 4 values for 3 columns, the first one too many is"
                + " \"4\"; quote a value that has the separator in it"),
        said(report));
  }

  @Test
  void repairs_are_made_before_anything_else_and_listed() throws IOException {
    ImportReport report =
        run(
            file("name,number,employees", "Acmee,1,", ",2,", "Acmee,x,many", "Beta,4,")
                .repair("name", "name alias", Repair.alias(Map.of("Acmee", "Acme")))
                .repair("name", "no name", Repair.whenBlank("(nobody)"))
                .repair("number", "spaces", Repair.strip()));
    assertEquals(List.of("(nobody)", "Acme", "Beta"), names());
    assertEquals(2, report.repaired());
    assertEquals(
        List.of("name alias", "no name", "spaces"), List.copyOf(report.repairs().keySet()));
    assertEquals(
        List.of(new RepairedValue("name alias", 2, "name", "Acmee", "Acme")),
        report.repairs().get("name alias").first());
    assertEquals(0, report.repairs().get("spaces").count());
    assertEquals(0, report.repairs().get("spaces").more());
  }

  private void subsidiary(Workspace work, ImportRow row) {
    Cell<String> name = row.text("name").required();
    Cell<Customer> parent = row.oneOf("parent", known, "customer").orLater();
    Customer made =
        new Customers(work)
            .create(
                c -> {
                  c.set(Customer.NAME, name.value());
                  if (!parent.isBlank()) {
                    c.set(Customer.PARENT, parent.value());
                  }
                });
    row.whenImported(() -> known.put(name.value(), made));
  }

  @Test
  void a_row_may_refer_to_rows_that_come_later() throws IOException {
    ImportReport report =
        file("name,parent", "C,B", "B,A", "A,", "D,A", "X,Y", "Y,X", "E,b")
            .run(ada.workspace(), this::subsidiary);
    assertEquals(List.of("A", "B", "C", "D"), names());
    assertEquals(known.get("B").ref(), known.get("C").get(Customer.PARENT));
    assertEquals(
        List.of(
            "customers.csv, line 6, column \"parent\" (number 2), value \"Y\": there is no customer of"
                + " that name; use one of \"A\", \"B\", \"C\", \"D\"",
            "customers.csv, line 7, column \"parent\" (number 2), value \"X\": there is no customer of"
                + " that name; use one of \"A\", \"B\", \"C\", \"D\"",
            "customers.csv, line 8, column \"parent\" (number 2), value \"b\": there is no customer of"
                + " that name; correct it, perhaps to \"B\""),
        said(report));
  }

  @Test
  void the_remedy_for_an_unknown_name_is_what_is_written_like_it() throws IOException {
    Map<String, Integer> stages = Map.of("Prospecting", 1, "Engaging", 2);
    ImportReport report =
        file("stage", "engagin", "Won")
            .run(ada.workspace(), (work, row) -> row.oneOf("stage", stages, "stage"));
    assertEquals(
        List.of(
            "customers.csv, line 2, column \"stage\" (number 1), value \"engagin\": there is no stage of"
                + " that name; correct it, perhaps to \"Engaging\"",
            "customers.csv, line 3, column \"stage\" (number 1), value \"Won\": there is no stage of that"
                + " name; use one of \"Engaging\", \"Prospecting\""),
        said(report));
  }

  @Test
  void dates_and_amounts_are_read_in_the_forms_that_no_language_changes() throws IOException {
    List<Object> read = new ArrayList<>();
    ImportReport report =
        file("on;at;amount", "2027-03-01;01.03.2027;1234.50", "2027-3-1;1.3.27;1,5")
            .run(
                ada.workspace(),
                (work, row) -> {
                  var on = row.date("on");
                  var at = row.date("at", DateTimeFormatter.ofPattern("dd.MM.uuuu"));
                  var amount = row.money("amount", "EUR");
                  row.check();
                  read.addAll(List.of(on.value(), at.value(), amount.value()));
                });
    assertEquals("[2027-03-01, 2027-03-01, EUR 1234.50]", read.toString());
    assertEquals(
        List.of("import.date", "import.date_format", "import.decimal"),
        report.problems().stream().map(ImportProblem::code).toList());
  }

  @Test
  void the_rejected_rows_can_be_corrected_and_imported_again(@TempDir Path folder)
      throws IOException {
    Path errors = folder.resolve("errors.csv");
    Path streamed = folder.resolve("streamed.csv");
    ImportReport report =
        run(
            file("name,number,employees", "\"A, B\",1,x", "=1+1,2,y", "Good,3,4", "Long,9,2,3,4")
                .errorsTo(streamed, Locale.ENGLISH));
    report.writeErrors(errors);
    String written = Files.readString(errors);
    assertEquals(written, Files.readString(streamed));
    assertEquals(
        List.of(
            "name,number,employees,import_line,import_problem,import_remedy,import_surplus",
            "\"A, B\",1,x,2,employees: this is no whole number,\"write digits alone, such as 42\",",
            "'=1+1,2,y,3,employees: this is no whole number,\"write digits alone, such as 42\",",
            "Long,9,2,5,\"the row has 5 values for 3 columns, the first one too many is \"\"3\"\"\","
                + "quote a value that has the separator in it,\"3,4\""),
        written.lines().toList());
    Files.writeString(errors, written.replace(",x,", ",5,").replace(",y,", ",6,"));
    ImportReport again = run(CsvImport.of(errors));
    assertEquals(3, again.imported());
    assertEquals(List.of("=1+1", "A, B", "Good", "Long"), names());
  }

  @Test
  void the_rows_before_an_unreadable_place_are_imported_and_the_failure_is_told()
      throws IOException {
    ImportReport report = run(file("name,number,employees", "Acme,1,2", "\"Beta,2,3").batch(1));
    assertEquals(List.of("Acme"), names());
    assertEquals("csv.unclosed_quote", report.failure().orElseThrow().code());
    assertFalse(report.isComplete());
    assertThrows(CrmException.class, report::orThrow);
  }

  @Test
  void within_a_unit_of_work_all_rows_join_it() {
    assertThrows(
        IllegalStateException.class,
        () ->
            ada.run(
                work -> {
                  try {
                    ImportReport report =
                        file("name,number,employees", "Acme,1,2", ",2,3", "Beta,4,5")
                            .run(work.workspace(), this::customer);
                    assertEquals(2, report.imported());
                    assertEquals(1, report.rejected());
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                  throw new IllegalStateException("all or nothing");
                }));
    assertEquals(List.of(), names());
  }

  @Test
  void progress_is_told_after_each_batch_and_at_the_end() throws IOException {
    List<ImportProgress> told = new ArrayList<>();
    run(file("name,number,employees", "A,1,2", "B,2,3", "C,4,x").batch(2).progress(told::add));
    assertEquals(
        List.of(2L, 3L), told.stream().map(ImportProgress::rowsRead).collect(Collectors.toList()));
    assertEquals(1, told.get(1).rejected());
    assertEquals(-1, told.get(1).bytesTotal());
  }

  @Test
  void a_mistake_of_the_handler_ends_the_import() {
    assertThrows(
        IllegalStateException.class,
        () ->
            file("name", "A")
                .run(
                    ada.workspace(),
                    (work, row) -> {
                      throw new IllegalStateException("a bug");
                    }));
  }
}
