package io.crmkit.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file, and the charset they were found to be written in: that of the byte
 * order mark, else the declared one, else UTF-8 if all of it is valid UTF-8, else the fallback.
 *
 * <p>A path is read twice to decide, a stream is looked at only so far as {@link #LOOK_AHEAD}: what
 * comes after it is decoded as strictly, so that at worst a file is refused, never misread.
 *
 * @param reader decodes strictly, without the byte order mark; closing it closes the file
 * @param charset what it decodes
 */
record DecodedFile(StrictReader reader, Charset charset) {
  /** How many bytes of a stream are kept to decide about the charset. */
  static final int LOOK_AHEAD = 1 << 22;

  static DecodedFile open(Path path, String file, CsvFormat format) throws IOException {
    if (!Files.isRegularFile(path)) { // a pipe cannot be read twice
      return open(Files.newInputStream(path), file, format);
    }
    CsvFormat settled =
        format.charset() != null || hasMark(path)
            ? format
            : format.charset(detect(Files.newInputStream(path), file, format.fallbackCharset()));
    return decode(Files.newInputStream(path), file, settled);
  }

  private static boolean hasMark(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return ByteOrderMark.of(in.readNBytes(ByteOrderMark.MAX_LENGTH)) != null;
    }
  }

  static DecodedFile open(InputStream stream, String file, CsvFormat format) throws IOException {
    byte[] head = stream.readNBytes(LOOK_AHEAD);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
    if (ByteOrderMark.of(head) != null || format.charset() != null) {
      return decode(whole, file, format);
    }
    int length = head.length < LOOK_AHEAD ? head.length : endOfLastWholeCharacter(head);
    InputStream toLookAt = new ByteArrayInputStream(head, 0, length);
    return decode(whole, file, format.charset(detect(toLookAt, file, format.fallbackCharset())));
  }

  private static DecodedFile decode(InputStream in, String file, CsvFormat format)
      throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, ByteOrderMark.MAX_LENGTH);
    byte[] head = back.readNBytes(ByteOrderMark.MAX_LENGTH);
    ByteOrderMark mark = ByteOrderMark.of(head);
    int skipped = mark == null ? 0 : mark.length();
    back.unread(head, skipped, head.length - skipped);
    Charset charset = mark == null ? declared(format.charset()) : mark.charset();
    return new DecodedFile(new StrictReader(back, file, charset, skipped), charset);
  }

  private static Charset declared(@Nullable Charset charset) {
    return charset == null ? StandardCharsets.UTF_8 : charset;
  }

  /** Returns UTF-8 or the fallback, and closes the stream. */
  private static Charset detect(InputStream in, String file, @Nullable Charset fallback)
      throws IOException {
    char[] sink = new char[8192];
    try (Reader reader = new StrictReader(in, file, StandardCharsets.UTF_8, 0)) {
      while (reader.read(sink, 0, sink.length) >= 0) {
        // only whether it can be read matters
      }
      return StandardCharsets.UTF_8;
    } catch (CsvException e) {
      if (fallback == null) {
        throw e;
      }
      return fallback;
    }
  }

  /** Returns where the bytes of a character that may be cut off at the end begin. */
  private static int endOfLastWholeCharacter(byte[] utf8) {
    int end = utf8.length;
    int lead = end - 1;
    while (lead > 0 && end - lead < 4 && (utf8[lead] & 0xC0) == 0x80) {
      lead--;
    }
    return (utf8[lead] & 0x80) == 0 ? end : lead;
  }
}
