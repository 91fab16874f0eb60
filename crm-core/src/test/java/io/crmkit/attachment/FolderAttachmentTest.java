package io.crmkit.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with content in files. */
class FolderAttachmentTest extends AttachmentTest {
  @TempDir Path folder;

  @Override
  AttachmentStore store() {
    return AttachmentStore.inFolder(folder);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void content_that_was_changed_on_the_disk_is_noticed() throws IOException {
    Attachment file =
        ada.attachments()
            .attach(acme.ref(), "a", "text/plain", new ByteArrayInputStream(new byte[] {1, 2}));
    assertEquals(1, files().size());
    Files.write(files().get(0), new byte[] {1, 3});
    try (InputStream in = ada.attachments().open(file.ref())) {
      assertThrows(IOException.class, in::readAllBytes);
    }
  }

  @Test
  void a_refused_file_leaves_no_file() throws IOException {
    assertThrows(
        RuntimeException.class,
        () ->
            ada.attachments()
                .attach(
                    acme.ref(), "a", "text/plain", new ByteArrayInputStream(new byte[1_000_001])));
    assertEquals(List.of(), files());
  }
}
