package io.crmkit.service;

/** What a step in the handling of a case is. */
public enum StepKind {
  /** A message of the customer came in. */
  MESSAGE,
  /** The customer was answered. */
  REPLY,
  /** Somebody talked with the customer. */
  CALL,
  /** Somebody wrote something down for colleagues. */
  NOTE,
  /** The state changed. */
  STATE,
  /** It went to somebody or into a queue. */
  ASSIGNMENT,
  /** The day by which it is due was moved. */
  SCHEDULE,
  /** A service level asked for attention. */
  ESCALATION,
  /** It was merged, split or linked. */
  LINK
}
