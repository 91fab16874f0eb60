package io.crmkit.attachment;

import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes content away that no attachment refers to any more, or never did. */
final class Orphans implements Job {
  /** So long an upload may take. */
  private static final Duration GRACE = Duration.ofDays(1);

  private static final int AT_ONCE = 200;

  private final AttachmentStore store;

  Orphans(AttachmentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "attachments.orphans";
  }

  @Override
  public int runDue(Workspace space) {
    try {
      return clean(space, space.now().minus(GRACE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private int clean(Workspace space, Instant before) throws IOException {
    int cleaned = 0;
    UUID after = new UUID(0, 0);
    while (true) {
      List<UUID> some = store.begunBefore(space, before, after, AT_ONCE);
      if (some.isEmpty()) {
        return cleaned;
      }
      Set<UUID> used = used(space, some);
      for (UUID content : some) {
        if (!used.contains(content)) {
          store.delete(space, content);
          cleaned++;
        }
      }
      after = some.get(some.size() - 1);
    }
  }

  /** Those in the bin are used. */
  private static Set<UUID> used(Workspace space, List<UUID> contents) {
    Records<Attachment> attachments = space.own(Attachment.DEF, Attachment.TYPE);
    Set<UUID> used = new HashSet<>();
    attachments
        .where(Attachment.CONTENT.in(contents))
        .withDeleted()
        .list()
        .forEach(file -> used.add(file.require(Attachment.CONTENT)));
    return used;
  }
}
