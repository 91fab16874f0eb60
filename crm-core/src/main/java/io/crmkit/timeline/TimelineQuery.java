package io.crmkit.timeline;

import io.crmkit.customer.Customer;
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
  private static final int DEFAULT_PAGE = 50;

  private final Workspace space;
  private final Ref<Customer> customer;
  private final Set<String> kinds;
  private final int limit;
  private final @Nullable String token;

  TimelineQuery(Workspace space, Ref<Customer> customer) {
    this(space, customer, Set.of(), DEFAULT_PAGE, null);
  }

  private TimelineQuery(
      Workspace space,
      Ref<Customer> customer,
      Set<String> kinds,
      int limit,
      @Nullable String token) {
    this.space = space;
    this.customer = customer;
    this.kinds = kinds;
    this.limit = limit;
    this.token = token;
  }

  /**
   * Shows records of these types alone, and no events of the host's.
   *
   * @param names the names of record types; everything where none is given
   */
  public TimelineQuery only(String... names) {
    Set<String> wanted = Collections.unmodifiableSet(new TreeSet<>(List.of(names)));
    return new TimelineQuery(space, customer, wanted, limit, token);
  }

  /** Pages of at most {@code most} items, at least 1; 50 unless said. */
  public TimelineQuery limit(int most) {
    if (most < 1 || most == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("limit " + most + ": at least 1");
    }
    return new TimelineQuery(space, customer, kinds, most, token);
  }

  /** Goes on behind a page, by its {@link Page#next} token; null begins. */
  public TimelineQuery after(@Nullable String next) {
    return new TimelineQuery(space, customer, kinds, limit, next);
  }

  /**
   * One page.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where the customer is absent or out of sight
   * @throws io.crmkit.kernel.error.InvalidRequestException where the token is that of another
   *     timeline, choice of kinds, actor or tenant
   */
  public Page<TimelineItem> page() {
    space.records(Customer.TYPE).get(customer);
    String list = "timeline " + customer + ' ' + kinds;
    Optional<TimelinePlace> behind = token == null ? Optional.empty() : open(list, token);
    List<TimelineItem> all = new ArrayList<>();
    for (TimelineContributor module : space.modules(TimelineContributor.class)) {
      for (TimelineSource<?> source : module.timelineSources()) {
        if (kinds.isEmpty() || kinds.contains(source.kind())) {
          all.addAll(source.page(space, customer, behind, limit + 1));
        }
      }
      if (kinds.isEmpty()) {
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

  private Optional<TimelinePlace> open(String list, String sealed) {
    Map.Entry<Instant, UUID> place = space.open(list, sealed);
    return Optional.of(new TimelinePlace(place.getKey(), place.getValue()));
  }

  /** A host that tells too much, or of the wrong places, does not get a page out of order. */
  private List<TimelineItem> told(TimelinePort port, Optional<TimelinePlace> behind) {
    return port.page(space.context(), customer, behind, limit + 1).stream()
        .filter(event -> behind.isEmpty() || event.place().compareTo(behind.get()) > 0)
        .map(event -> new TimelineItem(event.place(), event.kind(), null, event))
        .sorted()
        .limit(limit + 1L)
        .toList();
  }
}
