package io.crmkit.kernel.access;

import java.util.Locale;

/** What can be done to a record. */
public enum Operation {
  /** Make a new one. */
  CREATE,
  /** See it, in whatever way. */
  READ,
  /** Change it. */
  UPDATE,
  /** Put it into the bin. */
  DELETE,
  /** Take it out of the bin. */
  RESTORE,
  /** Destroy it. */
  PURGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
