package io.crmkit.attachment;

import static io.crmkit.testing.Fixtures.aCustomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.CrmBuilder;
import io.crmkit.customer.Customer;
import io.crmkit.testing.CrmTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Great files stream through: nobody holds more than a piece of one. */
class GreatAttachmentTest extends CrmTest {
  private static final int SIZE = 100 * 1024 * 1024;

  @TempDir Path folder;

  /** Makes bytes when they are asked for, and notes how many were asked for at once. */
  private static final class Spring extends InputStream {
    private int left = SIZE;
    private int most;

    @Override
    public int read() {
      return left-- > 0 ? 1 : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      most = Math.max(most, length);
      int given = Math.min(length, left);
      left -= given;
      return given > 0 ? given : -1;
    }
  }

  @Override
  protected void configure(CrmBuilder builder) {
    builder.attachments(AttachmentStore.inFolder(folder));
  }

  @Test
  void a_file_of_100_megabytes_streams_through_in_small_pieces() throws IOException {
    Customer acme = ada.customers().create(aCustomer());
    Spring spring = new Spring();
    Attachment file = ada.attachments().attach(acme.ref(), "great", "video/mp4", spring);
    assertEquals((long) SIZE, file.get(Attachment.SIZE));
    assertTrue(spring.most <= 1 << 20, () -> "asked for at once: " + spring.most);
    long read = 0;
    byte[] piece = new byte[8192];
    try (InputStream in = ada.attachments().open(file.ref())) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        read += n;
      }
    }
    assertEquals(SIZE, read);
  }
}
