package io.crmkit.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Content on its way out: at its end it must be what was taken in. */
final class Verified extends InputStream {
  private final Measured in;
  private final String name;
  private final long size;
  private final String sha256;
  private boolean over;

  Verified(InputStream in, String name, long size, String sha256) {
    this.in = new Measured(in, Long.MAX_VALUE);
    this.name = name;
    this.size = size;
    this.sha256 = sha256;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    if (one < 0) {
      end();
    }
    return one;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, length);
    if (read < 0) {
      end();
    }
    return read;
  }

  private void end() throws IOException {
    if (!over) {
      over = true;
      if (in.size() != size || !in.sha256().equals(sha256)) {
        throw new IOException(
            "The content of " + name + " is damaged: it is not what was stored. Restore a backup.");
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
