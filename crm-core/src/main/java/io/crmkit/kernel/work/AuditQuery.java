package io.crmkit.kernel.work;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.query.Cursors;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Keyset;
import io.crmkit.kernel.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about what was audited. Immutable: every step makes another. Answered a page at a
 * time, the latest facts first.
 *
 * @param <F> the type of the facts
 */
public final class AuditQuery<F extends Entity<F>> {
  private static final int DEFAULT_PAGE = 50;
  private static final int CHUNK = 500;

  /** So many facts are looked at for a page at the most; it may hold fewer than asked for then. */
  private static final int MOST_READ = 20_000;

  /** What the actor may see of a fact about a record of a type; empty where nothing. */
  @FunctionalInterface
  interface Shown<F> {
    Optional<F> of(F fact, EntityType<?> type);
  }

  /** Where the facts are. */
  record Source<F extends Entity<F>>(
      EntityType<F> type,
      Field<F, String> recordType,
      Field<F, UUID> recordId,
      Field<F, UUID> work,
      Field<F, String> origin,
      Shown<F> shown) {}

  private final Workspace space;
  private final Source<F> source;
  private final Condition<F> condition;
  private final @Nullable Field<?, ?> changed;
  private final int limit;
  private final @Nullable String after;

  AuditQuery(Workspace space, Source<F> source) {
    this(space, source, Condition.always(), null, DEFAULT_PAGE, null);
  }

  private AuditQuery(
      Workspace space,
      Source<F> source,
      Condition<F> condition,
      @Nullable Field<?, ?> changed,
      int limit,
      @Nullable String after) {
    this.space = space;
    this.source = source;
    this.condition = condition;
    this.changed = changed;
    this.limit = limit;
    this.after = after;
  }

  private AuditQuery<F> with(Condition<F> more) {
    return new AuditQuery<>(space, source, condition.and(more), changed, limit, after);
  }

  /** Facts about one record. */
  public AuditQuery<F> about(Ref<?> record) {
    return with(source.recordId().is(record.id())).about(record.type());
  }

  /** Facts about records of one type. */
  public AuditQuery<F> about(EntityType<?> type) {
    return with(source.recordType().is(type.name()));
  }

  /** Facts that {@code actor} caused. */
  public AuditQuery<F> by(String actor) {
    return with(source.type().createdBy().is(actor));
  }

  /** Facts of one unit of work. */
  public AuditQuery<F> ofWork(UUID work) {
    return with(source.work().is(work));
  }

  /** Facts that came through one door of the host. */
  public AuditQuery<F> from(String origin) {
    return with(source.origin().is(origin));
  }

  /** Facts from {@code since} on. */
  public AuditQuery<F> since(Instant since) {
    return with(source.type().createdAt().atLeast(since));
  }

  /** Facts before {@code until}. */
  public AuditQuery<F> until(Instant until) {
    return with(source.type().createdAt().lessThan(until));
  }

  /** Facts that meet a condition of the caller's own, such as one on the event or the kind. */
  public AuditQuery<F> where(Condition<F> more) {
    return with(more);
  }

  /**
   * Changes of one field; of accesses there are none. The field is looked for in the facts one by
   * one, so the question should be narrowed otherwise as well.
   */
  public AuditQuery<F> changing(Field<?, ?> field) {
    AuditQuery<F> about = about(field.type());
    return new AuditQuery<>(space, source, about.condition, field, limit, after);
  }

