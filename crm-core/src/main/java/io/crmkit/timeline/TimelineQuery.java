package io.crmkit.timeline;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question for the timeline of one customer. Immutable: every step makes another.
 *
 * <p>The newest comes first, see {@link TimelinePlace}. Each page asks each source for no more than
 * its own length, whatever came before it. What existed when the first page was read and stays is
 * on exactly one page; what comes in meanwhile is on the page of its place, or missed where that
 * has been read.
 */
public final class TimelineQuery {
  /** What {@link #only} calls the events of the host, of whatever kind. */
  public static final String HOST_EVENTS = "host_events";

  private static final int DEFAULT_PAGE = 50;

  /** In the order of time nothing of the same moment stands before it. */
  private static final UUID LEAST = new UUID(0, 0);

  private final Workspace space;
  private final Ref<Customer> customer;
  private final Set<String> kinds;
  private final @Nullable Instant first;
  private final @Nullable Instant end;
  private final int limit;
  private final @Nullable String token;

  TimelineQuery(Workspace space, Ref<Customer> customer) {
    this(space, customer, Set.of(), null, null, DEFAULT_PAGE, null);
  }

  private TimelineQuery(
      Workspace space,
      Ref<Customer> customer,
      Set<String> kinds,
      @Nullable Instant first,
      @Nullable Instant end,
      int limit,
      @Nullable String token) {
    this.space = space;
    this.customer = customer;
    this.kinds = kinds;
    this.first = first;
    this.end = end;
    this.limit = limit;
    this.token = token;
  }

  /**
   * Shows records of these types alone; events of the host where {@link #HOST_EVENTS} is among
   * them.
   *
   * @param names the names of record types; everything where none is given. One that timelines do
   *     not show is refused when a page is asked for
   */
  public TimelineQuery only(String... names) {
    Set<String> wanted = Collections.unmodifiableSet(new TreeSet<>(List.of(names)));
    return new TimelineQuery(space, customer, wanted, first, end, limit, token);
  }

  /**
   * Shows what happened from one moment on and before another.
   *
   * @param from the first moment, or null for the beginning
   * @param before the moment behind the last, or null for no end
   */
  public TimelineQuery between(@Nullable Instant from, @Nullable Instant before) {
    return new TimelineQuery(space, customer, kinds, from, before, limit, token);
  }

  /** Pages of at most {@code most} items, at least 1; 50 unless said. */
  public TimelineQuery limit(int most) {
    if (most < 1 || most == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("limit " + most + ": at least 1");
    }
    return new TimelineQuery(space, customer, kinds, first, end, most, token);
  }

  /** Goes on behind a page, by its {@link Page#next} token; null begins. */
  public TimelineQuery after(@Nullable String next) {
    return new TimelineQuery(space, customer, kinds, first, end, limit, next);
  }

  /**
   * One page.
   *
   * @throws NotFoundException where the customer is absent or out of sight, or {@link #only} names
   *     what timelines do not show; names what they do
   * @throws io.crmkit.kernel.error.InvalidRequestException where the token is that of another
   *     timeline, choice of kinds and moments, actor or tenant
   */
  public Page<TimelineItem> page() {
    space.records(Customer.TYPE).get(customer);
    List<TimelineSource<?>> sources = sources();
    requireKnown(sources);
    String list = "timeline " + customer + ' ' + kinds;
    if (first != null || end != null) {
      list += " " + first + ' ' + end;
    }
    Optional<TimelinePlace> behind = behind(list);
    List<TimelineItem> all = new ArrayList<>();
    for (TimelineSource<?> source : sources) {
      if (kinds.isEmpty() || kinds.contains(source.kind())) {
        all.addAll(source.page(space, customer, behind, first, limit + 1));
      }
    }
    if (kinds.isEmpty() || kinds.contains(HOST_EVENTS)) {
      for (TimelineContributor module : space.modules(TimelineContributor.class)) {
        module.timelinePorts().forEach(port -> all.addAll(told(port, behind)));
      }
    }
    Collections.sort(all);
    if (all.size() <= limit) {
      return new Page<>(all, null);
    }
    List<TimelineItem> shown = all.subList(0, limit);
    TimelinePlace last = shown.get(limit - 1).place();
    return new Page<>(shown, space.seal(list, last.at(), Customer.TYPE.ref(last.id())));
  }

  /** What modules show, and the record types without a class that refer to customers. */
  private List<TimelineSource<?>> sources() {
    List<TimelineSource<?>> sources = new ArrayList<>();
    space
        .modules(TimelineContributor.class)
        .forEach(module -> sources.addAll(module.timelineSources()));
    for (EntityType<?> type : space.layout().types()) {
      if (CustomRecord.is(type)) {
        TimelineSource.ofCustom(type, space.layout()).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private void requireKnown(List<TimelineSource<?>> sources) {
    Set<String> known = new TreeSet<>(Set.of(HOST_EVENTS));
    sources.forEach(source -> known.add(source.kind()));
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw NotFoundException.named("timeline kind", kind, known);
      }
    }
  }

  private Optional<TimelinePlace> behind(String list) {
    if (token != null) {
      Map.Entry<Instant, UUID> place = space.open(list, token);
      return Optional.of(new TimelinePlace(place.getKey(), place.getValue()));
    }
    return Optional.ofNullable(end).map(moment -> new TimelinePlace(moment, LEAST));
  }

  /** A host that tells too much, or of the wrong places, does not get a page out of order. */
  private List<TimelineItem> told(TimelinePort port, Optional<TimelinePlace> behind) {
    return port.page(space.context(), customer, behind, limit + 1).stream()
        .filter(event -> behind.isEmpty() || event.place().compareTo(behind.get()) > 0)
        .filter(event -> first == null || !event.at().isBefore(first))
        .map(event -> new TimelineItem(event.place(), event.kind(), null, event))
        .sorted()
        .limit(limit + 1L)
        .toList();
  }
}
