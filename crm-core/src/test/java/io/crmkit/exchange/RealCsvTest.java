package io.crmkit.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Json;
import io.crmkit.testing.RealData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files that others wrote, rightly and wrongly. */
class RealCsvTest {
  private static final CsvFormat STANDARD = CsvFormat.standard();

  /** The header, the rows, and what was wrong with rows by line. */
  private record Content(
      Charset charset,
      char delimiter,
      List<String> header,
      List<List<String>> rows,
      String wrong) {}

  private static Content read(Path file, CsvFormat format) throws IOException {
    return read(CsvSource.open(file, format));
  }

  private static Content read(CsvSource opened) throws IOException {
    try (CsvSource source = opened) {
      List<List<String>> rows = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      for (CsvRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.values());
        CsvException misfit = row.misfit();
        if (misfit != null) {
          wrong.add(row.line() + " " + misfit.code());
        }
      }
      return new Content(
          source.charset(), source.delimiter(), source.header(), rows, String.join(", ", wrong));
    }
  }

  private static Content frictionless(String name) throws IOException {
    return read(RealData.path("csv/frictionless/" + name), STANDARD);
  }

  private static String refusal(String name) {
    Path file = RealData.path("csv/frictionless/" + name);
    CsvException e = assertThrows(CsvException.class, () -> read(file, STANDARD));
    assertTrue(e.getMessage().startsWith(name), e.getMessage());
    return e.line() + " " + e.code();
  }

  @Test
  void readsTheCornerCasesExactly() throws IOException {
    Path folder = RealData.path("csv/spectrum");
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        String name = file.getFileName().toString().replace("csvs_", "json_");
        if (name.contains("location_coordinates")) {
          continue; // its JSON has another phone number than its CSV
        }
        Path json = folder.resolve(name.replace(".csv", ".json"));
        assertEquals(Json.parse(Files.readString(json)), asJson(file), name);
        count++;
      }
    }
    assertTrue(count >= 10, "the folder is whole");
  }

  private static Json asJson(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith("_crlf.csv")) { // the copy at hand may have lost what it is about
      String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\r?\n", "\r\n");
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }
    Content content =
        read(CsvSource.open(new ByteArrayInputStream(bytes), file.toString(), STANDARD));
    List<Object> objects = new ArrayList<>();
    for (List<String> row : content.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        object.put(content.header().get(i), row.get(i));
      }
      objects.add(object);
    }
    return Json.of(objects);
  }

  @Test
  void readsChineseAlikeInEveryCharset() throws IOException {
    Path folder = RealData.path("csv/cn");
    CsvFormat chinese = STANDARD.fallbackCharset(Charset.forName("GB18030"));
    Content areas = read(folder.resolve("areas.csv"), chinese);
    Content gbk = read(folder.resolve("areas.gbk.csv"), chinese);
    assertEquals(StandardCharsets.UTF_8, areas.charset());
    assertEquals(Charset.forName("GB18030"), gbk.charset());
    assertEquals(areas.rows(), gbk.rows());
    assertTrue(areas.rows().size() > 2000, "the file is whole");
    Content cities = read(folder.resolve("cities.csv"), STANDARD);
    Content utf16 = read(folder.resolve("cities.utf16le_bom.csv"), STANDARD);
    assertEquals(StandardCharsets.UTF_16LE, utf16.charset());
    assertEquals(cities.header(), utf16.header());
    assertEquals(cities.rows(), utf16.rows());
    Content provinces = read(folder.resolve("provinces.csv"), STANDARD);
    Content marked = read(folder.resolve("provinces.utf8bom.csv"), STANDARD);
    assertEquals(provinces, marked);
    assertEquals(List.of("11", "北京市"), provinces.rows().get(0));
  }

  @Test
  void refusesGbkWhereNoFallbackIsDeclared() {
    Path file = RealData.path("csv/cn/areas.gbk.csv");
    CsvException e = assertThrows(CsvException.class, () -> CsvSource.open(file, STANDARD));
    assertEquals("csv.bytes", e.code());
    assertEquals(2, e.line());
    assertTrue(e.getMessage().contains("areas.gbk.csv, line 2: the bytes "), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accent.csv",
        "ascii-notvalid.csv",
        "bom.csv",
        "delimiter.csv",
        "doublequote.csv",
        "duplicate-rows.csv",
        "encoding-issue-274.csv",
        "floats.csv",
        "leading-zeros.csv",
        "long.csv",
        "blank-rows-no-fields.csv",
        "blank-cells.csv"
      })
  void readsSoundFiles(String name) throws IOException {
    Content content = frictionless(name);
    assertEquals("", content.wrong());
    assertFalse(content.rows().isEmpty());
    assertEquals(StandardCharsets.UTF_8, content.charset());
  }

  @Test
  void readsTheirContent() throws IOException {
    assertEquals(List.of("id", "name"), frictionless("bom.csv").header());
    assertEquals(
        List.of(List.of("1", "english"), List.of("2", "中国人")),
        frictionless("delimiter.csv").rows());
    assertEquals(';', frictionless("accent.csv").delimiter());
    assertEquals('|', frictionless("dialect.csv").delimiter());
    assertEquals(List.of("00003"), frictionless("leading-zeros.csv").rows().get(2));
    assertEquals(2, frictionless("blank-rows-no-fields.csv").rows().size());
  }

  @Test
  void flagsDefectiveRowsByLine() throws IOException {
    assertEquals(
        "2 csv.too_few_fields, 3 csv.too_many_fields", frictionless("defective-rows.csv").wrong());
    Content countries = frictionless("countries.csv"); // its first line is a remark
    assertEquals(List.of("# clean this data!"), countries.header());
    assertTrue(countries.wrong().startsWith("2 csv.too_many_fields"), countries.wrong());
    assertTrue(frictionless("blank-rows.csv").rows().get(2).stream().allMatch(String::isBlank));
  }

  @Test
  void refusesDefectiveHeaders() {
    assertEquals("0 csv.no_header", refusal("empty.csv"));
    assertEquals("1 csv.header_blank", refusal("blank-headers.csv"));
    assertEquals("1 csv.header_twice", refusal("duplicate-headers.csv"));
    assertEquals("1 csv.header_twice", refusal("duplicate-column.csv"));
    assertEquals("1 csv.header_blank", refusal("invalid.csv"));
  }

  @Test
  void refusesLatin1UnlessToldSo() throws IOException {
    assertEquals("3 csv.bytes", refusal("latin1.csv"));
    CsvFormat western = STANDARD.fallbackCharset(StandardCharsets.ISO_8859_1);
    Content content = read(RealData.path("csv/frictionless/latin1.csv"), western);
    assertEquals(StandardCharsets.ISO_8859_1, content.charset());
  }

  @Test
  void writesEveryReadableFileSoThatItReadsTheSame(@TempDir Path temp) throws IOException {
    List<String> read = new ArrayList<>();
    for (String folder : List.of("csv/spectrum", "csv/frictionless", "csv/cn")) {
      try (Stream<Path> files = Files.list(RealData.path(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          if (survivesRewriting(file, temp.resolve("again.csv"))) {
            read.add(file.getFileName().toString());
          }
        }
      }
    }
    assertTrue(read.size() > 25, read::toString);
  }

  private static boolean survivesRewriting(Path file, Path again) throws IOException {
    CsvFormat unguarded = STANDARD.guarded(false);
    Content content;
    try {
      content = read(file, unguarded.fallbackCharset(Charset.forName("GB18030")));
    } catch (CsvException e) {
      return false; // refused, as asserted above
    }
    if (!content.wrong().isEmpty()) {
      return false;
    }
    try (CsvSink sink = CsvSink.create(again, STANDARD, content.header())) {
      for (List<String> row : content.rows()) {
        row.forEach(sink::text);
        sink.endRow();
      }
    }
    Content second = read(again, STANDARD);
    assertEquals(content.header(), second.header());
    assertEquals(content.rows(), second.rows());
    return true;
  }
}
