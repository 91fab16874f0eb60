package io.crmkit.kernel.secret;

import java.util.Random;

/** One key that nobody else has. */
final class ThrowAwayRing implements KeyRing {
  private final Random random;
  private final byte[] key;

  ThrowAwayRing(Random random) {
    this.random = random;
    this.key = Aes.chance(random, Aes.KEY);
  }

  @Override
  public byte[] wrap(byte[] wanted, byte[] context) {
    return Aes.encrypt(key, wanted, context, random);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    return Aes.decrypt(key, wrapped, context, "a key of this ring");
  }
}
