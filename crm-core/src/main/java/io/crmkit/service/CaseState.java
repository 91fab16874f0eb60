package io.crmkit.service;

import java.util.EnumSet;
import java.util.Set;

/** Where the handling of a case stands. */
public enum CaseState {
  /** Nobody has worked on it yet. */
  NEW,
  /** Somebody works on it. */
  OPEN,
  /** It waits for an answer of the customer. */
  WAITING_CUSTOMER,
  /** It waits for something else. */
  ON_HOLD,
  /** It is solved; the customer may still object. */
  RESOLVED,
  /** It is over. */
  CLOSED;

  /** True where it is solved or over: nobody has to do anything. */
  public boolean done() {
    return this == RESOLVED || this == CLOSED;
  }

  /** The states that may follow; back from a done one only by reopening. */
  public Set<CaseState> next() {
    return switch (this) {
      case NEW -> EnumSet.of(OPEN, WAITING_CUSTOMER, ON_HOLD, RESOLVED);
      case OPEN -> EnumSet.of(WAITING_CUSTOMER, ON_HOLD, RESOLVED);
      case WAITING_CUSTOMER -> EnumSet.of(OPEN, ON_HOLD, RESOLVED);
      case ON_HOLD -> EnumSet.of(OPEN, WAITING_CUSTOMER, RESOLVED);
      case RESOLVED -> EnumSet.of(OPEN, CLOSED);
      case CLOSED -> EnumSet.of(OPEN);
    };
  }
}
