package io.crmkit.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvException;
import io.crmkit.exchange.CsvExport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.RecordImport;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.value.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taking out in a file, and bringing in by one, what is not to be seen or changed. */
class ImportExportAttackTest extends Besieged {
  private static RecordImport<Customer> customers(String... lines) {
    return RecordImport.of(
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
        "file.csv",
        Customer.TYPE);
  }

  private ImportReport bring(RecordImport<Customer> file) throws IOException {
    ImportReport report = file.run(mallory.workspace());
    requireSilent(report.problems());
    return report;
  }

  @Test
  void attack_18_a_file_has_visible_records_and_readable_fields_alone() throws Exception {
    String file = Exported.by(mallory);
    assertEquals(3, file.lines().count());
    requireSilent(file);
    assertFalse(file.contains("credit_limit"));
    assertFalse(file.lines().findFirst().orElseThrow().contains("email"));
    assertFalse(Exported.by(mallory.customers().query().withDeleted()).contains(CANARY));
    for (Field<Customer, ?> field :
        List.<Field<Customer, ?>>of(Customer.CREDIT_LIMIT, Customer.EMAIL)) {
      assertThrows(
          AccessDeniedException.class,
          () ->
              CsvExport.of(mallory.customers().query())
                  .fields(Customer.NAME, field)
                  .to(new ByteArrayOutputStream()));
    }
    assertThrows(
        AccessDeniedException.class,
        () -> Exported.by(mallory.customers().where(Customer.CREDIT_LIMIT.isPresent())));
    assertThrows(
        AccessDeniedException.class,
        () -> Exported.by(mallory.customers().query().orderBy(Customer.CREDIT_LIMIT.asc())));
  }

  @Test
  void attack_18_what_may_be_seen_may_not_be_taken_out_unless_it_is_granted() throws Exception {
    ada.permissions().share(theirs, malloryUser, Share.Access.WRITE);
    assertEquals(3, mallory.customers().query().count());
    assertFalse(Exported.by(mallory).contains(CANARY));
    ada.permissions().deny(seller, "customer", Level.ALL, Operation.EXPORT);
    assertThrows(AccessDeniedException.class, () -> Exported.by(mallory));
  }