  /** Gives at most {@code most} facts, at least 1; 50 unless said. */
  public AuditQuery<F> limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit " + most + ": at least 1");
    }
    return new AuditQuery<>(space, source, condition, changed, most, after);
  }

  /** Goes on behind a page, by its {@link Page#next} token; null begins. */
  public AuditQuery<F> after(@Nullable String token) {
    return new AuditQuery<>(space, source, condition, changed, limit, token);
  }

  /**
   * The facts. A page may hold fewer than the limit and still have a next one, where much had to be
   * looked at that the actor may not see.
   *
   * @throws io.crmkit.kernel.error.AccessDeniedException where the actor may not see the audit, or
   *     asks for a field that is hidden from them
   */
  public Page<F> page() {
    ReadDoor door = space.reading();
    if (changed != null) {
      door.requireReadable(changed);
    }
    Condition<F> which = door.condition(source.type(), condition, Bin.WITH, Set.of());
    List<Order<F>> latestFirst = List.of(source.type().id().desc());
    Keyset place =
        after == null
            ? null
            : space.engine.cursors().open(after, source.type(), latestFirst, bound());
    List<F> items = new ArrayList<>();
    int read = 0;
    int chunk = Math.min(CHUNK, limit);
    while (true) {
      List<Row> rows =
          door.store().select(new Selection<>(source.type(), which, latestFirst, place, chunk));
      Map<Row, EntityType<?>> visible = visible(door, rows);
      for (Row row : rows) {
        F fact = shown(door, row, visible.get(row));
        if (fact != null && items.size() == limit) {
          return new Page<>(items, token(place, latestFirst));
        }
        if (fact != null) {
          items.add(fact);
        }
        place = new Keyset(List.of(row.ref()), row.ref());
      }
      read += rows.size();
      if (rows.size() < chunk) {
        return new Page<>(items, null);
      }
      if (read >= MOST_READ) {
        return new Page<>(items, token(place, latestFirst));
      }
      chunk = CHUNK;
    }
  }

  private @Nullable String token(@Nullable Keyset place, List<Order<F>> orders) {
    return place == null ? null : space.engine.cursors().seal(place, orders, bound());
  }

  private String bound() {
    return Cursors.context(
        condition,
        space.context().tenant(),
        space.context().actor(),
        "audit",
        String.valueOf(changed));
  }

  private @Nullable F shown(ReadDoor door, Row row, @Nullable EntityType<?> about) {
    F fact = door.entity(source.type(), row);
    if (about == null) {
      // No record type at all: the right alone decides.
      return source.recordType().of(row) == null ? fact : null;
    }
    return source.shown().of(fact, about).filter(this::isWanted).orElse(null);
  }

  private boolean isWanted(F fact) {
    return changed == null
        || (fact instanceof AuditEntry entry && entry.changes().of(changed) != null);
  }

  /** The facts about records that the actor can see, with the types of those. */
  private Map<Row, EntityType<?>> visible(ReadDoor door, List<Row> rows) {
    Map<String, EntityType<?>> types = new HashMap<>();
    space.layout().types().forEach(type -> types.put(type.name(), type));
    Map<EntityType<?>, Set<UUID>> asked = new HashMap<>();
    for (Row row : rows) {
      EntityType<?> type = types.get(String.valueOf(source.recordType().of(row)));
      if (type != null) {
        Set<UUID> ids = asked.computeIfAbsent(type, any -> new HashSet<>());
        UUID id = source.recordId().of(row);
        if (id != null) {
          ids.add(id);
        }
      }
    }
    Map<EntityType<?>, Set<UUID>> hidden = new HashMap<>();
    asked.forEach((type, ids) -> hidden.put(type, hidden(door, type, ids)));
    Map<Row, EntityType<?>> visible = new HashMap<>();
    for (Row row : rows) {
      EntityType<?> type = types.get(String.valueOf(source.recordType().of(row)));
      UUID id = source.recordId().of(row);
      if (type != null
          && space.may(AuditLog.SEE, type)
          && (id == null || !hidden.getOrDefault(type, Set.of()).contains(id))) {
        visible.put(row, type);
      }
    }
    return visible;
  }

  private <E extends Entity<E>> Set<UUID> hidden(ReadDoor door, EntityType<E> type, Set<UUID> ids) {
    if (ReadDoor.everything(door.of(type)) && door.everywhere(AuditLog.SEE, type)) {
      return Set.of();
    }
    Set<UUID> hidden = new HashSet<>(ids);
    for (Row row : door.store().find(ids.stream().map(type::ref).toList())) {
      if (door.visible(type, row) && door.may(AuditLog.SEE, type, row)) {
        hidden.remove(row.ref().id());
      }
    }
    return hidden;
  }
}
