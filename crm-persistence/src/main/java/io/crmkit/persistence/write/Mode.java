package io.crmkit.persistence.write;

/** Where steps stand in a transaction. */
public enum Mode {
  /** A transaction is open and goes on. */
  PART,
  /** A transaction is open and is committed behind the steps. */
  LAST,
  /** The steps are a transaction of their own. */
  WHOLE,
  /** A transaction of somebody else's is open and goes on, whatever becomes of the steps. */
  NESTED
}
