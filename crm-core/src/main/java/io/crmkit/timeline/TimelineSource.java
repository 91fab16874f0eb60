package io.crmkit.timeline;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Links;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One type of records that timelines show: when one happened and whose it is. Immutable.
 *
 * <pre>{@code
 * TimelineSource.of(Visit.TYPE, Visit.AT, Visit.CUSTOMER::is)
 * }</pre>
 */
public final class TimelineSource<E extends Entity<E>> {
  private final EntityType<E> type;
  private final InstantField<E> at;
  private final Function<Ref<Customer>, Condition<E>> whose;
  private final @Nullable Link<E> about;
  private final BiFunction<Workspace, E, E> shown;

  private TimelineSource(
      EntityType<E> type,
      InstantField<E> at,
      Function<Ref<Customer>, Condition<E>> whose,
      @Nullable Link<E> about,
      BiFunction<Workspace, E, E> shown) {
    this.type = type;
    this.at = at;
    this.whose = whose;
    this.about = about;
    this.shown = shown;
  }

  /**
   * Shows the records of a type.
   *
   * @param at when one happened; an index on the customer and this keeps long timelines fast
   * @param whose matches those of a customer
   */
  public static <E extends Entity<E>> TimelineSource<E> of(
      EntityType<E> type, InstantField<E> at, Function<Ref<Customer>, Condition<E>> whose) {
    return new TimelineSource<>(type, at, whose, null, (space, record) -> record);
  }

  /** Shows the records of a type without a class; empty where it does not refer to customers. */
  static <E extends Entity<E>> Optional<TimelineSource<E>> ofCustom(
      EntityType<E> type, Layout layout) {
    List<RefField<E, Customer>> whose = new ArrayList<>();
    for (RefField<E, ?> field : layout.references(type)) {
      if (field.target() == (EntityType<?>) Customer.TYPE) {
        @SuppressWarnings("unchecked") // just checked
        RefField<E, Customer> its = (RefField<E, Customer>) field;
        whose.add(its);
      }
    }
    return whose.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(
                type,
                type.createdAt(),
                customer ->
                    Condition.any(whose.stream().map(field -> field.is(customer)).toList())));
  }

  /** Shows only what hangs on records that the reader can see. */
  public TimelineSource<E> hangingOn(Link<E> link) {
    return new TimelineSource<>(type, at, whose, link, shown);
  }

  /** Shows records in another form. */
  TimelineSource<E> as(BiFunction<Workspace, E, E> form) {
    return new TimelineSource<>(type, at, whose, about, form);
  }

  /** What the items are called: the name of the type. */
  public String kind() {
    return type.name();
  }

  /**
   * The newest items behind a place and not before {@code first}, through the ordinary door of the
   * type: none where the actor may not see the type, the moment, or whose it is.
   */
  List<TimelineItem> page(
      Workspace space,
      Ref<Customer> customer,
      Optional<TimelinePlace> behind,
      @Nullable Instant first,
      int limit) {
    if (!space.may(Operation.READ, type)) {
      return List.of();
    }
    try {
      return read(space, customer, behind, first, limit);
    } catch (AccessDeniedException hidden) {
      return List.of();
    }
  }

  private List<TimelineItem> read(
      Workspace space,
      Ref<Customer> customer,
      Optional<TimelinePlace> behind,
      @Nullable Instant first,
      int limit) {
    Condition<E> which = first == null ? Condition.always() : at.atLeast(first);
    Query<E> query =
        space.records(type).where(whose.apply(customer), which).orderBy(at.desc()).limit(limit);
    List<TimelineItem> items = new ArrayList<>();
    Optional<TimelinePlace> place = behind;
    boolean more = true;
    while (more && items.size() < limit) {
      List<E> records = place.map(p -> query.where(after(p))).orElse(query).list();
      visible(space, records).forEach(record -> items.add(item(space, record)));
      more = about != null && records.size() == limit;
      if (more) {
        place = Optional.of(place(records.get(records.size() - 1)));
      }
    }
    return items;
  }

  private Condition<E> after(TimelinePlace place) {
    Condition<E> later = type.id().lessThan(type.ref(place.id()));
    return at.atMost(place.at()).and(at.lessThan(place.at()).or(later));
  }

  private List<E> visible(Workspace space, List<E> records) {
    Link<E> link = about;
    if (link == null) {
      return records;
    }
    Map<E, Ref<?>> hangOn = new HashMap<>();
    for (E record : records) {
      link.of(record, space.layout()).ifPresent(ref -> hangOn.put(record, ref));
    }
    Set<Ref<?>> visible = Links.visible(space, hangOn.values());
    return records.stream()
        .filter(record -> visible.contains(hangOn.getOrDefault(record, type.ref(0, 0))))
        .toList();
  }

  private TimelineItem item(Workspace space, E record) {
    return new TimelineItem(place(record), kind(), shown.apply(space, record), null);
  }

  private TimelinePlace place(E record) {
    return TimelinePlace.of(record.require(at), record.ref());
  }
}
