package io.crmkit.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.testing.Universe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreachableDatabaseTest {
  /** Nobody listens at port 1; there is no driver for the last one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost:1/none?password=hidden",
        "jdbc:mariadb://localhost:1/none?password=hidden",
        "jdbc:nobody://localhost/none?password=hidden"
      })
  void a_database_that_cannot_be_reached_is_refused_with_what_to_check(String url) {
    try (SqlStore store = SqlStore.on(url, "somebody", "secret")) {
      StoreException refused = assertThrows(StoreException.class, () -> store.open(Universe.TYPES));
      assertEquals("store.permanent", refused.code());
      assertTrue(refused.getMessage().contains(url.split("\\?")[0]), refused.getMessage());
      assertTrue(refused.getMessage().contains("class path"), refused.getMessage());
      assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
      assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
    }
  }
}
