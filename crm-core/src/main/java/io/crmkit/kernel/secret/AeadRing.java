package io.crmkit.kernel.secret;

import java.security.GeneralSecurityException;

/** Wraps with an AEAD of the host, whose own business it is which of its keys to use. */
record AeadRing(Aead encrypt, Aead decrypt) implements KeyRing {
  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    return asked(encrypt, key, context);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    return asked(decrypt, wrapped, context);
  }

  private static byte[] asked(Aead aead, byte[] bytes, byte[] context) {
    try {
      return aead.apply(bytes, context);
    } catch (GeneralSecurityException | RuntimeException refused) {
      throw KeyException.refused(refused);
    }
  }
}
