package io.crmkit.kernel.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.testing.Reachable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A value that is made when it is first asked for. */
class LaterTest {
  @Test
  void it_is_made_once_when_it_is_first_asked_for() {
    AtomicInteger times = new AtomicInteger();
    Later later = new Later(() -> "made " + times.incrementAndGet());
    assertTrue(later.isPending());
    assertEquals(0, times.get());
    Object made = later.value();
    assertEquals("made 1", made);
    assertSame(made, later.value());
    assertFalse(later.isPending());
  }

  @Test
  void it_forgets_what_it_was_made_of() {
    String source = "source";
    Later later = new Later(() -> source.length());
    assertEquals(List.of("source"), Reachable.texts(later));
    later.value();
    assertEquals(List.of(), Reachable.texts(later));
  }
}
