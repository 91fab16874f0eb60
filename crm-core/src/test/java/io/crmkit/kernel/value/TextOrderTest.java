package io.crmkit.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextOrderTest {
  private static int sign(String a, String b) {
    return Integer.signum(TextOrder.BY_CODE_POINT.compare(a, b));
  }

  @Test
  void putsCharactersBeyondTheBasicPlaneLast() {
    String rareHan = "𠮷"; // U+20BB7
    String fullWidth = "Ａ"; // U+FF21
    assertTrue(rareHan.compareTo(fullWidth) < 0, "String.compareTo has it the other way round");
    assertEquals(1, sign(rareHan, fullWidth));
    assertEquals(-1, sign("a" + fullWidth, "a" + rareHan));
  }

  @Test
  void sortsAListOfNames() {
    List<String> names =
        new ArrayList<>(List.of("𠮷野家", "｡", "王", "b", "", "B", "Ａ", "a", "ab", "😀", "😁"));
    names.sort(TextOrder.BY_CODE_POINT);
    assertEquals(List.of("", "B", "a", "ab", "b", "王", "Ａ", "｡", "😀", "😁", "𠮷野家"), names);
  }

  @Test
  void countsAnUnpairedSurrogateAsItsOwnNumber() {
    assertEquals(-1, sign("\uDE00", "\uFFFF"));
    assertEquals(-1, sign("\uD83D", "\uD83D\uDE00"));
    assertEquals(-1, sign("\uD83D\uFFFF", "\uD83D\uDE00"));
    assertEquals(-1, sign("\uD83Da", "\uD83D\uDE00"));
    assertEquals(1, sign("\uD83D\uDE00", "\uFFFF"));
  }

  @Property
  void agreesWithTheListsOfCodePoints(@ForAll("texts") String a, @ForAll("texts") String b) {
    int expected = Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    assertEquals(Integer.signum(expected), sign(a, b));
    assertEquals(-sign(a, b), sign(b, a));
  }

  @Property
  void agreesWithTheBytesOfUtf8(@ForAll String a, @ForAll String b) {
    if (hasLoneSurrogate(a) || hasLoneSurrogate(b)) {
      return; // has no UTF-8
    }
    int expected =
        Arrays.compareUnsigned(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    assertEquals(Integer.signum(expected), sign(a, b));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "", "a", "\uD83D", "\uDE00", "\uDE01", "\uD83E", "\uE000", "\uFFFF", "\uD7FF", "😀")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
