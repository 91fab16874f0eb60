package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.FieldDefinition.FieldKind;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.ManualClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks into all tables of a database. */
@ExtendWith(On.Wanted.class)
abstract class ErasedRows {
  @Test
  void no_table_has_what_was_erased_or_encrypted() throws Exception {
    Database database = getClass().getAnnotation(On.class).value();
    try (EmptyPlace place = EmptyPlace.on(database);
        Crm crm = Canary.crm(SqlStore.on(place.url(), place.user(), ""))) {
      Session ada = crm.as("ada");
      Ref<Contact> eva = Canary.enter(ada);
      try (Connection connection = place.connect()) {
        assertFalse(Canary.rowsWith(connection, Canary.PERSON).isEmpty(), "looks in vain");
        assertEquals(List.of(), Canary.rowsWith(connection, Canary.SECRET));
        assertEquals(
            List.of(),
            Canary.rowsWith(connection, Canary.PERSON).stream()
                .filter(
                    row -> row.startsWith("crm_audit_entry") || row.startsWith("crm_outbox_entry"))
                .toList());
        assertTrue(ada.privacy().erase(eva, "request").isDone());
        assertEquals(List.of(), Canary.rowsWith(connection, Canary.PERSON));
        lookDeeper(connection);
      }
    }
  }

  @Test
  void what_a_field_in_the_bin_has_kept_is_erased_as_well() throws Exception {
    Database database = getClass().getAnnotation(On.class).value();
    try (EmptyPlace place = EmptyPlace.on(database);
        Crm crm = Canary.crm(SqlStore.on(place.url(), place.user(), ""))) {
      Session ada = crm.as("ada");
      Ref<Contact> eva = Canary.enter(ada);
      for (FieldDefinition each : ada.customization().fields().query().list()) {
        ada.customization().fields().delete(each);
      }
      ada.contacts()
          .update(ada.contacts().get(eva), c -> c.set(Contact.NAME, Canary.PERSON + " three"));
      try (Connection connection = place.connect()) {
        assertTrue(
            Canary.rowsWith(connection, Canary.PERSON + " nick").size() > 1,
            "the record, its copy and its claim are kept while nobody is erased");
        assertTrue(ada.privacy().erase(eva, "request").isDone());
        assertEquals(List.of(), Canary.rowsWith(connection, Canary.PERSON));
      }
    }
  }

  @Test
  void the_place_of_a_destroyed_field_is_cleared_and_given_to_another() throws Exception {
    Database database = getClass().getAnnotation(On.class).value();
    ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
    try (EmptyPlace place = EmptyPlace.on(database);
        Crm crm =
            Canary.crm(
                SqlStore.builder().url(place.url(), place.user(), "").clock(clock).build())) {
      Session ada = crm.as("ada");
      List<FieldDefinition> first = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        first.add(indexed(ada, "first_" + i));
      }
      ada.contacts().query().count();
      try (Connection connection = place.connect()) {
        String freed = place(connection, "first_3");
        ada.customization().fields().purge(first.get(2));
        indexed(ada, "second");
        Contact eva = ada.contacts().create(Fixtures.aContact("Eva"));
        Contact bob =
            ada.contacts().create(Fixtures.aContact("Bob").andThen(c -> c.set(field(ada), "b")));
        assertEquals(freed, place(connection, "second"));
        String late = "update ^crm_contact^ set ^" + freed + "^ = 'b' where ^name^ = 'Eva'";
        try (Statement statement = connection.createStatement()) { // as another node would
          assertEquals(1, statement.executeUpdate(quoted(connection, late)));
        }
        clock.advance(Duration.ofMinutes(5));
        indexed(ada, "third");
        assertEquals(List.of(bob), ada.contacts().where(field(ada).is("b")).list());
        assertEquals(eva, ada.contacts().get(eva.ref()));
        ada.contacts().query().list().forEach(each -> ada.contacts().purge(each));
        ada.customization()
            .fields()
            .query()
            .list()
            .forEach(each -> ada.customization().fields().purge(each));
        FieldDefinition number =
            ada.customization()
                .addField(
                    Contact.TYPE,
                    "second",
                    FieldKind.INTEGER,
                    d -> d.set(FieldDefinition.INDEXED, true));
        Contact one =
            ada.contacts()
                .create(
                    Fixtures.aContact("One")
                        .andThen(
                            c -> c.parse(ada.customization().field(Contact.TYPE, "second"), "7")));
        clock.advance(Duration.ofMinutes(5));
        ada.customization().fields().update(number, d -> d.set(FieldDefinition.LABEL_EN, "No"));
        assertEquals(
            List.of(one),
            ada.contacts()
                .query()
                .whereJson("{\"field\":\"second\",\"op\":\"is\",\"value\":7}")
                .list());
      }
    }
  }

  private static FieldDefinition indexed(Session ada, String name) {
    return ada.customization()
        .addField(Contact.TYPE, name, FieldKind.TEXT, d -> d.set(FieldDefinition.INDEXED, true));
  }

  private static TextField<Contact> field(Session ada) {
    return ada.customization().field(Contact.TYPE, "second", TextField.class);
  }

  private static String place(Connection connection, String field) throws SQLException {
    String asked = "select ^slot^ from ^crm_custom_slot^ where ^field^ = '" + field + "'";
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(quoted(connection, asked))) {
      assertTrue(found.next(), field);
      return found.getString(1);
    }
  }

  private static String quoted(Connection connection, String text) throws SQLException {
    return text.replace("^", connection.getMetaData().getIdentifierQuoteString());
  }

  /** Looks into files, where that can be done. */
  void lookDeeper(Connection connection) throws SQLException, IOException {}
}
