package io.crmkit.kernel.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsDateTest {
  @Provide
  Arbitrary<String> textsLikeDates() {
    return Arbitraries.strings()
        .withChars("0123456789")
        .withChars("-+٣/ ")
        .ofMinLength(9)
        .ofMaxLength(11);
  }

  @Provide
  Arbitrary<String> almostDates() {
    return Arbitraries.integers()
        .between(0, 9999)
        .flatMap(
            year ->
                Arbitraries.integers()
                    .between(0, 1400)
                    .map(rest -> String.format("%04d-%02d-%02d", year, rest / 100, rest % 100)));
  }

  @Property
  void readsWhatThePlatformReads(@ForAll("almostDates") String text) {
    assertReadsAsThePlatform(text);
  }

  @Property
  void refusesWhatThePlatformRefuses(@ForAll("textsLikeDates") String text) {
    assertReadsAsThePlatform(text);
  }

  private static void assertReadsAsThePlatform(String text) {
    LocalDate expected = null;
    try {
      expected = LocalDate.parse(text.strip());
    } catch (DateTimeException refused) {
      // stays null
    }
    if (expected == null || expected.getYear() < 1 || expected.getYear() > 9999) {
      assertThrows(Refused.class, () -> Kinds.DATE.parse(text));
    } else {
      assertEquals(expected, Kinds.DATE.parse(text));
    }
  }

  @Test
  void readsADateWithSpaceAroundIt() {
    assertEquals(LocalDate.of(2028, 2, 29), Kinds.DATE.parse(" 2028-02-29\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-30", "2027-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "٢٠٢٦-01-01"})
  void refusesADateThatDoesNotExist(String text) {
    assertThrows(Refused.class, () -> Kinds.DATE.parse(text));
  }
}
