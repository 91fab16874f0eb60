package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  @TempDir private Path folder;

  private List<String> warnings(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Durability.warnings(connection);
    }
  }

  @Test
  void aFileThatIsWrittenLaterIsWarnedOf() throws SQLException {
    List<String> warnings = warnings("jdbc:h2:" + folder.resolve("late"));

    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("WRITE_DELAY=0"), () -> warnings.get(0));
  }

  @Test
  void aFileThatIsWrittenAtOnceAndADatabaseInMemoryAreFine() throws SQLException {
    assertEquals(List.of(), warnings("jdbc:h2:" + folder.resolve("now") + ";WRITE_DELAY=0"));
    assertEquals(List.of(), warnings("jdbc:h2:mem:"));
  }
}
