package io.crmkit.kernel.audit;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The host's keys for the seals of the audit, kept where who administers the database cannot read
 * them: without one of them, seals can be made again after tampering. Thread-safe.
 */
public interface AuditKeys {
  /** The fewest bytes of a key. */
  int MIN_KEY = 32;

  /** The name of the key to seal with, of at most 100 characters; empty to seal without one. */
  Optional<String> current();

  /** The key of this name, old ones included; empty where it is unknown. */
  Optional<SecretKey> key(String name);

  /** No keys: seals show mistakes and careless tampering, and all of it together with an anchor. */
  static AuditKeys none() {
    return NoKeys.INSTANCE;
  }

  /**
   * One key.
   *
   * @param name its name, which seals carry
   * @param bytes at least {@value #MIN_KEY} unguessable bytes
   */
  static AuditKeys of(String name, byte[] bytes) {
    if (bytes.length < MIN_KEY) {
      throw new IllegalArgumentException(
          "a key of " + bytes.length + " bytes is too short; give at least " + MIN_KEY);
    }
    SecretKey key = new SecretKeySpec(bytes, AuditHash.MAC);
    return new AuditKeys() {
      @Override
      public Optional<String> current() {
        return Optional.of(name);
      }

      @Override
      public Optional<SecretKey> key(String asked) {
        return asked.equals(name) ? Optional.of(key) : Optional.empty();
      }
    };
  }
}
