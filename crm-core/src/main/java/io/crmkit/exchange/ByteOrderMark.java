package io.crmkit.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes by which a file may say in which form of Unicode it is written. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

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

  /** The mark is the same character in each form. */
  private byte[] bytes() {
    return "\uFEFF".getBytes(charset);
  }

  /** Returns the mark that {@code head} begins with, or null. */
  static @Nullable ByteOrderMark of(byte[] head) {
    for (ByteOrderMark mark : values()) {
      int length = mark.length();
      if (head.length >= length && Arrays.equals(head, 0, length, mark.bytes(), 0, length)) {
        return mark;
      }
    }
    return null;
  }
}