  @Test
  void attack_30_a_file_does_not_match_invisible_records() throws Exception {
    ImportReport report =
        bring(
            customers("number,name,staff", "v1,Taken over,1", "m1,Aachen Mills,12")
                .column("number", Customer.EXTERNAL_ID)
                .column("name", Customer.NAME)
                .column("staff", Customer.EMPLOYEES)
                .upsert(Customer.EXTERNAL_ID));
    assertEquals(1, report.rejected());
    Customer whole = ada.customers().get(theirs.ref());
    assertEquals(theirs, whole);
    assertEquals(12L, ada.customers().get(mine.ref()).get(Customer.EMPLOYEES));
    assertEquals(SECRET, ada.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT));
    assertEquals(3, ada.customers().query().count());
    ImportReport updated =
        bring(
            customers("id,name", theirs.ref().id() + ",Taken over", nothing() + ",Nothing")
                .column("name", Customer.NAME)
                .update());
    assertEquals(2, updated.rejected());
    assertEquals(
        updated.problems().get(1).toString().replace("line 3", "line 2").replace(nothing(), "*"),
        updated
            .problems()
            .get(0)
            .toString()
            .replace("line 3", "line 2")
            .replace(theirs.ref().id().toString(), "*"));
    assertEquals(theirs, ada.customers().get(theirs.ref()));
    ImportReport skipped =
        bring(
            customers("name", CANARY + " Spices")
                .column("name", Customer.NAME)
                .skip(Customer.NAME)
                .dryRun());
    assertEquals(1L, skipped.outcomes().get("created"));
  }

  private static String nothing() {
    return nothing(Customer.TYPE).id().toString();
  }

  @Test
  void attack_30_a_file_does_not_match_or_refer_by_hidden_fields() {
    for (RecordImport<Customer> file :
        List.of(
            customers("limit,name", "EUR 66613,x")
                .column("limit", Customer.CREDIT_LIMIT)
                .column("name", Customer.NAME)
                .update(Customer.CREDIT_LIMIT),
            customers("name,parent", "x,EUR 66613")
                .column("name", Customer.NAME)
                .reference("parent", Customer.PARENT, Customer.CREDIT_LIMIT),
            customers("name,parent.credit_limit", "x,EUR 66613").mapHeader(),
            customers("mail,name", "secretary@m1.example,x")
                .column("mail", Customer.EMAIL)
                .column("name", Customer.NAME)
                .skip(Customer.EMAIL))) {
      assertNothingBrought(file);
    }
  }

  /** Refused as a whole or row by row. */
  private void assertNothingBrought(RecordImport<Customer> file) {
    try {
      ImportReport report = file.run(mallory.workspace());
      assertEquals(1, report.rejected(), () -> report.outcomes().toString());
    } catch (CrmException | IOException refused) {
      assertFalse(String.valueOf(refused.getMessage()).contains(CANARY));
    }
    assertEquals(3, ada.customers().query().count());
    assertEquals(mine, ada.customers().get(mine.ref()));
  }

  @Test
  void attack_30_columns_that_are_not_to_be_written_are_refused() {
    for (String column :
        List.of(
            "created_by",
            "created_at",
            "updated_by",
            "deleted_at",
            "version",
            "tenant",
            "id",
            "ID",
            "Created by",
            "role")) {
      assertThrows(
          CsvException.class,
          () -> customers("name," + column, "x,1").mapHeader().run(mallory.workspace()),
          column);
    }
    String victor = victorUser.ref().id().toString();
    for (String column : List.of("credit_limit", "annual_revenue", "Credit limit", "信用额度")) {
      assertNothingBrought(customers("name," + column, "x,EUR 1").mapHeader());
    }
    assertNothingBrought(customers("name,email", "x,a@b.example").mapHeader());
    assertNothingBrought(customers("name,owner", "x," + victor).mapHeader());
    assertNothingBrought(customers("name,owner.username", "x,victor").mapHeader());
    assertNothingBrought(customers("name,parent", "x," + theirs.ref().id()).mapHeader());
    assertNothingBrought(customers("name,parent.name", "x," + CANARY + " Spices").mapHeader());
    assertNothingBrought(
        customers("number,owner", "m1," + victor)
            .column("number", Customer.EXTERNAL_ID)
            .column("owner", Customer.OWNER)
            .update(Customer.EXTERNAL_ID));
  }

  @Test
  void attack_30_an_invisible_record_named_in_a_file_is_told_as_an_absent_one() throws Exception {
    ImportReport report =
        bring(
            customers("name,parent", "x," + theirs.ref().id(), "x," + nothing())
                .column("name", Customer.NAME)
                .column("parent", Customer.PARENT));
    assertEquals(2, report.rejected());
    assertEquals(
        report.problems().get(1).toString().replace("line 3", "line 2").replace(nothing(), "*"),
        report
            .problems()
            .get(0)
            .toString()
            .replace("line 3", "line 2")
            .replace(theirs.ref().id().toString(), "*"));
  }

  @Test
  void attack_29_a_file_brought_in_keeps_to_the_rights_of_who_brings_it() throws Exception {
    ada.permissions().deny(seller, "contact", Level.ALL, Operation.IMPORT);
    assertThrows(
        AccessDeniedException.class,
        () ->
            RecordImport.of(
                    new ByteArrayInputStream("name\nx".getBytes(StandardCharsets.UTF_8)),
                    "file",
                    Contact.TYPE)
                .column("name", Contact.NAME)
                .run(mallory.workspace()));
    RecordImport<Customer> file =
        customers("name,staff", "One,1", "Two,2", "Three,3")
            .column("name", Customer.NAME)
            .column("staff", Customer.EMPLOYEES)
            .batch(1)
            .progress(
                done -> {
                  if (mallory.workspace().may(Operation.IMPORT, Customer.TYPE)) {
                    ada.permissions().deny(seller, "customer", Level.ALL, Operation.IMPORT);
                  }
                });
    try {
      ImportReport report = file.run(mallory.workspace());
      assertEquals(2, report.rejected());
    } catch (AccessDeniedException inTheMiddle) {
      requireSilent(inTheMiddle);
    }
    assertEquals(4, ada.customers().query().count());
  }

  @Test
  void attack_29_a_second_way_to_write_the_same_field_needs_the_same_right() {
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory.run(
                work ->
                    work.workspace()
                        .requiring(
                            Operation.MASS_UPDATE,
                            () ->
                                work.customers()
                                    .update(
                                        work.customers().get(mine.ref()),
                                        c -> c.set(Customer.EMPLOYEES, 1L)))));
    assertThrows(
        AccessDeniedException.class,
        () ->
            mallory.run(
                work ->
                    work.workspace()
                        .requiring(
                            Operation.IMPORT,
                            () ->
                                work.customers()
                                    .update(
                                        work.customers().get(mine.ref()),
                                        c -> c.set(Customer.CREDIT_LIMIT, Money.of("1", "EUR"))))));
    assertTrue(ada.customers().get(mine.ref()).get(Customer.CREDIT_LIMIT) != null);
  }
}
