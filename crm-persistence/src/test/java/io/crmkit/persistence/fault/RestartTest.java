package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Universe;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is gone and back while the connections of a pool are idle. */
@Timeout(180)
class RestartTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void the_store_works_again_at_the_second_unit_at_the_latest(Servers servers) throws Exception {
    Witness witness = new Witness("restart");
    try (Server server = servers.in(folder);
        SqlStore store = SqlStore.on(server.url(), server.user(), "")) {
      store.open(Universe.TYPES);
      Work.prepare(store, witness.tenant());
      try (Writers writers = Writers.start(store, witness.tenant(), 3, witness)) {
        while (witness.acknowledged() < 10) {
          Thread.sleep(1);
        }
      }
      for (long round = 1; round < 3; round++) {
        server.kill();
        server.start();
        Writers.write(store, witness.tenant(), round * 50_000_000, witness);
        witness.resolve(store);
        long second = round * 50_000_000 + 1;
        Writers.write(store, witness.tenant(), second, witness);
        assertTrue(witness.isAcknowledged(second), () -> witness.failures().toString());
      }
      try (Connection raw = server.connect()) {
        witness.compare(store, raw).requireSound();
      }
    }
  }
}
