package io.crmkit.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final CsvFormat STANDARD = CsvFormat.standard();

  private static CsvSource open(byte[] bytes, CsvFormat format) throws IOException {
    return CsvSource.open(new ByteArrayInputStream(bytes), "customers.csv", format);
  }

  private static CsvSource open(String text) throws IOException {
    return open(text.getBytes(UTF_8), STANDARD);
  }

  private static List<List<String>> rows(byte[] bytes, CsvFormat format) throws IOException {
    try (CsvSource source = open(bytes, format)) {
      return rest(source);
    }
  }

  private static List<List<String>> rest(CsvSource source) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRow row = source.next(); row != null; row = source.next()) {
      rows.add(row.values());
    }
    return rows;
  }

  private static CsvException refusal(String text) {
    return refusal(text.getBytes(UTF_8), STANDARD);
  }

  private static CsvException refusal(byte[] bytes, CsvFormat format) {
    return assertThrows(CsvException.class, () -> rows(bytes, format));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void readsValuesByTheNameOfTheColumn() throws IOException {
    try (CsvSource source = open(" id , name\n1,\"Ada, \"\"Countess\"\"\"\n2,Bob")) {
      assertEquals(List.of("id", "name"), source.header());
      CsvRow ada = assertNotNullRow(source.next());
      assertEquals("1", ada.value("id"));
      assertEquals("Ada, \"Countess\"", ada.value("name"));
      assertNull(ada.misfit());
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> ada.value("town"));
      assertEquals("There is no column \"town\"; the header has [id, name]", e.getMessage());
      assertEquals("Bob", assertNotNullRow(source.next()).value("name"));
      assertNull(source.next());
      assertNull(source.next());
    }
  }

  private static CsvRow assertNotNullRow(CsvRow row) {
    assertNotNull(row);
    return row;
  }

  @Test
  void countsTheLinesOfTheFile() throws IOException {
    String text = "\n\r\nid,note\r\n1,\"a\nb\r\nc\rd\"\n\n\r2,x\r3,y";
    try (CsvSource source = open(text)) {
      assertEquals(3, source.headerLine());
      assertEquals(4, assertNotNullRow(source.next()).line());
      assertEquals(10, assertNotNullRow(source.next()).line());
      assertEquals(11, assertNotNullRow(source.next()).line());
    }
  }

  @Test
  void flagsRecordsOfAnotherLengthAndGoesOn() throws IOException {
    try (CsvSource source = open("id,name,town\n1,Ada\n2,Bob,Rome,Italy\n3,Eve,Oslo\n")) {
      CsvRow ada = assertNotNullRow(source.next());
      assertEquals("", ada.value("town"));
      CsvException tooFew = ada.misfit();
      assertEquals("csv.too_few_fields", tooFew.code());
      assertEquals(2, tooFew.line());
      assertEquals(
          "customers.csv, line 2: the record ends after 2 of 3 values, the last one is \"Ada\"; add"
              + " a separator for each missing value, and quote a value that has line breaks",
          tooFew.getMessage());
      CsvException tooMany = assertNotNullRow(source.next()).misfit();
      assertEquals(
          "customers.csv, line 3: the record has 4 values for 3 columns, the first one too many is"
              + " \"Italy\"; quote a value that has the separator in it",
          tooMany.getMessage());
      assertTrue(tooMany.message(Locale.CHINA).contains("第 3 行"));
      assertNull(assertNotNullRow(source.next()).misfit());
    }
  }

  @Test
  void knowsBlankRows() throws IOException {
    try (CsvSource source = open("a,b\n, \n\n1,\n")) {
      assertTrue(assertNotNullRow(source.next()).isBlank());
      assertTrue(!assertNotNullRow(source.next()).isBlank());
      assertNull(source.next());
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "a,b,c ~ ,",
        "a;b;c ~ ;",
        "a|b|c ~ |",
        "`a\tb\tc` ~ `\t`",
        "a ~ ,",
        "Name, Vorname;Ort;PLZ ~ ;",
        "\"a;b;c;d\",b ~ ,",
        "Umsatz, EUR;Name ~ ;",
      })
  void findsTheDelimiterInTheHeader(String header, String delimiter) throws IOException {
    try (CsvSource source = open("\n" + header + "\n1,2;3|4\t5")) {
      assertEquals(delimiter.charAt(0), source.delimiter());
    }
  }

  @Test
  void takesTheDeclaredDelimiter() throws IOException {
    byte[] bytes = "a;b,c\n1;2,3".getBytes(UTF_8);
    try (CsvSource source = open(bytes, STANDARD.delimiter(','))) {
      assertEquals(List.of("a;b", "c"), source.header());
    }
    assertThrows(IllegalArgumentException.class, () -> STANDARD.delimiter('"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesTheHintForExcel(String lineBreak) throws IOException {
    try (CsvSource source = open(String.join(lineBreak, "SEP=_", "a,b_c", "1,2_3"))) {
      assertEquals('_', source.delimiter());
      assertEquals(List.of("a,b", "c"), source.header());
      assertEquals(2, source.headerLine());
      assertEquals(List.of(List.of("1,2", "3")), rest(source));
    }
    try (CsvSource source = open("sep=,b\n1,2")) {
      assertEquals(List.of("sep=", "b"), source.header());
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      quoteCharacter = '`',
      value = {
        "``, csv.no_header, 0",
        "`\n\r\n`, csv.no_header, 0",
        "`id,,age\n1,2,3`, csv.header_blank, 1",
        "`id,age, \n1,2,3`, csv.header_blank, 1",
        "`id,age, id\n1,2,3`, csv.header_twice, 1",
        "`id,note\n1,x\n2,\"open\n3,y\n`, csv.unclosed_quote, 3",
        "`id,note\n1,\"a\"b\n`, csv.after_quote, 2",
        "`id,note\n1,\"a\" \n`, csv.after_quote, 2",
        "`\"id\" ,note`, csv.after_quote, 1",
      })
  void refusesWhatCannotBeRead(String text, String code, long line) {
    CsvException e = refusal(text);
    assertEquals(code, e.code());
    assertEquals(line, e.line());
  }

  @Test
  void namesFileLineColumnAndRemedy() {
    assertEquals(
        "customers.csv, line 3, column \"note\": a quote is opened and never closed in the record"
            + " that begins on this line; close it, and write a quote within a value twice",
        refusal("id,note\n1,x\n2,\"open\n3,y\n").getMessage());
    assertEquals(
        "customers.csv, line 1: columns 1 and 3 are both called \"id\"; rename one of them",
        refusal("id,age,id").getMessage());
    assertEquals("customers.csv：没有标题行；请在第一行写上各列的名称", refusal("").message(Locale.CHINESE));
  }

  @Test
  void everyErrorIsSaidInEnglishAndChinese() {
    for (String code :
        List.of(
            "bytes",
            "nul",
            "no_header",
            "header_blank",
            "header_twice",
            "unclosed_quote",
            "after_quote",
            "value_too_long",
            "record_too_long",
            "too_many_columns",
            "too_few_fields",
            "too_many_fields",
            "malformed",
            "unencodable")) {
      CsvException e = CsvException.of("csv." + code, "f.csv", 7, "p", "q", "r", "s");
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        String message = e.message(locale);
        assertTrue(message.startsWith("f.csv"), message);
        assertTrue(!message.contains("{") && !message.contains("csv." + code), message);
      }
    }
  }

  @Test
  void anErrorSurvivesSerialisation() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvException e = refusal("id,age,id");
    new ObjectOutputStream(bytes).writeObject(e);
    Object again =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals(e.getMessage(), ((CsvException) again).getMessage());
    assertEquals(e.message(Locale.CHINA), ((CsvException) again).message(Locale.CHINA));
  }

  @Test
  void failsAgainAfterItFailed() throws IOException {
    try (CsvSource source = open("id\n1\n\"2")) {
      assertEquals("1", assertNotNullRow(source.next()).value("id"));
      CsvException e = assertThrows(CsvException.class, source::next);
      assertSame(e, assertThrows(CsvException.class, source::next));
    }
  }

  @Test
  void knowsUnicodeByItsMark() throws IOException {
    String text = "id,名\n1,王";
    List<List<String>> expected = List.of(List.of("1", "王"));
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      byte[] marked = ("\uFEFF" + text).getBytes(charset);
      for (CsvFormat format : List.of(STANDARD, STANDARD.charset(GB18030))) {
        try (CsvSource source = open(marked, format)) {
          assertEquals(charset, source.charset());
          assertEquals(List.of("id", "名"), source.header());
          assertEquals(expected, rest(source));
        }
      }
    }
    byte[] markedTwice = ("\uFEFF\uFEFF\"id\",名\n1,王").getBytes(UTF_8);
    assertEquals(expected, rows(markedTwice, STANDARD));
    byte[] gbMark = ("\uFEFF" + text).getBytes(GB18030);
    assertEquals(expected, rows(gbMark, STANDARD.charset(GB18030)));
  }

  @Test
  void fallsBackOnlyIfTheFileIsNotUtf8() throws IOException {
    String text = "id,名\n1,王";
    CsvFormat chinese = STANDARD.fallbackCharset(GB18030);
    try (CsvSource source = open(text.getBytes(UTF_8), chinese)) {
      assertEquals(UTF_8, source.charset());
    }
    try (CsvSource source = open(text.getBytes(GB18030), chinese)) {
      assertEquals(GB18030, source.charset());
      assertEquals(List.of("id", "名"), source.header());
    }
    CsvException e = refusal(text.getBytes(GB18030), STANDARD);
    assertEquals(
        "customers.csv, line 1: the bytes C3 at offset 3 are not valid UTF-8; save the file as"
            + " UTF-8, or declare the charset it is written in, for example GB18030 or"
            + " windows-1252",
        e.getMessage());
  }

  @Test
  void refusesBytesThatTheFallbackDoesNotKnowEither() {
    byte[] bytes = join("id\n1\n".getBytes(UTF_8), new byte[] {'a', (byte) 0xFF, 'b'});
    CsvException e = refusal(bytes, STANDARD.fallbackCharset(GB18030));
    assertEquals("csv.bytes", e.code());
    assertEquals(3, e.line());
    assertTrue(e.getMessage().contains("FF at offset 6 are not valid GB18030"), e.getMessage());
  }

  @Test
  void refusesACharacterCutOffAtTheEnd() {
    byte[] bytes = "id\n王".getBytes(UTF_8);
    CsvException e = refusal(Arrays.copyOf(bytes, bytes.length - 1), STANDARD);
    assertEquals("csv.bytes", e.code());
    assertEquals(2, e.line());
  }

  @Test
  void refusesUtf16WithoutAMark() {
    assertEquals(2, refusal("id,note\n1,a\0b").line());
    assertEquals("csv.nul", refusal("id,name\n1,Ada".getBytes(UTF_16LE), STANDARD).code());
    CsvFormat western = STANDARD.fallbackCharset(Charset.forName("windows-1252"));
    assertEquals("csv.nul", refusal("id,name\n1,Ada".getBytes(UTF_16BE), western).code());
  }

  @Test
  void decidesOnAWholeFileHoweverLong(@TempDir Path folder) throws IOException {
    byte[] ascii = ("id\n" + "1234567\n".repeat(DecodedFile.LOOK_AHEAD / 8 + 10)).getBytes(UTF_8);
    byte[] chinese = join(ascii, "王\n".getBytes(GB18030));
    Path file = Files.write(folder.resolve("long.csv"), chinese);
    try (CsvSource source = CsvSource.open(file, STANDARD.fallbackCharset(GB18030))) {
      assertEquals(GB18030, source.charset());
      String last = "";
      for (CsvRow row = source.next(); row != null; row = source.next()) {
        last = row.value("id");
      }
      assertEquals("王", last);
    }
    // A stream is not kept that long, so it is refused rather than misread.
    CsvException e = refusal(chinese, STANDARD.fallbackCharset(GB18030));
    assertEquals("csv.bytes", e.code());
    assertTrue(e.getMessage().contains("offset " + ascii.length), e.getMessage());
  }

  @Test
  void isNotConfusedByACharacterOnTheEdgeOfWhatItLooksAt() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String text = "a".repeat(shift) + "id\n" + "😀".repeat(200_000) + "\n";
      byte[] bytes = text.repeat(6).replace("id\n", "x\n").getBytes(UTF_8);
      byte[] head = ("i" + "d".repeat(shift) + "\n").getBytes(UTF_8);
      try (CsvSource source = open(join(head, bytes), STANDARD.fallbackCharset(GB18030))) {
        assertEquals(UTF_8, source.charset());
        assertEquals(12, rest(source).size());
      }
    }
  }

  @Test
  void boundsTheSizeOfValuesRecordsAndRows() {
    String longest = "x".repeat(RecordCollector.MAX_VALUE);
    assertEquals("csv.value_too_long", refusal("id\n" + longest + "x").code());
    assertEquals("csv.value_too_long", refusal("id\n\"" + "x\n".repeat(8_000_000)).code());
    assertEquals("csv.too_many_columns", refusal("a\n" + ",".repeat(2000)).code());
    String record = String.join(",", longest, longest, longest, longest, "x");
    assertEquals("csv.record_too_long", refusal("a,b,c,d,e\n" + record).code());
  }

  @Test
  void readsTheLongestValue() throws IOException {
    String quotes = "\"\"".repeat(RecordCollector.MAX_VALUE);
    List<List<String>> rows = rows(("id,b\n\"" + quotes + "\",2").getBytes(UTF_8), STANDARD);
    assertEquals(RecordCollector.MAX_VALUE, rows.get(0).get(0).length());
  }

  @Test
  void takesTheGuardAwayOnlyIfTold() throws IOException {
    byte[] bytes = "'=id,b\n'=1,''=2\n-3,'x'".getBytes(UTF_8);
    try (CsvSource source = open(bytes, STANDARD)) {
      assertEquals(List.of("=id", "b"), source.header());
      assertEquals(List.of(List.of("=1", "'=2"), List.of("-3", "'x'")), rest(source));
    }
    assertEquals(
        List.of(List.of("'=1", "''=2"), List.of("-3", "'x'")),
        rows(bytes, STANDARD.guarded(false)));
  }

  @Test
  void readsAStreamThatComesByteByByte() throws IOException {
    InputStream slow =
        new ByteArrayInputStream("sep=;\nid;名\n1;王😀\n".getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    try (CsvSource source = CsvSource.open(slow, "slow", STANDARD)) {
      assertEquals(List.of("id", "名"), source.header());
      assertEquals(List.of(List.of("1", "王😀")), rest(source));
    }
  }

  @Test
  void closesTheStreamEvenIfItCannotBeOpened() throws IOException {
    for (String text : List.of("id\n1", "", "id,id", "id\n\0")) {
      AtomicBoolean closed = new AtomicBoolean();
      InputStream stream =
          new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public void close() {
              closed.set(true);
            }
          };
      try (CsvSource source = CsvSource.open(stream, "f", STANDARD)) {
        source.next();
      } catch (CsvException e) {
        // some of them are refused
      }
      assertTrue(closed.get(), text);
    }
  }
}
