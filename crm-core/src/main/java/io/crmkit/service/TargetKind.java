package io.crmkit.service;

/** What a service level promises. */
public enum TargetKind {
  /** That the customer is answered. */
  RESPONSE,
  /** That the case is resolved. */
  RESOLUTION
}
