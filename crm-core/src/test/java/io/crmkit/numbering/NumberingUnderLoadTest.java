package io.crmkit.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.Crm;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.store.Store;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import io.crmkit.testing.TestStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one store, with four writers each. */
@AnyStore
class NumberingUnderLoadTest {
  private static final NumberRange NUMBERS = NumberRange.of("paper", "P-{year}-{00000}");
  private static final int WRITERS = 8;
  private static final int DOCUMENTS = 50;

  private final ManualClock clock = new ManualClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final Supplier<Store> nodes = TestStores.shared();
  private final Crm first = Fixtures.aCrm(clock).store(nodes.get()).open();
  private final Crm second = Fixtures.aCrm(clock).store(nodes.get()).random(new Random(1)).open();

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void eight_writers_on_two_nodes_number_documents_without_gap_or_duplicate() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try {
      CyclicBarrier together = new CyclicBarrier(WRITERS);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Crm node = i % 2 == 0 ? first : second;
        String actor = "writer" + i;
        writers.add(
            pool.submit(
                () -> {
                  together.await();
                  for (int n = 0; n < DOCUMENTS; n++) {
                    write(node, actor);
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      pool.shutdownNow();
    }
    List<String> expected =
        IntStream.rangeClosed(1, WRITERS * DOCUMENTS)
            .mapToObj(n -> String.format("P-2027-%05d", n))
            .toList();
    List<String> given =
        first.as("ada").customers().query().list().stream()
            .map(document -> document.require(Customer.NAME))
            .sorted()
            .toList();
    assertEquals(expected, given);
    Ledger.check(first.as("ada"));
  }

  private static void write(Crm node, String actor) {
    NUMBERS.give(
        node.as(actor).workspace(),
        (work, number) -> work.records(Customer.TYPE).create(d -> d.set(Customer.NAME, number)));
  }
}
