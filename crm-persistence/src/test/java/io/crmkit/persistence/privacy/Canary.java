package io.crmkit.persistence.privacy;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Papers;
import io.crmkit.testing.Patient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Somebody who is looked for in every byte of a database. */
final class Canary {
  /** What is personal, and gone once it is erased. */
  static final String PERSON = "canaryna";

  /** What is encrypted, and never there at all. */
  static final String SECRET = "secretna";

  private Canary() {}

  static Crm crm(Store store, CrmModule... modules) {
    CrmBuilder builder =
        Crm.builder()
            .store(store)
            .policy(AccessPolicy.open())
            .keys(Fixtures.keys())
            .module(new Patient.Module());
    List.of(modules).forEach(builder::module);
    return builder.open();
  }

  /** Writes a person with everything that can be known of them, several times over. */
  static Ref<Contact> enter(Session ada) {
    Customer acme = ada.customers().create(d -> d.set(Customer.NAME, "Acme GmbH"));
    ada.customization()
        .addField(
            Contact.TYPE,
            "nickname",
            FieldKind.TEXT,
            d ->
                d.set(FieldDefinition.PERSONAL, true)
                    .set(FieldDefinition.INDEXED, true)
                    .set(FieldDefinition.UNIQUE, true));
    ada.customization()
        .addField(
            Contact.TYPE,
            "illness",
            FieldKind.TEXT,
            d -> d.set(FieldDefinition.ENCRYPTED, true).set(FieldDefinition.UNIQUE, true));
    TextField<Contact> nickname =
        ada.customization().field(Contact.TYPE, "nickname", TextField.class);
    TextField<Contact> illness =
        ada.customization().field(Contact.TYPE, "illness", TextField.class);
    Contact eva =
        ada.customers()
            .addContact(
                acme,
                d ->
                    d.set(Contact.NAME, PERSON + " one")
                        .set(Contact.EMAIL, PERSON + "@example.com")
                        .set(Contact.NOTES, "knows " + PERSON)
                        .set(Contact.EXTERNAL_ID, "x" + PERSON)
                        .set(nickname, PERSON + " nick")
                        .set(illness, SECRET));
    Contact changed =
        ada.contacts()
            .update(eva, d -> d.set(Contact.NAME, PERSON + " two").set(illness, SECRET + "2"));
    ada.pipeline()
        .open(
            acme,
            d ->
                d.set(Opportunity.TITLE, "40 seats")
                    .set(Opportunity.CONTACT, changed)
                    .set(Opportunity.NEXT_STEP, "call " + PERSON));
    Papers.with(ada, acme, changed, PERSON);
    ada.records(Patient.TYPE)
        .create(
            d ->
                d.set(Patient.NAME, "P")
                    .set(Patient.INSURANCE, SECRET)
                    .set(Patient.MAIL, SECRET + "@example.com")
                    .set(Patient.FINDINGS, SECRET));
    return changed.ref();
  }

  /** The rows of all tables that hold a text, as {@code table: row}. */
  static List<String> rowsWith(Connection connection, String text) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String schema = String.valueOf(found.getString("TABLE_SCHEM"));
        if (!schema.toUpperCase(Locale.ROOT).equals("INFORMATION_SCHEMA")
            && !schema.equals("pg_catalog")) {
          tables.add(found.getString("TABLE_NAME"));
        }
      }
    }
    if (tables.isEmpty()) {
      throw new IllegalStateException("there are no tables to look into");
    }
    List<String> rows = new ArrayList<>();
    String quote = connection.getMetaData().getIdentifierQuoteString();
    for (String table : tables) {
      try (Statement statement = connection.createStatement();
          ResultSet all = statement.executeQuery("select * from " + quote + table + quote)) {
        while (all.next()) {
          StringBuilder row = new StringBuilder(table).append(": ");
          for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
            row.append(all.getString(i)).append(' ');
          }
          if (row.toString().toLowerCase(Locale.ROOT).contains(text)) {
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }

  /** The files below a folder in whose bytes a text stands. */
  static List<Path> filesWith(Path folder, String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (bytes(file).toLowerCase(Locale.ROOT).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static String bytes(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return ""; // a server removes what it does not need any more
    }
  }
}
