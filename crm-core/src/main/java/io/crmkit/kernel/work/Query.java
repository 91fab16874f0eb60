package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.value.SearchText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question about the records of one type. Immutable: every step makes another query. Answered
 * when asked, with the records the actor may see at that moment.
 *
 * <p>Without an order records come by identity, which is the order in which they were made. Ties
 * are broken by identity, so the order is always complete.
 *
 * @param <E> the record type
 */
public final class Query<E extends Entity<E>> {
  private static final int DEFAULT_PAGE = 50;

  private final Workspace space;
  private final EntityType<E> type;
  private final boolean own;
  private final Set<Operation> also;
  private final Condition<E> condition;
  private final List<Order<E>> orders;
  private final Bin bin;
  private final int limit;
  private final @Nullable String after;

  Query(Workspace space, EntityType<E> type, boolean own) {
    this(space, type, own, Set.of(), Condition.always(), List.of(), Bin.WITHOUT, 0, null);
  }

  private Query(
      Workspace space,
      EntityType<E> type,
      boolean own,
      Set<Operation> also,
      Condition<E> condition,
      List<Order<E>> orders,
      Bin bin,
      int limit,
      @Nullable String after) {
    this.space = space;
    this.type = type;
    this.own = own;
    this.also = also;
    this.condition = condition;
    this.orders = orders;
    this.bin = bin;
    this.limit = limit;
    this.after = after;
  }

  private Query<E> with(Condition<E> more) {
    return new Query<>(space, type, own, also, condition.and(more), orders, bin, limit, after);
  }

  private Query<E> with(Bin newBin) {
    return new Query<>(space, type, own, also, condition, orders, newBin, limit, after);
  }

  /** Narrows the query down to records that meet all of {@code conditions} as well. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Query<E> where(Condition<E>... conditions) {
    return with(Condition.all(Arrays.asList(conditions)));
  }

  /** Narrows the query down by a condition in its JSON form, see {@link ConditionJson}. */
  public Query<E> whereJson(String json) {
    return with(ConditionJson.read(type, json, own ? space.layout() : space.naming()));
  }

  /**
   * Narrows the query down to records of which every word of {@code words} is in a searchable field
   * that is not kept encrypted and that the actor may read.
   */
  public Query<E> search(String words) {
    return with(mentioning(words));
  }

  /**
   * Narrows the query down to the records that {@link #search(String)} finds and those that meet
   * {@code or}, such as records of which a part has the words.
   */
  public Query<E> search(String words, Condition<E> or) {
    return with(mentioning(words).or(or));
  }

  private Condition<E> mentioning(String words) {
    List<TextField<E>> fields = new ArrayList<>();
    for (Field<E, ?> field : space.layout().fields(type)) {
      TextField<E> text = field.asText();
      if (text != null && text.searchable() && !text.encrypted() && reads(text)) {
        fields.add(text);
      }
    }
    List<Condition<E>> all = new ArrayList<>();
    for (String word : SearchText.words(words)) {
      all.add(Condition.any(fields.stream().map(field -> field.mentions(word)).toList()));
    }
    return Condition.all(all);
  }

  /** The type of the records. */
  public EntityType<E> type() {
    return type;
  }

  private boolean reads(Field<E, ?> field) {
    return own || space.policy().reads(space.context(), field);
  }

  /**
   * Refuses a field that the actor may not read, or that this installation does not have.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where it is hidden
   */
  public void requireReadable(Field<E, ?> field) {
    if (!own) {
      space.reading().requireReadable(field);
    }
  }

  /**
   * Refuses an actor who may not read records of the type.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException naming the right
   */
  public void requireAllowed() {
    space.reading(own).requireRight(type);
  }

  /** The declared and custom fields that the actor may read, in order. */
  public List<Field<E, ?>> readableFields() {
    return space.layout().fields(type).stream().filter(this::reads).toList();
  }

  /**
   * Narrows the query down to records to which the actor may also do {@code operation}, such as
   * taking them out in a file; refused, once it is asked, where they may do so to none.
   */
  public Query<E> requiring(Operation operation) {
    Set<Operation> all = EnumSet.of(operation);
    all.addAll(also);
    return new Query<>(space, type, own, all, condition, orders, bin, limit, after);
  }

  /** Sorts by these keys, one after the other, instead of any before. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Query<E> orderBy(Order<E>... keys) {
    return orderBy(List.of(keys));
  }

  /** Sorts by these keys, one after the other, instead of any before. */
  public Query<E> orderBy(List<Order<E>> keys) {
    return new Query<>(space, type, own, also, condition, List.copyOf(keys), bin, limit, after);
  }

