package io.crmkit.persistence.table;

/** The few types of columns there are; a dialect gives each its name. */
public enum ColumnType {
  /** A {@link String} of limited length, compared and ordered by code point, letter for letter. */
  TEXT,
  /** A {@link String} of any length. */
  LONG_TEXT,
  /** A {@link Long}. */
  LONG,
  /** A {@link java.math.BigDecimal} of 20 digits before and 8 after the point. */
  DECIMAL,
  /** A {@link Boolean}. */
  BOOLEAN,
  /** A {@link java.time.LocalDate}. */
  DATE,
  /** An {@link java.time.Instant} to the microsecond. */
  INSTANT,
  /** A {@link java.util.UUID}, ordered as unsigned bytes. */
  UUID,
  /** A JSON object, in Java a {@link String}. */
  JSON
}
