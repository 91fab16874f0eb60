package io.crmkit.attachment;

import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the content of attachments is kept: a port, so that a host may bring its own. Asked by the
 * library alone, after every check of rights. Thread-safe. Each tenant's contents are apart.
 *
 * <p>Content is written before the record that makes it reachable, so content that nobody refers to
 * may be left behind where a node dies; a job takes it away after a day.
 */
public interface AttachmentStore {
  /**
   * Keeps content under a name that was never used before. Where it throws, it leaves nothing.
   *
   * @param space whose tenant it belongs to, and what time it is
   * @param content the name
   * @param in the bytes, to be read once from beginning to end; throws where they are refused
   */
  void write(Workspace space, UUID content, InputStream in) throws IOException;

  /**
   * The bytes of a content, to be closed.
   *
   * @throws IOException where there is none of that name, or it cannot be read
   */
  InputStream read(Workspace space, UUID content) throws IOException;

  /** Takes content away; nothing happens where there is none of that name. */
  void delete(Workspace space, UUID content) throws IOException;

  /**
   * The names of contents, in ascending order of their text, that were begun before a moment.
   *
   * @param after only names behind this one; the smallest UUID begins
   * @param limit how many at the most
   */
  List<UUID> begunBefore(Workspace space, Instant moment, UUID after, int limit) throws IOException;

  /** Content in pieces among the records: one place for everything, saved by the same backup. */
  static AttachmentStore inRecords() {
    return new RecordStore();
  }

  /**
   * Content in files below a folder, which has to exist: small databases, and every tool of the
   * file system.
   */
  static AttachmentStore inFolder(Path folder) {
    return new FolderStore(folder);
  }
}
