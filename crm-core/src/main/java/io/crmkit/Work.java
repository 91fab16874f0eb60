package io.crmkit;

import io.crmkit.kernel.work.Workspace;

/** One unit of work: everything done through it is committed together, or not at all. */
public final class Work extends Features {
  Work(Workspace space) {
    super(space);
  }
}
