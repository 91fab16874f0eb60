package io.crmkit.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes and refuses what is not valid, naming line and offset.
 *
 * <p>{@link java.io.InputStreamReader} either replaces bad bytes by U+FFFD or throws without saying
 * where; both are useless to whoever has to mend a file of a million lines. NUL is refused too: it
 * decodes without error where UTF-16 or a binary file is taken for UTF-8.
 */
final class StrictReader extends Reader {
  private static final int SIZE = 8192;

  private final InputStream in;
  private final String file;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(SIZE).limit(0);
  private long offsetOfBuffer;
  private long line = 1;
  private boolean afterCr;
  private boolean ended;
  private boolean flushed;
  private @Nullable CsvException failure;

  /**
   * @param offset how many bytes of the file were taken from {@code in} before
   */
  StrictReader(InputStream in, String file, Charset charset, long offset) {
    this.in = in;
    this.file = file;
    this.charset = charset;
    this.offsetOfBuffer = offset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CsvException once everything before the bad bytes was read
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (failure != null) {
        throw failure;
      }
      if (flushed) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  /** Decodes the next part; afterwards there are characters, the end, a failure, or more to do. */
  private void decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isUnderflow() && ended) {
      flushed = decoder.flush(chars).isUnderflow();
    }
    chars.flip();
    countLinesAndRefuseNul();
    if (failure != null) {
      return;
    }
    if (result.isError()) {
      failure = malformed(result.length());
    } else if (result.isUnderflow() && !ended) {
      fill();
    }
  }

  private void fill() throws IOException {
    offsetOfBuffer += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void countLinesAndRefuseNul() {
    for (int i = 0; i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\n') {
        line += afterCr ? 0 : 1;
      } else if (c == '\r') {
        line++;
      } else if (c == '\0') {
        failure = CsvException.of("csv.nul", file, line);
        chars.limit(i);
        return;
      }
      afterCr = c == '\r';
    }
  }

  /** How many bytes of the file are behind the characters decoded so far. */
  long offset() {
    return offsetOfBuffer + bytes.position();
  }

  private CsvException malformed(int length) {
    int count = Math.min(length, bytes.remaining());
    String hex =
        HexFormat.ofDelimiter(" ")
            .withUpperCase()
            .formatHex(bytes.array(), bytes.position(), bytes.position() + count);
    return CsvException.of("csv.bytes", file, line, hex, offset(), charset.name());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
