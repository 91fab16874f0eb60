package io.crmkit;

import io.crmkit.kernel.work.Workspace;
import java.util.UUID;

/** One unit of work: everything done through it is committed together, or not at all. */
public final class Work extends Features {
  Work(Workspace space) {
    super(space);
  }

  /** The identity of this unit of work, which the audit keeps with every change made in it. */
  public UUID id() {
    return workspace().workId().orElseThrow();
  }
}
