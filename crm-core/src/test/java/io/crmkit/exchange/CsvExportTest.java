package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.value.Money;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers that become files. */
@AnyStore
class CsvExportTest {
  /** Shows everybody but Ada no credit limit. */
  private enum Discreet implements AccessPolicy {
    POLICY;

    @Override
    public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
      return true;
    }

    @Override
    public <E extends Entity<E>> Condition<E> rows(
        CallContext who, Operation operation, EntityType<E> type) {
      return Condition.always();
    }

    @Override
    public FieldRight field(CallContext who, Field<?, ?> field) {
      return who.actor().equals("ada") || !field.equals(Customer.CREDIT_LIMIT)
          ? FieldRight.WRITE
          : FieldRight.HIDDEN;
    }
  }

  private final Crm crm = Fixtures.aCrm().policy(Discreet.POLICY).open();
  private final Session ada = crm.as("ada");
  private final Session bob = crm.as("bob");

  @AfterEach
  void close() {
    crm.close();
  }

  private void customers() {
    ada.customers()
        .create(
            c ->
                c.set(Customer.NAME, "=Acme")
                    .set(Customer.EMPLOYEES, 12L)
                    .set(Customer.CREDIT_LIMIT, Money.of("-5", "EUR")));
    ada.customers().create(c -> c.set(Customer.NAME, "Beta, Inc."));
  }

  private static String text(CsvExport<?> export) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.to(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void chosen_fields_are_written_in_order() throws IOException {
    customers();
    assertEquals(
        "employees,name,credit_limit\r\n12,'=Acme,EUR -5.00\r\n,\"Beta, Inc.\",\r\n",
        text(
            CsvExport.of(ada.customers().query())
                .fields(Customer.EMPLOYEES, Customer.NAME, Customer.CREDIT_LIMIT)));
  }

  @Test
  void a_hidden_field_is_left_out_and_refused_where_it_is_asked_for() throws IOException {
    customers();
    String header = text(CsvExport.of(bob.customers().query())).lines().findFirst().orElseThrow();
    assertFalse(header.contains("credit_limit"), header);
    assertThrows(
        AccessDeniedException.class,
        () -> text(CsvExport.of(bob.customers().query()).fields(Customer.CREDIT_LIMIT)));
  }

  @Test
  void labels_may_head_the_columns() throws IOException {
    String label = Customer.NAME.label(Locale.CHINESE);
    assertEquals(
        "id,version," + label + "\r\n",
        text(
            CsvExport.of(ada.customers().query())
                .fields(Customer.NAME)
                .identity()
                .labels(Locale.CHINESE)));
  }

  @Test
  void a_file_appears_once_it_is_whole(@TempDir Path folder) throws IOException {
    customers();
    Path file = folder.resolve("customers.csv");
    Files.writeString(file, "old");
    assertThrows(
        CsvException.class,
        () ->
            CsvExport.of(ada.customers().query())
                .fields(Customer.NAME)
                .format(CsvFormat.standard().charset(StandardCharsets.US_ASCII))
                .to(withUmlaut(file)));
    assertEquals("old", Files.readString(file));
    assertEquals(3, CsvExport.of(ada.customers().query()).fields(Customer.NAME).to(file));
    assertEquals("name\r\n'=Acme\r\n\"Beta, Inc.\"\r\nÜmit\r\n", Files.readString(file));
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }

  private Path withUmlaut(Path file) {
    ada.customers().create(c -> c.set(Customer.NAME, "Ümit"));
    return file;
  }
}
