package io.crmkit.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.crmkit.exchange.RecordCollector.Values;
import io.crmkit.kernel.value.Quoted;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file with a header, record by record, in bounded memory.
 *
 * <p>Lines without any character are skipped. Everything that makes the file unreadable, from bad
 * bytes to an open quote, is a {@link CsvException} and ends the reading. Not thread-safe.
 */
final class CsvSource implements Closeable {
  private final String file;
  private final DecodedFile decoded;
  private final char delimiter;
  private final boolean guarded;
  private final RecordCollector collector;
  private final CloseableIterator<Values> records;
  private final Map<String, Integer> columns;
  private final long headerLine;
  private @Nullable CsvException failure;

  /**
   * Opens a file, which is named in messages by the last part of its path.
   *
   * @throws CsvException if the charset or the header cannot be made out
   * @throws IOException if the file cannot be read
   */
  static CsvSource open(Path path, CsvFormat format) throws IOException {
    Path name = path.getFileName();
    String file = name == null ? path.toString() : name.toString();
    return open(DecodedFile.open(path, file, format), file, format);
  }

  /**
   * Opens a stream, which is closed with the source, also if opening fails.
   *
   * @param file what messages call it
   * @throws CsvException if the charset or the header cannot be made out
   * @throws IOException if the stream cannot be read
   */
  static CsvSource open(InputStream stream, String file, CsvFormat format) throws IOException {
    try {
      return open(DecodedFile.open(stream, file, format), file, format);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private static CsvSource open(DecodedFile decoded, String file, CsvFormat format)
      throws IOException {
    BufferedReader reader = new BufferedReader(decoded.reader());
    try {
      return new CsvSource(reader, decoded, file, format);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private CsvSource(BufferedReader reader, DecodedFile decoded, String file, CsvFormat format)
      throws IOException {
    this.file = file;
    this.decoded = decoded;
    this.guarded = format.isGuarded();
    skipInvisibleMark(reader);
    Character hint = Delimiters.takeHint(reader);
    Character known = format.delimiter() == null ? hint : format.delimiter();
    this.delimiter = known == null ? Delimiters.detect(reader) : known;
    this.collector = new RecordCollector(file);
    this.records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // flagged by us, row by row
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(3 * RecordCollector.MAX_VALUE) // a value may be all doubled quotes
            .build(collector, reader)
            .iterator();
    this.columns = new LinkedHashMap<>();
    Values header = nextRecord();
    if (header == null) {
      throw CsvException.of("csv.no_header", file);
    }
    this.headerLine = header.line();
    readHeader(header);
  }

  /**
   * A byte order mark decoded as a character, left by a charset that keeps it or by a second one.
   */
  private static void skipInvisibleMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != ByteOrderMark.CHARACTER) {
      reader.reset();
    }
  }

  private void readHeader(Values header) {
    List<String> names = header.values();
    for (int i = 0; i < names.size(); i++) {
      String name = plain(names.get(i)).strip();
      if (name.isEmpty()) {
        throw CsvException.of("csv.header_blank", file, headerLine, i + 1);
      }
      Integer first = columns.putIfAbsent(name, i);
      if (first != null) {
        throw CsvException.of(
            "csv.header_twice", file, headerLine, first + 1, i + 1, Quoted.of(name));
      }
    }
  }

  /** What messages call the file. */
  String file() {
    return file;
  }

  /** The charset the file is read in, declared or found out. */
  Charset charset() {
    return decoded.charset();
  }

  /** How many bytes of the file have been read, a buffer ahead of the record at hand. */
  long bytesRead() {
    return decoded.reader().offset();
  }

  /** What separates the values, declared or found out. */
  char delimiter() {
    return delimiter;
  }

  /** The line of the header, counted from 1. */
  long headerLine() {
    return headerLine;
  }

  /** The names of the columns in order, without white space around them; no two are equal. */
  List<String> header() {
    return List.copyOf(columns.keySet());
  }

  /**
   * Returns the next record, or null at the end.
   *
   * @throws CsvException if the file cannot be read on, and again at every further call
   * @throws UncheckedIOException if reading fails
   */
  @Nullable CsvRow next() {
    if (failure != null) {
      throw failure;
    }
    Values record = nextRecord();
    if (record == null) {
      return null;
    }
    List<String> values = record.values().stream().map(this::plain).toList();
    return new CsvRow(record.line(), values, columns, misfit(record.line(), values));
  }

  private @Nullable CsvException misfit(long line, List<String> values) {
    int expected = columns.size();
    int actual = values.size();
    if (actual == expected) {
      return null;
    }
    return actual < expected
        ? CsvException.of(
            "csv.too_few_fields", file, line, expected, actual, Quoted.of(values.get(actual - 1)))
        : CsvException.of(
            "csv.too_many_fields", file, line, expected, actual, Quoted.of(values.get(expected)));
  }

  private String plain(String value) {
    return guarded ? FormulaGuard.unguard(value) : value;
  }

  private @Nullable Values nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      failure = e.getCause() instanceof CsvException ours ? ours : explain(e);
      throw failure;
    }
  }

  /** Says in our words what the parser says in its own; it has no codes. */
  private CsvException explain(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    long line = collector.line();
    Object column = columnBeingRead();
    if (message.startsWith("Unclosed quoted field")) {
      return CsvException.of("csv.unclosed_quote", file, line, column);
    } else if (message.startsWith("Unexpected character after closing quote")) {
      return CsvException.of("csv.after_quote", file, line, column);
    } else if (message.startsWith("The maximum buffer size")) {
      return CsvException.of("csv.value_too_long", file, line, column, RecordCollector.MAX_VALUE);
    }
    return CsvException.of("csv.malformed", file, line, column, message);
  }

  private Object columnBeingRead() {
    int index = collector.complete();
    return columns.entrySet().stream()
        .filter(column -> column.getValue() == index)
        .<Object>map(column -> Quoted.of(column.getKey()))
        .findAny()
        .orElse(index + 1);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
