package io.crmkit.quote;

/** Where a quote stands. */
public enum QuoteState {
  /** Being written; may change. */
  DRAFT,
  /** With the customer; never changes again. */
  SENT,
  /** The customer has agreed. */
  ACCEPTED,
  /** The customer has refused. */
  DECLINED,
  /** We have taken it back. */
  WITHDRAWN,
  /** Its time is over. */
  EXPIRED,
  /** A later revision took its place. */
  SUPERSEDED
}
