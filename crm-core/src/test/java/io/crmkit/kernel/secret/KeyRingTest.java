package io.crmkit.kernel.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The host's keys in a PKCS #12 file. */
class KeyRingTest {
  private static final char[] PASSWORD = "correct horse".toCharArray();
  private static final byte[] KEY = bytes(5, 32);
  private static final byte[] CONTEXT = "tenant 1".getBytes(StandardCharsets.UTF_8);

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A file with these keys, written and read again. */
  private static KeyStore file(String... aliases) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (String alias : aliases) {
      store.setEntry(
          alias,
          new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes(alias.hashCode(), 32), "AES")),
          new KeyStore.PasswordProtection(PASSWORD));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, PASSWORD);
    KeyStore read = KeyStore.getInstance("PKCS12");
    read.load(new ByteArrayInputStream(out.toByteArray()), PASSWORD);
    return read;
  }

  private static KeyRing ring(String alias, String... aliases) throws Exception {
    return KeyRing.of(file(aliases), PASSWORD, alias, new SecureRandom());
  }

  @Test
  void what_a_ring_wraps_it_unwraps_in_the_same_place_alone() throws Exception {
    KeyRing ring = ring("Master-2026", "Master-2026");
    byte[] wrapped = ring.wrap(KEY, CONTEXT);
    assertArrayEquals(KEY, ring.unwrap(wrapped, CONTEXT));
    assertFalse(Arrays.equals(wrapped, ring.wrap(KEY, CONTEXT)));
    byte[] elsewhere = "tenant 2".getBytes(StandardCharsets.UTF_8);
    assertThrows(KeyException.class, () -> ring.unwrap(wrapped, elsewhere));
    byte[] changed = wrapped.clone();
    changed[changed.length - 1] ^= 1;
    assertThrows(KeyException.class, () -> ring.unwrap(changed, CONTEXT));
    assertThrows(KeyException.class, () -> ring.unwrap(new byte[] {0}, CONTEXT));
  }

  @Test
  void a_ring_with_a_new_master_key_unwraps_what_the_old_one_has_wrapped() throws Exception {
    byte[] wrapped = ring("old", "old").wrap(KEY, CONTEXT);
    KeyRing both = ring("new", "old", "new");
    assertArrayEquals(KEY, both.unwrap(wrapped, CONTEXT));
    KeyException missing =
        assertThrows(KeyException.class, () -> ring("new", "new").unwrap(wrapped, CONTEXT));
    assertEquals("secret.key", missing.code());
  }

  @Test
  void a_file_without_the_key_is_refused_at_once() {
    assertThrows(KeyException.class, () -> ring("absent", "old"));
  }
}
