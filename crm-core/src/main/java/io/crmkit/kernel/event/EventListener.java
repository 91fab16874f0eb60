package io.crmkit.kernel.event;

import io.crmkit.kernel.access.CallContext;

/** Hears of events after the commit; what it throws is logged and harms nobody. */
@FunctionalInterface
public interface EventListener {
  /** Called once per event, in the order of the work. */
  void on(CrmEvent event, CallContext context);
}
