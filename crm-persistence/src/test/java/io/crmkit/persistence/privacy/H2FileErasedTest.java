package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Ref;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@On(Database.H2_FILE)
@ExtendWith(On.Wanted.class)
class H2FileErasedTest {
  @TempDir Path folder;

  @Test
  void no_byte_of_the_file_has_what_was_erased_or_encrypted() throws Exception {
    Path file = folder.resolve("crm");
    Ref<Contact> eva;
    try (Crm crm = Canary.crm(SqlStore.open(file))) {
      eva = Canary.enter(crm.as("ada"));
    }
    compact(file);
    assertFalse(Canary.filesWith(folder, Canary.PERSON).isEmpty(), "looks in vain");
    assertEquals(List.of(), Canary.filesWith(folder, Canary.SECRET));
    try (Crm crm = Canary.crm(SqlStore.open(file))) {
      assertTrue(crm.as("ada").privacy().erase(eva, "request").isDone());
    }
    compact(file);
    assertEquals(List.of(), Canary.filesWith(folder, Canary.PERSON));
  }

  private static void compact(Path file) throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + file);
    source.setUser("sa");
    source.setPassword("");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    }
  }
}
