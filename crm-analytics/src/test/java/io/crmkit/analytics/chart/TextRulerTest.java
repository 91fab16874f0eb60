package io.crmkit.analytics.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextRulerTest {

  @Test
  void givesHanTheWholeEmAndLatinItsShare() {
    assertEquals(40, TextRuler.width("長城軟件", 10));
    assertEquals(6.4, TextRuler.width("0", 10), 0.05);
    assertTrue(TextRuler.width("ill", 10) < TextRuler.width("WWW", 10) / 2);
  }

  @Test
  void measuresAnAccentedLetterLikeThePlainOne() {
    assertEquals(TextRuler.width("eu", 10), TextRuler.width("éü", 10));
    assertEquals(TextRuler.width("e", 10), TextRuler.width("e\u0301", 10));
  }

  @Test
  void keepsATextThatFits() {
    assertEquals("Central", TextRuler.fit("Central", 12, 80));
  }

  @Test
  void shortensWithoutLeavingAnAccentOrHalfACharacter() {
    assertEquals("…", TextRuler.fit("Central", 12, 13));
    assertEquals("", TextRuler.fit("Central", 12, 5));
    assertEquals("e\u0301…", TextRuler.fit("e\u0301e\u0301e\u0301e\u0301", 10, 18));
    assertEquals("𠀀…", TextRuler.fit("𠀀𠀀𠀀", 10, 21));
  }

  @Property
  void neverExceedsTheRoom(
      @ForAll @StringLength(max = 60) String text,
      @ForAll @DoubleRange(min = 0, max = 300) double room) {
    String shown = TextRuler.fit(text, 12, room);
    assertTrue(shown.equals(text) || TextRuler.width(shown, 12) <= room + 1e-6);
  }
}
