package io.crmkit.order;

/** Where an order stands; follows from what has become of its lines. */
public enum OrderState {
  /** Being written; may change. */
  DRAFT,
  /** Agreed, and nothing has been shipped. */
  CONFIRMED,
  /** Something has been shipped, and something is still open. */
  PARTLY_SHIPPED,
  /** Everything has been shipped, but for what was cancelled. */
  SHIPPED,
  /** Nothing is left to do. */
  CLOSED,
  /** Everything was cancelled. */
  CANCELLED
}
