package io.crmkit.timeline;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.work.Workspace;

/**
 * Everything about a customer in one list: the view of 360 degrees. In it are records of the
 * library's features, of modules that contribute them, of types without a class that refer to
 * customers, and the host's own events.
 */
public final class Timeline {
  private final Workspace space;

  /** The timelines as {@code space} sees them. */
  public Timeline(Workspace space) {
    this.space = space;
  }

  /** The timeline of a customer, to be narrowed down and read page by page. */
  public TimelineQuery of(Customer customer) {
    return new TimelineQuery(space, customer.ref());
  }
}
