package io.crmkit.sales;

/** Whether an opportunity may go back to an earlier stage, or be opened again. */
public enum Rollback {
  /** It may. */
  ALLOWED,
  /** It may, for a reason that the history keeps. */
  WITH_REASON,
  /** It may not. */
  REFUSED
}
