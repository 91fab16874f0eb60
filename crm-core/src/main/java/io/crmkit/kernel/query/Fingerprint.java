package io.crmkit.kernel.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reduces maps, lists and texts of any size to a short text; different ones differ. */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  private Fingerprint() {}

  static String of(Object tree) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(tree);
    byte[] bytes = fingerprint.digest.digest();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  // Each item is preceded by its sort and size, so no two trees give the same bytes.
  private void add(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      head('m', map.size());
      new TreeMap<>(map)
          .forEach(
              (key, value) -> {
                add(key);
                add(value);
              });
    } else if (tree instanceof List<?> list) {
      head('l', list.size());
      list.forEach(this::add);
    } else {
      byte[] text = tree.toString().getBytes(StandardCharsets.UTF_8);
      head('t', text.length);
      digest.update(text);
    }
  }

  private void head(char sort, int size) {
    digest.update(ByteBuffer.allocate(6).putChar(sort).putInt(size).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
    }
  }
}
