package io.crmkit.timeline;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

/**
 * The module by which a host shows its own events.
 *
 * <pre>{@code
 * Crm.builder().module(new HostEvents(erp::eventsOf))
 * }</pre>
 */
public final class HostEvents implements CrmModule, TimelineContributor {
  private final TimelinePort port;

  /** Shows what {@code port} tells. */
  public HostEvents(TimelinePort port) {
    this.port = port;
  }

  @Override
  public String name() {
    return "host_events";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of();
  }

  @Override
  public List<TimelinePort> timelinePorts() {
    return List.of(port);
  }
}
