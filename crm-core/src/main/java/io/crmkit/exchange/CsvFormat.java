package io.crmkit.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written and read. Immutable; each method that takes a setting returns a changed
 * copy.
 *
 * <p>{@link #standard()} writes RFC 4180 in UTF-8 with commas, CRLF and a guard against formulas,
 * and reads whatever can be recognised: charset and delimiter are found out where not declared.
 */
public final class CsvFormat {
  /** What ends a line. */
  public enum LineBreak {
    /** Carriage return and line feed, as RFC 4180 has it. */
    CRLF,
    /** Line feed alone. */
    LF
  }

  private static final CsvFormat STANDARD =
      new CsvFormat(null, null, null, true, false, LineBreak.CRLF);

  private final @Nullable Charset charset;
  private final @Nullable Charset fallbackCharset;
  private final @Nullable Character delimiter;
  private final boolean guarded;
  private final boolean byteOrderMark;
  private final LineBreak lineBreak;

  private CsvFormat(
      @Nullable Charset charset,
      @Nullable Charset fallbackCharset,
      @Nullable Character delimiter,
      boolean guarded,
      boolean byteOrderMark,
      LineBreak lineBreak) {
    this.charset = charset;
    this.fallbackCharset = fallbackCharset;
    this.delimiter = delimiter;
    this.guarded = guarded;
    this.byteOrderMark = byteOrderMark;
    this.lineBreak = lineBreak;
  }

  /** The format described above. */
  public static CsvFormat standard() {
    return STANDARD;
  }

  /**
   * Declares the charset. When reading, a byte order mark in the file still overrules it, since no
   * file of another charset begins with one.
   */
  public CsvFormat charset(Charset declared) {
    return new CsvFormat(
        Objects.requireNonNull(declared),
        fallbackCharset,
        delimiter,
        guarded,
        byteOrderMark,
        lineBreak);
  }

  /**
   * Declares what to read a file in that has no byte order mark and is not valid UTF-8, for example
   * GB18030 or windows-1252. Without it such a file is refused.
   */
  public CsvFormat fallbackCharset(Charset declared) {
    return new CsvFormat(
        charset, Objects.requireNonNull(declared), delimiter, guarded, byteOrderMark, lineBreak);
  }

  /**
   * Declares what separates values. When reading without it, whichever of comma, semicolon, tab and
   * bar is most frequent in the header does.
   *
   * @throws IllegalArgumentException for a quote, a line break or NUL
   */
  public CsvFormat delimiter(char declared) {
    if (declared == '"' || declared == '\r' || declared == '\n' || declared == '\0') {
      throw new IllegalArgumentException(
          "A quote, a line break or NUL cannot separate values; use a comma, semicolon, tab or"
              + " bar");
    }
    return new CsvFormat(charset, fallbackCharset, declared, guarded, byteOrderMark, lineBreak);
  }

  /**
   * Tells whether text that a spreadsheet would run as a formula has an apostrophe in front: put
   * there when writing, taken away when reading. True unless told otherwise.
   */
  public CsvFormat guarded(boolean on) {
    return new CsvFormat(charset, fallbackCharset, delimiter, on, byteOrderMark, lineBreak);
  }

  /**
   * Tells whether to write a byte order mark, by which Excel knows UTF-8. False unless told
   * otherwise. Reading accepts it in any case.
   */
  public CsvFormat byteOrderMark(boolean on) {
    return new CsvFormat(charset, fallbackCharset, delimiter, guarded, on, lineBreak);
  }

  /** Declares what ends a line when writing. Reading accepts CRLF, LF and CR in any case. */
  public CsvFormat lineBreak(LineBreak declared) {
    return new CsvFormat(
        charset,
        fallbackCharset,
        delimiter,
        guarded,
        byteOrderMark,
        Objects.requireNonNull(declared));
  }

  /** The declared charset, or null to find it out. */
  @Nullable Charset charset() {
    return charset;
  }

  Charset charsetToWrite() {
    return charset == null ? StandardCharsets.UTF_8 : charset;
  }

  @Nullable Charset fallbackCharset() {
    return fallbackCharset;
  }

  /** The declared delimiter, or null to find it out. */
  @Nullable Character delimiter() {
    return delimiter;
  }

  char delimiterToWrite() {
    return delimiter == null ? ',' : delimiter;
  }

  boolean isGuarded() {
    return guarded;
  }

  boolean hasByteOrderMark() {
    return byteOrderMark;
  }

  LineBreak lineBreak() {
    return lineBreak;
  }
}
