package io.crmkit.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes by which a file may say in which form of Unicode it is written: U+FEFF in that form.
 */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  static final char CHARACTER = '\uFEFF';
  static final int MAX_LENGTH = 3;

  private final Charset charset;

  ByteOrderMark(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes().length;
  }

  /** Returns the mark that {@code head} begins with, or null. */
  static @Nullable ByteOrderMark of(byte[] head) {
    for (ByteOrderMark mark : values()) {
      byte[] bytes = mark.bytes();
      if (Arrays.equals(head, 0, Math.min(bytes.length, head.length), bytes, 0, bytes.length)) {
        return mark;
      }
    }
    return null;
  }

  private byte[] bytes() {
    return String.valueOf(CHARACTER).getBytes(charset);
  }
}
