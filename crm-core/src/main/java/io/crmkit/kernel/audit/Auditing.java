package io.crmkit.kernel.audit;

import java.time.Duration;

/**
 * How a host wants its audit.
 *
 * @param policy what is audited besides changes
 * @param keys what seals are keyed with
 * @param anchor where it is published how far the audit is sealed
 * @param late how long before its commit a unit of work may have written a fact, at the most: a
 *     fact that becomes visible later than that is not sealed, and verification shows it as
 *     inserted. The differences between the clocks of nodes count as well
 */
public record Auditing(AuditPolicy policy, AuditKeys keys, AuditAnchor anchor, Duration late) {
  /** Standard policy, no keys, no anchor, facts up to ten minutes late. */
  public static final Auditing STANDARD =
      new Auditing(
          AuditPolicy.standard(), AuditKeys.none(), AuditAnchor.none(), Duration.ofMinutes(10));
}
