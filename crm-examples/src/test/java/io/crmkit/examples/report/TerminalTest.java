package io.crmkit.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final Terminal terminal = new Terminal(StandardCharsets.UTF_8, false);

  @Test
  void countsColumns() {
    assertEquals(5, Terminal.columns("Acme1"));
    assertEquals(4, Terminal.columns("王芳"));
    assertEquals(1, Terminal.columns("e\u0301"));
    assertEquals(2, Terminal.columns("𠀀"));
  }

  @Test
  void cutsBetweenLetters() {
    assertEquals("王芳", terminal.fit("王芳", 4));
    assertEquals("王…", terminal.fit("王芳李", 4));
    assertEquals("e\u0301…", terminal.fit("e\u0301e\u0301e\u0301", 2));
    assertEquals("", terminal.fit("abc", 0));
  }

  @Test
  void wrapsAtSpacesWhereThereAreSome() {
    assertEquals(List.of("one two", "three"), Terminal.wrap("one two three", 8));
    assertEquals(List.of("one two", "three"), Terminal.wrap("one two three", 7));
    assertEquals(List.of("上海华", "东机械"), Terminal.wrap("上海华东机械", 6));
    assertEquals(List.of(""), Terminal.wrap("", 6));
  }

  @Test
  void drawsBarsToAnEighth() {
    assertEquals("█████", terminal.bar(0.5, 10));
    assertEquals("▍", terminal.bar(0.04, 10));
    assertEquals("", terminal.bar(-1, 10));
    assertEquals("██████████", terminal.bar(7, 10));
    assertEquals("#####", new Terminal(StandardCharsets.US_ASCII, false).bar(0.5, 10));
  }

  @Test
  void replacesWhatWouldSteerIt() {
    assertEquals("a?[31mb c", terminal.clean("a\u001b[31mb\nc"));
    assertEquals("caf?", new Terminal(StandardCharsets.US_ASCII, false).clean("café"));
  }
}
