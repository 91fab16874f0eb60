package io.crmkit.timeline;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.TextField;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. Either a record, as the reader may see it, or an event of the host's.
 *
 * @param place where it stands
 * @param kind the name of the record's type, or the host's word for the event
 * @param shown the record; null for an event
 * @param told the event; null for a record
 */
public record TimelineItem(
    TimelinePlace place, String kind, @Nullable Entity<?> shown, @Nullable HostEvent told)
    implements Comparable<TimelineItem> {
  /** When it happened. */
  public Instant at() {
    return place.at();
  }

  /** The identity of the record or event. */
  public UUID id() {
    return place.id();
  }

  /** The record, where it is one of {@code type}. */
  @SuppressWarnings("unchecked") // by the type
  public <E extends Entity<E>> Optional<E> as(EntityType<E> type) {
    return shown != null && shown.ref().type() == (EntityType<?>) type
        ? Optional.of((E) shown)
        : Optional.empty();
  }

  /** The host's event, where it is one. */
  public Optional<HostEvent> event() {
    return Optional.ofNullable(told);
  }

  /** What a person would call it; empty where it has no name that the reader may see. */
  public Optional<String> title() {
    return told != null
        ? Optional.of(told.text())
        : Optional.ofNullable(shown).flatMap(TimelineItem::titleOf);
  }

  private static <E extends Entity<E>> Optional<String> titleOf(Entity<E> record) {
    TextField<E> title = record.type().title();
    return title == null ? Optional.empty() : Optional.ofNullable(record.get(title));
  }

  @Override
  public int compareTo(TimelineItem other) {
    return place.compareTo(other.place);
  }
}