  /** Gives at most {@code most} records, at least 1. */
  public Query<E> limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit " + most + ": at least 1");
    }
    return new Query<>(space, type, own, also, condition, orders, bin, most, after);
  }

  /** Goes on behind a page, by its {@link Page#next} token; null begins. */
  public Query<E> after(@Nullable String token) {
    return new Query<>(space, type, own, also, condition, orders, bin, limit, token);
  }

  /** Deleted records as well. */
  public Query<E> withDeleted() {
    return with(Bin.WITH);
  }

  /** Deleted records alone. */
  public Query<E> onlyDeleted() {
    return with(Bin.ONLY);
  }

  /** The records, as many as the limit says, else all. */
  public List<E> list() {
    ReadDoor door = space.reading(own);
    List<Row> rows = door.store().select(selection(door, limit == 0 ? Integer.MAX_VALUE : limit));
    seen(door, rows.size());
    return door.entities(type, rows);
  }

  /** The first record. */
  public Optional<E> first() {
    List<E> one = limit(1).list();
    return one.isEmpty() ? Optional.empty() : Optional.of(one.get(0));
  }

  /** One page of the limit, or of 50, with the token of the next. */
  public Page<E> page() {
    int size = limit == 0 ? DEFAULT_PAGE : Math.min(limit, Integer.MAX_VALUE - 1);
    ReadDoor door = space.reading(own);
    List<Row> rows = door.store().select(selection(door, size + 1));
    seen(door, Math.min(rows.size(), size));
    if (rows.size() <= size) {
      return new Page<>(door.entities(type, rows), null);
    }
    List<Row> shown = rows.subList(0, size);
    Row last = shown.get(size - 1);
    List<@Nullable Object> values = new ArrayList<>(orders.size());
    for (Order<E> order : door.orders(type, orders)) {
      Function<Row, ? extends @Nullable Object> reader =
          order.expr().reader(ref -> door.store().find(ref));
      values.add(reader.apply(last));
    }
    String next = door.engine().cursors().seal(new Keyset(values, last.ref()), orders, bound());
    return new Page<>(door.entities(type, shown), next);
  }

  /**
   * The records one by one, as long as the actor may have them; to be closed, best in a
   * try-with-resources. Only within {@link Workspace#call}, whose transaction it reads in.
   *
   * @throws InvalidRequestException outside of a unit of work
   */
  public Stream<E> stream() {
    if (!(space instanceof UnitSpace)) {
      throw new InvalidRequestException("request.stream_outside");
    }
    ReadDoor door = space.reading(own);
    Stream<Row> rows =
        door.store().stream(selection(door, limit == 0 ? Integer.MAX_VALUE : limit))
            .filter(door.still(type, also));
    Access access = seen(door, 0);
    return access == null
        ? rows.map(row -> door.entity(type, row))
        : rows.map(
            row -> {
              access.count();
              return door.entity(type, row);
            });
  }

  /**
   * Hands the records one by one to {@code reading}: within the unit of work that this query
   * belongs to, else in one of its own. The stream ends with the call.
   *
   * @return what {@code reading} returns
   */
  public <T> T stream(Function<? super Stream<E>, T> reading) {
    if (!(space instanceof UnitSpace)) {
      return space.call(unit -> in(unit).stream(reading));
    }
    try (Stream<E> records = stream()) {
      return reading.apply(records);
    }
  }

  private Query<E> in(Workspace unit) {
    return new Query<>(unit, type, own, also, condition, orders, bin, limit, after);
  }

  /** How many records there are, whatever the limit. */
  public long count() {
    ReadDoor door = space.reading(own);
    long count = door.store().count(type, condition(door));
    door.seen(AccessEntry.Kind.FIGURES, type, condition, count);
    return count;
  }

  /** True where there is any record. */
  public boolean exists() {
    ReadDoor door = space.reading(own);
    boolean any = door.store().exists(type, condition(door));
    door.seen(AccessEntry.Kind.FIGURES, type, condition, any ? 1 : 0);
    return any;
  }

  /** Groups the records; a missing value makes a group of its own. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Grouping<E> groupBy(Expr<E, ?>... exprs) {
    return new Grouping<>(() -> space.reading(own), type, this::figures, List.of(exprs));
  }

  /** Figures over all the records together. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Group<E> measure(Measure<E, ?>... measures) {
    return this.groupBy().measure(measures).get(0);
  }

  private @Nullable Access seen(ReadDoor door, int records) {
    AccessEntry.Kind kind =
        also.contains(Operation.EXPORT) ? AccessEntry.Kind.EXPORT : AccessEntry.Kind.LIST;
    return door.seen(kind, type, condition, records);
  }

  private Condition<E> figures(ReadDoor door) {
    Condition<E> which = condition(door);
    door.seen(AccessEntry.Kind.FIGURES, type, condition, 0);
    return which;
  }

  private Condition<E> condition(ReadDoor door) {
    return door.condition(type, condition, bin, also);
  }

  private Selection<E> selection(ReadDoor door, int most) {
    Keyset from = after == null ? null : door.engine().cursors().open(after, type, orders, bound());
    return new Selection<>(type, condition(door), door.orders(type, orders), from, most);
  }

  /** What a page token is good for: this question by this actor, and nothing else. */
  private String bound() {
    CallContext who = space.context();
    String other = who.onBehalfOf() == null ? "" : who.onBehalfOf();
    return Cursors.context(condition, who.tenant(), who.actor(), other, bin.name());
  }
}
