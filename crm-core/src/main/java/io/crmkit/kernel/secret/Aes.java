package io.crmkit.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in GCM with a nonce of 96 bits by chance, and HMAC-SHA-256. */
final class Aes {
  /** The length of every key, in bytes. */
  static final int KEY = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String MAC = "HmacSHA256";

  private Aes() {}

  static byte[] chance(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The nonce, the ciphertext and its tag. */
  static byte[] encrypt(byte[] key, byte[] plain, byte[] context, Random random) {
    byte[] nonce = chance(random, NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0);
      cipher.updateAAD(context);
      byte[] out = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, out, NONCE);
      return out;
    } catch (GeneralSecurityException impossible) {
      throw KeyException.failed(impossible);
    }
  }

  /**
   * The inverse of {@link #encrypt}.
   *
   * @param where to say in an error
   */
  static byte[] decrypt(byte[] key, byte[] sealed, byte[] context, String where) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw KeyException.damaged(where, null);
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, 0);
      cipher.updateAAD(context);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException wrong) {
      throw KeyException.damaged(where, wrong);
    } catch (GeneralSecurityException impossible) {
      throw KeyException.failed(impossible);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, int offset)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec parameters = new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE);
    cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
    return cipher;
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw KeyException.failed(impossible);
    }
  }

  /** A key of its own for a purpose: HKDF-Expand (RFC 5869) of one block. */
  static byte[] derived(byte[] key, String purpose) {
    byte[] info = bytes(purpose);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(key, block);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
