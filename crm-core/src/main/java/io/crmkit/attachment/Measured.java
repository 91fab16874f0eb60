package io.crmkit.attachment;

import io.crmkit.kernel.error.InvalidRequestException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is read, and refuses more than was agreed. */
final class Measured extends FilterInputStream {
  private final MessageDigest digest;
  private final long most;
  private long size;

  Measured(InputStream in, long most) {
    super(in);
    this.most = most;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      digest.update((byte) one);
      count(1);
    }
    return one;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    if (read > 0) {
      digest.update(target, from, read);
      count(read);
    }
    return read;
  }

  private void count(int more) {
    size += more;
    if (size > most) {
      throw new InvalidRequestException("attachment.too_great", most);
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long size() {
    return size;
  }

  /** Of what was read; ends the measuring. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
