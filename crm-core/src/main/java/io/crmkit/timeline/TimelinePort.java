package io.crmkit.timeline;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.record.Ref;
import java.util.List;
import java.util.Optional;

/** Where a timeline finds the host's own events. Thread-safe. */
@FunctionalInterface
public interface TimelinePort {
  /**
   * The newest events of a customer behind a place, in order. The customer is one that the actor
   * can see; whether they may see the event, the host decides.
   *
   * @param who asks
   * @param behind the place; empty begins with the newest
   * @param limit how many at the most
   */
  List<HostEvent> page(
      CallContext who, Ref<Customer> customer, Optional<TimelinePlace> behind, int limit);
}
