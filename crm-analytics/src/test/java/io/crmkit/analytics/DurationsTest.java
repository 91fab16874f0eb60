package io.crmkit.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private static Durations days(long... days) {
    return Durations.of(Arrays.stream(days).mapToObj(Duration::ofDays).toList(), 0);
  }

  @Test
  void knowMeanMedianAndPercentiles() {
    Durations four = days(10, 1, 3, 2);
    assertEquals(OptionalDouble.of(4), four.meanDays());
    assertEquals(OptionalDouble.of(2.5), four.medianDays());
    assertEquals(OptionalDouble.of(1), four.percentileDays(0));
    assertEquals(OptionalDouble.of(10), four.percentileDays(100));
    assertEquals(7.9, four.percentileDays(90).orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.of(3), days(3).percentileDays(90));
    assertThrows(IllegalArgumentException.class, () -> four.percentileDays(100.1));
    assertThrows(IllegalArgumentException.class, () -> four.percentileDays(Double.NaN));
  }

  @Test
  void countPartsOfADay() {
    Durations half = Durations.of(List.of(Duration.ofHours(12), Duration.ofHours(36)), 0);
    assertEquals(OptionalDouble.of(1), half.meanDays());
    assertEquals(OptionalDouble.of(0.5), half.percentileDays(0));
    Durations micro = Durations.of(List.of(Duration.ofNanos(1000)), 0);
    assertEquals(1e-6 / 86_400, micro.meanDays().orElseThrow(), 1e-20);
  }

  @Test
  void takeWhatIsUnknownForNothing() {
    Durations some = Durations.of(List.of(Duration.ofDays(4)), 2);
    assertEquals(1, some.measured());
    assertEquals(2, some.unknown());
    assertEquals(OptionalDouble.of(4), some.meanDays());
    assertEquals("1 measured, 2 unknown, mean 4.0 days", some.toString());
    assertEquals(OptionalDouble.empty(), Durations.NONE.meanDays());
    assertEquals(OptionalDouble.empty(), Durations.NONE.medianDays());
  }

  @Test
  void goTogether() {
    Durations both = days(1, 9).plus(Durations.of(List.of(Duration.ofDays(5)), 3));
    assertEquals(3, both.measured());
    assertEquals(3, both.unknown());
    assertEquals(OptionalDouble.of(5), both.medianDays());
  }
}
