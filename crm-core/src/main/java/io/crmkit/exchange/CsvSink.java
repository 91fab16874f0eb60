package io.crmkit.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.crmkit.kernel.value.Quoted;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CSV file with a header, value by value, so that {@link CsvSource} reads the same again.
 *
 * <p>Call {@link #text} or {@link #verbatim} once per column, then {@link #endRow}. What cannot be
 * written in the charset is a {@link CsvException}, never a question mark. Not thread-safe.
 */
final class CsvSink implements Closeable {
  private final String file;
  private final List<String> header;
  private final boolean guarded;
  private final Writer out;
  private final CsvWriter csv;
  private final String charsetName;
  private final CharsetEncoder probe;
  private final List<String> cells = new ArrayList<>();
  private long rowNumber = 1;

  /**
   * Creates or overwrites a file and writes the header.
   *
   * @throws IOException if the file cannot be written
   */
  static CsvSink create(Path path, CsvFormat format, List<String> header) throws IOException {
    Path name = path.getFileName();
    String file = name == null ? path.toString() : name.toString();
    OutputStream out = Files.newOutputStream(path);
    try {
      return to(out, file, format, header);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /**
   * Writes the header to a stream, which is closed with the sink.
   *
   * @param file what messages call it
   * @param header the names of the columns: at least one, none blank or with white space around it,
   *     no two equal
   * @throws IllegalArgumentException if the header is not like that, or a byte order mark is wanted
   *     of a charset that has none
   * @throws IOException if the stream cannot be written to
   */
  static CsvSink to(OutputStream out, String file, CsvFormat format, List<String> header)
      throws IOException {
    return new CsvSink(out, file, format, header);
  }

  private CsvSink(OutputStream stream, String file, CsvFormat format, List<String> header)
      throws IOException {
    this.file = file;
    this.header = checked(header);
    this.guarded = format.isGuarded();
    // The JDK's “UTF-16” writes a byte order mark of its own.
    boolean utf16 = format.charsetToWrite().equals(StandardCharsets.UTF_16);
    Charset charset = utf16 ? StandardCharsets.UTF_16BE : format.charsetToWrite();
    this.charsetName = charset.name();
    this.probe = strict(charset);
    this.out = new OutputStreamWriter(stream, strict(charset));
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(format.delimiterToWrite())
            // An empty value alone on its line must not look like an empty line.
            .quoteStrategy(header.size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED)
            .lineDelimiter(
                switch (format.lineBreak()) {
                  case CRLF -> LineDelimiter.CRLF;
                  case LF -> LineDelimiter.LF;
                })
            .build(out);
    if (format.hasByteOrderMark() || utf16) {
      writeByteOrderMark();
    }
    for (String name : header) {
      text(name);
    }
    endRow();
  }

  private void writeByteOrderMark() throws IOException {
    if (!probe.canEncode(ByteOrderMark.CHARACTER)) {
      throw new IllegalArgumentException(
          charsetName + " has no byte order mark; write without one, or write UTF-8");
    }
    out.write(ByteOrderMark.CHARACTER);
  }

  private static CharsetEncoder strict(Charset charset) {
    return charset
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static List<String> checked(List<String> header) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (name.isBlank() || !name.equals(name.strip()) || !seen.add(name)) {
        throw new IllegalArgumentException(
            "The header of a CSV file needs names, each once and without white space around it: "
                + header);
      }
    }
    if (header.isEmpty()) {
      throw new IllegalArgumentException("A CSV file needs at least one column");
    }
    return List.copyOf(header);
  }

  /**
   * Writes text that somebody typed, guarded if the format says so.
   *
   * @param value null is written as empty
   * @throws CsvException if the value cannot be written in the charset
   */
  CsvSink text(@Nullable String value) {
    return value != null && guarded ? verbatim(FormulaGuard.guard(value)) : verbatim(value);
  }

  /**
   * Writes a value that the library made itself and that is no formula, such as a negative number.
   *
   * @param value null is written as empty
   * @throws CsvException if the value cannot be written in the charset
   */
  CsvSink verbatim(@Nullable String value) {
    if (cells.size() == header.size()) {
      throw new IllegalStateException("Row " + rowNumber + " of " + file + " is full; end it");
    }
    String written = value == null ? "" : value;
    if (!isWritable(written)) {
      throw CsvException.of(
          "csv.unencodable",
          file,
          rowNumber,
          Quoted.of(header.get(cells.size())),
          Quoted.of(written),
          charsetName);
    }
    cells.add(written);
    return this;
  }

  /**
   * Ends the row.
   *
   * @throws IllegalStateException if a column has no value yet
   */
  void endRow() {
    if (cells.size() < header.size()) {
      throw new IllegalStateException(
          "Row " + rowNumber + " of " + file + " lacks the column " + header.get(cells.size()));
    }
    csv.writeRecord(cells);
    cells.clear();
    rowNumber++;
  }

  private boolean isWritable(String value) {
    boolean ascii = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\0') { // by which the reader knows what is no text
        return false;
      }
      ascii &= c < 0x80;
    }
    return ascii || probe.canEncode(value);
  }

  @Override
  public void close() throws IOException {
    try {
      csv.flush();
    } finally {
      out.close();
    }
  }
}
