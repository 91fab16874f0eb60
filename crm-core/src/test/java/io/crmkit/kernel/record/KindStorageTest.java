package io.crmkit.kernel.record;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stores do not call a kind that says it keeps values as they are. */
class KindStorageTest {
  private static <T> void assertAsIs(Kind<T> kind, T value) {
    assertTrue(kind.storedAsIs(), kind::name);
    assertSame(value, kind.toStored(value));
    assertSame(value, kind.fromStored(value));
  }

  @Test
  void what_is_kept_as_it_is_is_neither_written_nor_read_otherwise() {
    assertAsIs(Kinds.TEXT, "some text");
    assertAsIs(Kinds.LONG_TEXT, "some text");
    assertAsIs(Kinds.EMAIL, "ada@example.com");
    assertAsIs(Kinds.code("level"), "A");
    assertAsIs(Kinds.INTEGER, 42_000L);
    assertAsIs(Kinds.BOOLEAN, true);
    assertAsIs(Kinds.DATE, LocalDate.of(2027, 3, 1));
    assertAsIs(Kinds.INSTANT, Instant.parse("2027-03-01T08:00:00Z"));
    assertAsIs(Kinds.UUID_VALUE, new UUID(1, 2));
    assertAsIs(Kinds.MONEY, Money.of("12.50", "EUR"));
  }

  @Test
  void what_has_another_form_in_a_store_says_so() {
    for (Kind<?> kind :
        List.of(Kinds.DECIMAL, Kinds.TAGS, Kinds.JSON, Kinds.choice(List.of("a"), a -> a))) {
      assertFalse(kind.storedAsIs(), kind::name);
    }
    assertSame(String.class, Kinds.TAGS.toStored(Set.of("a")).getClass());
    assertSame(String.class, Kinds.JSON.toStored(Json.parse("1")).getClass());
  }
}
