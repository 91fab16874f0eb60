package io.crmkit.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes by which a file may say in which form of Unicode it is written. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

  static final int MAX_LENGTH = 3;

  private final Charset charset;
  private final byte[] bytes;

  ByteOrderMark(Charset charset, int... bytes) {
    this.charset = charset;
    this.bytes = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      this.bytes[i] = (byte) bytes[i];
    }
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes.length;
  }

  /** Returns the mark that {@code head} begins with, or null. */
  static @Nullable ByteOrderMark of(byte[] head) {
    for (ByteOrderMark mark : values()) {
      int length = mark.bytes.length;
      if (head.length >= length && Arrays.equals(head, 0, length, mark.bytes, 0, length)) {
        return mark;
      }
    }
    return null;
  }
}
