package io.crmkit.kernel.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Wraps with a key of a JDK key store: the length of its name, its name, what it encrypted. */
final class KeyStoreRing implements KeyRing {
  private final Map<String, byte[]> keys = new HashMap<>();
  private final String current;
  private final Random random;

  KeyStoreRing(KeyStore store, char[] password, String alias, Random random) {
    this.random = random;
    this.current = alias.toLowerCase(Locale.ROOT);
    try {
      for (String name : Collections.list(store.aliases())) {
        Key key = store.isKeyEntry(name) ? store.getKey(name, password) : null;
        if (key != null && "AES".equals(key.getAlgorithm()) && key.getEncoded() != null) {
          keys.put(name.toLowerCase(Locale.ROOT), key.getEncoded());
        }
      }
    } catch (GeneralSecurityException refused) {
      throw KeyException.failed(refused);
    }
    key(current);
  }

  private byte[] key(String name) {
    byte[] key = keys.get(name);
    if (key == null) {
      throw KeyException.unknown(name);
    }
    return key;
  }

  @Override
  public byte[] wrap(byte[] wanted, byte[] context) {
    byte[] name = Aes.bytes(current);
    byte[] sealed = Aes.encrypt(key(current), wanted, context, random);
    return ByteBuffer.allocate(Short.BYTES + name.length + sealed.length)
        .putShort((short) name.length)
        .put(name)
        .put(sealed)
        .array();
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    ByteBuffer in = ByteBuffer.wrap(wrapped);
    int length = in.remaining() < Short.BYTES ? -1 : in.getShort();
    if (length < 0 || length > in.remaining()) {
      throw KeyException.damaged("a wrapped key", null);
    }
    byte[] name = new byte[length];
    in.get(name);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    String alias = new String(name, StandardCharsets.UTF_8);
    return Aes.decrypt(key(alias), sealed, context, "the key wrapped by " + alias);
  }
}
