package io.crmkit.kernel.secret;

import java.util.Base64;

/**
 * The text form of what is encrypted: {@code 1.<key>.<bytes>}, where 1 is the version of the form,
 * {@code key} the number of the tenant's key, and {@code bytes} the nonce of 12 bytes, the
 * ciphertext and the tag of 16 bytes (AES-256-GCM), in base64url without padding.
 *
 * <p>Version 0 is a key of a record that no key ring protects: {@code 0.<bytes>}.
 */
final class Envelope {
  private static final String VERSION = "1.";

  /** How the text form of a key begins that no ring protects. */
  static final String OPEN = "0.";

  private final long key;
  private final byte[] bytes;

  /**
   * @param key the number of the key; 0 where the bytes are not encrypted
   */
  Envelope(long key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
  }

  long key() {
    return key;
  }

  byte[] bytes() {
    return bytes;
  }

  static String begin(long key) {
    return VERSION + key + '.';
  }

  String text() {
    return (key == 0 ? OPEN : begin(key)) + base64(bytes);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads the text form.
   *
   * @param where to say in an error
   */
  static Envelope parse(String text, String where) {
    try {
      if (text.startsWith(OPEN)) {
        return new Envelope(0, Base64.getUrlDecoder().decode(text.substring(OPEN.length())));
      }
      int dot = text.indexOf('.', VERSION.length());
      if (text.startsWith(VERSION) && dot > 0) {
        long key = Long.parseLong(text.substring(VERSION.length(), dot));
        return new Envelope(key, Base64.getUrlDecoder().decode(text.substring(dot + 1)));
      }
    } catch (IllegalArgumentException malformed) {
      throw KeyException.damaged(where, malformed);
    }
    throw KeyException.damaged(where, null);
  }

  @Override
  public String toString() {
    return "Envelope[" + key + ']';
  }
}
