package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.crmkit.Crm;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.TextField;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts the rows of a tenant in all tables of a database, those of the store itself included. */
@ExtendWith(On.Wanted.class)
abstract class DeletedTenantRows {
  private static final String GONE = "gone";
  private static final String OTHER = "other";

  @Test
  void no_table_has_a_row_of_a_tenant_that_was_deleted() throws Exception {
    Database database = getClass().getAnnotation(On.class).value();
    try (EmptyPlace place = EmptyPlace.on(database);
        Crm crm = Canary.crm(SqlStore.on(place.url(), place.user(), ""));
        Connection connection = place.connect()) {
      crm.tenants().create(GONE);
      crm.tenants().create(OTHER);
      Canary.enter(crm.as(GONE, "ada"));
      Canary.enter(crm.as(OTHER, "ada"));
      Map<String, Long> before = rows(connection, GONE);
      List<String> kept = new ArrayList<>(List.of("custom_slot", "custom_key"));
      if (database != Database.H2) { // no connection to a database in memory can break
        kept.add("work_token");
      }
      for (String own : kept) {
        assertNotEquals(
            0L,
            before.entrySet().stream()
                .filter(entry -> entry.getKey().contains(own))
                .mapToLong(Map.Entry::getValue)
                .sum(),
            () -> "looks in vain for " + own + " in " + before);
      }
      Map<String, Long> ofTheOther = rows(connection, OTHER);
      crm.tenants().delete(GONE);
      assertEquals(Map.of(), rows(connection, GONE));
      assertEquals(ofTheOther, rows(connection, OTHER));
      Canary.enter(crm.as(GONE, "ada"));
      assertFindsByTheNewField(crm);
    }
  }

  private static void assertFindsByTheNewField(Crm crm) {
    var ada = crm.as(GONE, "ada");
    @SuppressWarnings("unchecked")
    TextField<Contact> nickname =
        ada.customization().field(Contact.TYPE, "nickname", TextField.class);
    assertEquals(1, ada.contacts().where(nickname.is(Canary.PERSON + " nick")).count());
    assertEquals(1, ada.customers().where(Customer.NAME.is("Acme GmbH")).count());
  }

  private static Map<String, Long> rows(Connection connection, String tenant) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    String quote = connection.getMetaData().getIdentifierQuoteString();
    try (ResultSet columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
      while (columns.next()) {
        String column = columns.getString("COLUMN_NAME");
        String table = columns.getString("TABLE_NAME");
        String schema = String.valueOf(columns.getString("TABLE_SCHEM"));
        if (column.equalsIgnoreCase("tenant") && !schema.startsWith("pg_")) {
          long count = count(connection, quote + table + quote, quote + column + quote, tenant);
          if (count > 0) {
            rows.put(table, count);
          }
        }
      }
    }
    return rows;
  }

  private static long count(Connection connection, String table, String column, String tenant)
      throws SQLException {
    String text = "select count(*) from " + table + " where " + column + "=?";
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(1, tenant);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }
}
