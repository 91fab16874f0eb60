package io.crmkit.persistence.dialect;

/** What an error of a database means for a unit of work. */
public enum Trouble {
  /** A row was not in the version that a guard asked for. */
  CONFLICT,
  /** A key is taken, a reference leads nowhere, or a row is referred to. */
  INTEGRITY,
  /** Another transaction was in the way; the whole work, begun anew, may succeed. */
  TRANSIENT,
  /** The connection is gone; whether a commit under way took place is not known. */
  BROKEN,
  /** Anything else: a mistake, a missing right, a full disk. */
  OTHER
}
