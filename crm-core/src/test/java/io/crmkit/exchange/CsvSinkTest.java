package io.crmkit.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.exchange.CsvFormat.LineBreak;
import io.crmkit.kernel.value.Json;
import io.crmkit.testing.RealData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTest {
  private static final CsvFormat STANDARD = CsvFormat.standard();

  private static byte[] write(CsvFormat format, List<String> header, List<List<String>> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = CsvSink.to(out, "out.csv", format, header)) {
      for (List<String> row : rows) {
        row.forEach(sink::text);
        sink.endRow();
      }
    }
    return out.toByteArray();
  }

  private static String written(CsvFormat format, String... row) throws IOException {
    return new String(write(format, List.of("a", "b"), List.of(Arrays.asList(row))), UTF_8);
  }

  @Test
  void writesWhatTheStandardSays() throws IOException {
    assertEquals("a,b\r\n1,\"x, y\"\r\n", written(STANDARD, "1", "x, y"));
    assertEquals("a,b\r\n,\"say \"\"hi\"\"\"\r\n", written(STANDARD, null, "say \"hi\""));
    assertEquals("a,b\r\n\"x\ny\",\"\rz\"\r\n", written(STANDARD.guarded(false), "x\ny", "\rz"));
    assertEquals("a,b\n1,\n", written(STANDARD.lineBreak(LineBreak.LF), "1", ""));
    assertEquals("a;b\r\n1,2;\"3;4\"\r\n", written(STANDARD.delimiter(';'), "1,2", "3;4"));
    assertEquals("\uFEFFa,b\r\n1,2\r\n", written(STANDARD.byteOrderMark(true), "1", "2"));
  }

  @Test
  void guardsTextButNotWhatTheLibraryMade() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = CsvSink.to(out, "out.csv", STANDARD, List.of("=a", "b"))) {
      sink.text("=1+1").verbatim("-5").endRow();
    }
    assertEquals("'=a,b\r\n'=1+1,-5\r\n", out.toString(UTF_8));
    assertEquals("a,b\r\n=1,-2\r\n", written(STANDARD.guarded(false), "=1", "-2"));
  }

  @Test
  void writesEachFormOfUnicodeWithOneMark() throws IOException {
    List<List<String>> rows = List.of(List.of("王"));
    assertArrayEquals(
        "\uFEFFid\r\n王\r\n".getBytes(UTF_16LE),
        write(STANDARD.charset(UTF_16LE).byteOrderMark(true), List.of("id"), rows));
    byte[] utf16 = "id\r\n王\r\n".getBytes(UTF_16); // the JDK puts one mark in front
    assertArrayEquals(utf16, write(STANDARD.charset(UTF_16), List.of("id"), rows));
    assertArrayEquals(
        utf16, write(STANDARD.charset(UTF_16).byteOrderMark(true), List.of("id"), rows));
  }

  @Test
  void refusesWhatTheCharsetCannotWrite() {
    List<String> header = List.of("id", "name");
    List<List<String>> rows = List.of(List.of("1", "Ada"), List.of("2", "王"));
    CsvException e =
        assertThrows(CsvException.class, () -> write(STANDARD.charset(ISO_8859_1), header, rows));
    assertEquals(
        "out.csv, row 3, column \"name\": the value \"王\" has a character that cannot be written"
            + " in ISO-8859-1; write UTF-8, or remove the character",
        e.getMessage());
    assertThrows(
        CsvException.class, () -> write(STANDARD.charset(US_ASCII), List.of("名"), List.of()));
    for (String value : List.of("\uD83D", "a\0b")) {
      CsvException bad =
          assertThrows(
              CsvException.class, () -> write(STANDARD, List.of("id"), List.of(List.of(value))));
      assertEquals("csv.unencodable", bad.code());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> write(STANDARD.charset(ISO_8859_1).byteOrderMark(true), List.of("id"), List.of()));
  }

  @Test
  void refusesAHeaderThatCouldNotBeReadAgain() {
    for (List<String> header :
        List.of(List.<String>of(), List.of(""), List.of(" a"), List.of("a", "a"))) {
      assertThrows(IllegalArgumentException.class, () -> write(STANDARD, header, List.of()));
    }
  }

  @Test
  void refusesRowsOfAnotherLength() throws IOException {
    CsvSink sink = CsvSink.to(new ByteArrayOutputStream(), "out.csv", STANDARD, List.of("a", "b"));
    sink.text("1");
    assertThrows(IllegalStateException.class, sink::endRow);
    sink.text("2");
    assertThrows(IllegalStateException.class, () -> sink.text("3"));
    sink.endRow();
    sink.close();
  }

  @Test
  void closesWhatItWritesTo(@TempDir Path folder) throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    CsvSink.to(out, "out.csv", STANDARD, List.of("a")).close();
    assertTrue(closed.get());
    Path file = folder.resolve("out.csv");
    try (CsvSink sink = CsvSink.create(file, STANDARD, List.of("id"))) {
      sink.text("1").endRow();
    }
    assertEquals("id\r\n1\r\n", Files.readString(file));
    assertThrows(
        CsvException.class, () -> CsvSink.create(file, STANDARD.charset(US_ASCII), List.of("名")));
    Files.delete(file);
  }

  @Property(tries = 300)
  void readsWhatItWrote(
      @ForAll("formats") CsvFormat format, @ForAll("tables") List<List<String>> table)
      throws IOException {
    List<String> header = header(table.get(0).size());
    byte[] bytes = write(format, header, table);
    try (CsvSource source = CsvSource.open(new ByteArrayInputStream(bytes), "out.csv", format)) {
      assertEquals(header, source.header());
      List<List<String>> rows = new ArrayList<>();
      for (CsvRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.values());
      }
      assertEquals(table, rows);
    }
  }

  @Test
  void readsNaughtyStringsAsWritten() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Object text : Json.parse(Files.readString(RealData.path("naughty/blns.json"))).toList()) {
      rows.add(List.of(String.valueOf(text)));
    }
    for (String line : Files.readAllLines(RealData.path("naughty/csv-injection-payload.txt"))) {
      rows.add(List.of(line));
    }
    byte[] bytes = write(STANDARD, List.of("text"), rows);
    List<List<String>> again = new ArrayList<>();
    try (CsvSource source = CsvSource.open(new ByteArrayInputStream(bytes), "out.csv", STANDARD)) {
      for (CsvRow row = source.next(); row != null; row = source.next()) {
        again.add(row.values());
      }
    }
    assertEquals(rows, again);
    assertTrue(rows.size() > 400, "the files are whole");
  }

  private static List<String> header(int columns) {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      header.add("=c" + i);
    }
    return header;
  }

  @Provide
  Arbitrary<CsvFormat> formats() {
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|', '_'),
            Arbitraries.of(UTF_8, UTF_16, UTF_16LE, Charset.forName("GB18030")),
            Arbitraries.of(LineBreak.values()),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (delimiter, charset, lineBreak, guarded, mark) ->
                STANDARD
                    .delimiter(delimiter)
                    .charset(charset)
                    .lineBreak(lineBreak)
                    .guarded(guarded)
                    .byteOrderMark(mark));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> value =
        Arbitraries.of(
                "a", "\"", ",", ";", "\t", "|", "_", "\r", "\n", "\r\n", " ", "'", "=", "-", "王",
                "😀", "\uFEFF", "#", "sep=;")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(columns -> value.list().ofSize(columns).list().ofMinSize(1).ofMaxSize(5));
  }
}
