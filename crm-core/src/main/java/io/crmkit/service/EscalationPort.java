package io.crmkit.service;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.EventListener;

/**
 * How a host tells people that a case escalates: mail, chat, pager. Called after the commit and at
 * most once; a host that must not miss any reads {@code case.escalated} from the outbox as well.
 */
@FunctionalInterface
public interface EscalationPort {
  /** Tells the owner, and whoever else the rung names. */
  void escalated(CaseEvent.Escalated event, CallContext context);

  /**
   * Listens for escalations.
   *
   * <pre>{@code
   * Crm.builder().listen(EscalationPort.to((event, context) -> pager.page(event.owner())));
   * }</pre>
   */
  static EventListener to(EscalationPort port) {
    return (event, context) -> {
      if (event instanceof CaseEvent.Escalated escalated) {
        port.escalated(escalated, context);
      }
    };
  }
}
