package io.crmkit.kernel.value;

import static io.crmkit.kernel.value.SearchText.normalise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
  @ParameterizedTest
  @CsvSource({
    "Müller, muller",
    "MÜLLER, muller",
    "Straße, strasse",
    "STRASSE, strasse",
    "GROẞ, gross",
    "Łódź, łodz",
    "Ångström, angstrom",
    "ﬁnanz, finanz",
    "İstanbul, istanbul",
    "ISTANBUL, istanbul",
    "ıstanbul, istanbul",
    "Αθήνα, αθηνα",
    "ΑΘΗΝΑ, αθηνα",
    "Ὀδυσσεύς, οδυσσευσ",
    "ΟΔΥΣΣΕΥΣ, οδυσσευσ",
    "Чайковский, чайковский",
    "ЧАЙКОВСКИЙ, чайковский",
    "ＡＣＭＥ　１２, acme 12",
    "ｶﾞﾗｽ, ガラス",
    "がくせい, がくせい",
    "北京㈱, 北京(株)",
    "華為技術有限公司, 華為技術有限公司",
    "한국, 한국",
    "co\u00ADoperate, cooperate",
    "zero\u200Bwidth, zerowidth",
    "№ 5, no 5",
  })
  void makesTheSameWhatReadsTheSame(String text, String expected) {
    assertEquals(expected, normalise(text));
  }

  @Test
  void makesEveryRunOfWhiteSpaceOneSpace() {
    assertEquals("a b c d", normalise("  a\t\r\n b\u00A0\u3000c\u2003d\u0000 "));
    assertEquals("", normalise(" \t "));
    assertEquals("", normalise(""));
    assertEquals("é b".replace("é", "e"), normalise("\u00A0é\u0085b\u2028"));
  }

  @Test
  void readsComposedAndDecomposedAlike() {
    assertEquals(normalise("M\u00FCller"), normalise("Mu\u0308ller"));
    assertEquals(normalise("\u304C"), normalise("\u304B\u3099"));
    assertEquals("e", normalise("e\u200D\u0301"));
  }

  @Test
  void returnsPlainTextItself() {
    String plain = "acme gmbh 12";
    assertSame(plain, normalise(plain));
  }

  @Test
  void doesNotDependOnTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("istanbul titan", normalise("ISTANBUL TITAN"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isStableForEveryCharacterThereIs() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE) {
        String once = normalise("x" + Character.toString(c) + "y");
        assertEquals(once, normalise(once));
      }
    }
  }

  @Property
  void isStable(@ForAll String text) {
    String once = normalise(text);
    assertEquals(once, normalise(once));
  }

  @Property
  void doesNotCareForCase(@ForAll @AlphaChars String text) {
    assertEquals(normalise(text), normalise(text.toUpperCase(Locale.ROOT)));
  }
}
