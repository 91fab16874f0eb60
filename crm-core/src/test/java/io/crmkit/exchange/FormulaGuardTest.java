package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Json;
import io.crmkit.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaGuardTest {
  private static final Pattern RUN_BY_A_SPREADSHEET = Pattern.compile("^[=+\\-@\t\r]");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1, '=1+1",
        "+49 30 1234567, '+49 30 1234567",
        "-5, '-5",
        "@SUM(A1), '@SUM(A1)",
        "`\t=1`, `'\t=1`",
        "'=1, ''=1",
        "''=1, '''=1",
        "O'Neill, O'Neill",
        "'quoted', 'quoted'",
        "'', ''",
        "a=b, a=b",
        "``, ``",
      })
  void putsOneApostropheInFront(String text, String guarded) {
    assertEquals(guarded, FormulaGuard.guard(text));
    assertLaw(text);
  }

  @Property
  void takesAwayExactlyWhatItPut(@ForAll String text) {
    assertLaw(text);
  }

  @Property
  void takesAwayExactlyWhatItPutOnDangerousText(
      @ForAll @Chars({'\'', '=', '+', '-', '@', '\t', '\r', '\n', 'a'}) String text) {
    assertLaw(text);
  }

  @Test
  void guardsKnownAttacks() throws IOException {
    List<String> attacks = Files.readAllLines(RealData.path("naughty/csv-injection-payload.txt"));
    assertTrue(attacks.size() >= 5, "the file is whole");
    attacks.forEach(FormulaGuardTest::assertLaw);
  }

  @Test
  void keepsNaughtyStrings() throws IOException {
    Json.parse(Files.readString(RealData.path("naughty/blns.json"))).toList().stream()
        .map(String.class::cast)
        .forEach(FormulaGuardTest::assertLaw);
  }

  private static void assertLaw(String text) {
    String guarded = FormulaGuard.guard(text);
    assertEquals(text, FormulaGuard.unguard(guarded));
    assertFalse(RUN_BY_A_SPREADSHEET.matcher(guarded).find());
  }
}
