package io.crmkit.kernel.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdSourceTest {
  private static final Comparator<UUID> UNSIGNED =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final IdSource ids = IdSource.monotonic(clock, new Random(7));

  @Test
  void identities_increase_within_a_millisecond_and_where_the_clock_goes_back() {
    UUID last = ids.next();
    for (int i = 0; i < 10_000; i++) {
      if (i % 1000 == 0) {
        clock.advance(Duration.ofMillis(i % 3000 - 1000));
      }
      UUID next = ids.next();
      assertTrue(UNSIGNED.compare(last, next) < 0, last + " " + next);
      last = next;
    }
    assertEquals(7, last.version());
    assertEquals(2, last.variant());
  }

  @Test
  void they_carry_the_time() {
    assertEquals(clock.millis(), ids.next().getMostSignificantBits() >>> 16);
  }

  @Test
  void no_two_threads_get_the_same_and_each_sees_them_increase() throws Exception {
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      Callable<List<UUID>> many =
          () -> {
            List<UUID> made = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
              clock.advance(Duration.ofMillis(i % 2));
              made.add(ids.next());
            }
            return made;
          };
      Set<UUID> all = new HashSet<>();
      for (Future<List<UUID>> made : four.invokeAll(List.of(many, many, many, many))) {
        List<UUID> inOrder = new ArrayList<>(made.get());
        inOrder.sort(UNSIGNED);
        assertEquals(inOrder, made.get());
        all.addAll(inOrder);
      }
      assertEquals(20_000, all.size());
    } finally {
      four.shutdownNow();
    }
  }
}
