package io.crmkit.persistence.schema;

/** What the store does about its tables when it is opened. */
public enum SchemaMode {
  /** Makes the tables where there are none at all, else checks that they fit. */
  CREATE,
  /** Makes the tables, or brings them up to date. */
  UPDATE,
  /** Checks that the tables fit, and changes nothing. */
  VALIDATE,
  /** Trusts that the tables fit. */
  IGNORE
}
