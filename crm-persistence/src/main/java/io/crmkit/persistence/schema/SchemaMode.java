package io.crmkit.persistence.schema;

/**
 * What the store does about its tables when it is opened. Only {@link #VALIDATE} compares them at
 * every opening, and so notices what was changed by hand; {@link #CREATE} and {@link #UPDATE} do so
 * until the same library with the same record types has found them fitting once.
 */
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
