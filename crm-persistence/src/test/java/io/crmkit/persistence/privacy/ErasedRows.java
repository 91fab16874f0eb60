package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Ref;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
                .filter(row -> row.startsWith("audit_entry") || row.startsWith("outbox_entry"))
                .toList());
        assertTrue(ada.privacy().erase(eva, "request").isDone());
        assertEquals(List.of(), Canary.rowsWith(connection, Canary.PERSON));
        lookDeeper(connection);
      }
    }
  }

  /** Looks into files, where that can be done. */
  void lookDeeper(Connection connection) throws SQLException, IOException {}
}
