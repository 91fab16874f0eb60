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
  PURGE,
  /** Give it to another owner, who has to be among those whose records the right covers. */
  ASSIGN,
  /** Let others see or change it who otherwise may not. */
  SHARE,
  /** Take it out in a file. */
  EXPORT,
  /** Make or change records from a file, besides the right to make or change them. */
  IMPORT,
  /** Make one record of several. */
  MERGE,
  /** Change many at once, besides the right to change them. */
  MASS_UPDATE,
  /** See what was done to it. */
  SEE_AUDIT,
  /** See what it says about persons. */
  SEE_PERSONAL,
  /** Decide who may do what to it. */
  ADMINISTER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
