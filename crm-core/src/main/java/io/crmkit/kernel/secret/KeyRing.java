package io.crmkit.kernel.secret;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Random;

/**
 * The host's keys, which wrap the keys of the tenants: what is stored in the database is of no use
 * to anybody who has the database alone. Thread-safe.
 */
public interface KeyRing {
  /**
   * Wraps a key.
   *
   * @param key 32 bytes
   * @param context has to be given again to unwrap it, so that a wrapped key is good in no other
   *     place
   * @return what {@link #unwrap} understands, also once the ring wraps with another key
   */
  byte[] wrap(byte[] key, byte[] context);

  /**
   * Unwraps a key.
   *
   * @throws KeyException where the ring does not have the key it was wrapped with, or what was
   *     wrapped or its context was changed
   */
  byte[] unwrap(byte[] wrapped, byte[] context);

  /**
   * The AES keys in a key store of the JDK, such as a PKCS #12 file that the host has loaded.
   *
   * @param store its entries are AES keys; it is not written to
   * @param password protects the entries
   * @param alias the key to wrap with; what another key of the store wrapped is still unwrapped
   * @param random the source of nonces, a strong one
   * @throws KeyException where the store has no AES key of that name
   */
  static KeyRing of(KeyStore store, char[] password, String alias, Random random) {
    return new KeyStoreRing(store, password, alias, random);
  }

  /**
   * An AEAD (authenticated encryption with associated data) of the host, such as a keyset or a key
   * service behind Tink: {@code KeyRing.of(aead::encrypt, aead::decrypt)}. Which key is used is the
   * AEAD's affair: it wraps with its current one and has to know from what it is given which one to
   * unwrap with. The ring calls it for a key of a tenant, not for values, and keeps nothing.
   *
   * @param encrypt encrypts and authenticates the context with it
   * @param decrypt the inverse, also once another key is current; throws where the context is not
   *     the one that was given
   */
  static KeyRing of(Aead encrypt, Aead decrypt) {
    return new AeadRing(encrypt, decrypt);
  }

  /** One direction of an AEAD. Thread-safe. */
  @FunctionalInterface
  interface Aead {
    /**
     * Encrypts or decrypts.
     *
     * @param context the associated data, which says where the key belongs, never empty
     * @throws GeneralSecurityException where that is refused, or a key service does not answer
     */
    byte[] apply(byte[] bytes, byte[] context) throws GeneralSecurityException;
  }

  /**
   * A key drawn by chance and forgotten with the ring: for tests, and for what is in memory only.
   *
   * @param random a strong source
   */
  static KeyRing throwAway(Random random) {
    return new ThrowAwayRing(random);
  }
}
