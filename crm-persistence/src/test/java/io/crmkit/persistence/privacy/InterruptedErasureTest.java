package io.crmkit.persistence.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Ref;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;
import io.crmkit.privacy.Erasure;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process that erases somebody is killed with -9. */
@On(Database.H2_FILE)
@ExtendWith(On.Wanted.class)
class InterruptedErasureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 150, 340})
  void an_erasure_that_was_killed_is_carried_through_when_it_is_asked_for_again(int records)
      throws Exception {
    Path file = folder.resolve("crm");
    Ref<Contact> eva;
    try (Crm crm = Canary.crm(SqlStore.open(file))) {
      eva = EraserProcess.enter(crm);
    }
    kill(file, eva, records);
    try (Connection connection = source(file).getConnection()) {
      assertFalse(Canary.rowsWith(connection, Canary.PERSON).isEmpty(), "killed too late");
    }
    try (Crm crm = Canary.crm(SqlStore.open(file))) {
      List<Erasure> begun = crm.as("ada").privacy().erasures().query().list();
      assertEquals(1, begun.size());
      assertFalse(begun.get(0).isDone(), "killed too late");
      Erasure receipt = crm.as("ada").privacy().erase(eva, "request");
      assertTrue(receipt.isDone());
      assertEquals(begun.get(0).ref(), receipt.ref());
      assertEquals((long) EraserProcess.RECORDS, receipt.counts().get("interaction"));
    }
    try (Connection connection = source(file).getConnection();
        Statement statement = connection.createStatement()) {
      assertEquals(List.of(), Canary.rowsWith(connection, Canary.PERSON));
      statement.execute("shutdown compact");
    }
    assertEquals(List.of(), Canary.filesWith(folder, Canary.PERSON));
  }

  private void kill(Path file, Ref<Contact> person, int records) throws Exception {
    Process child =
        new ProcessBuilder(EraserProcess.command(file, person))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = child.inputReader(StandardCharsets.US_ASCII)) {
      for (int i = 0; i < records; i++) {
        assertNotNull(said.readLine(), "the child ended by itself");
      }
      child.toHandle().destroyForcibly();
      child.waitFor();
    } finally {
      child.destroyForcibly();
    }
  }

  private static JdbcDataSource source(Path file) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + file);
    source.setUser("sa");
    source.setPassword("");
    return source;
  }
}
