package io.crmkit.timeline;

import java.util.List;

/** What a module implements besides, to have records or events of its own in timelines. */
public interface TimelineContributor {
  /** The record types it shows. */
  default List<TimelineSource<?>> timelineSources() {
    return List.of();
  }

  /** Where events come from that are no records. */
  default List<TimelinePort> timelinePorts() {
    return List.of();
  }
}
