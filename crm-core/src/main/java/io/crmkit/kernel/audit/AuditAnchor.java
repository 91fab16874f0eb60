package io.crmkit.kernel.audit;

/**
 * Where the host publishes how far the audit is sealed: another system, a printed page, a notary. A
 * chain cannot show that its own end was cut off; together with an anchor it can.
 */
@FunctionalInterface
public interface AuditAnchor {
  /**
   * Called after new facts were sealed, outside of any transaction, possibly again for the same
   * head. What it throws fails the sealing job; the next run publishes again.
   */
  void publish(AuditHead head);

  /** Publishes nowhere. */
  static AuditAnchor none() {
    return head -> {};
  }
}
