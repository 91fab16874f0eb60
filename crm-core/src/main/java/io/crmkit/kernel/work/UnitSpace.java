package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work. Writes gather here, one net change per record, and go to the store together: at
 * the commit, or before a query that has to see them.
 */
final class UnitSpace extends Workspace implements AutoCloseable {
  /** How many times guards may cause further changes before that is a loop. */
  private static final int MAX_GUARD_ROUNDS = 16;

  /** What the unit did to one record. */
  private static final class Touched {
    /** As the store has it, this unit's flushed writes included; null where it has none. */
    final @Nullable Row stored;

    /** As it will be; null where purged. */
    final @Nullable Row current;

    Touched(@Nullable Row stored, @Nullable Row current) {
      this.stored = stored;
      this.current = current;
    }
  }

  private record Undo(Ref<?> ref, @Nullable Touched before) {}

  /** A call within the unit: where everything stood when it began. */
  private final class Part {
    private int undoMark = undo.size();
    private int factMark = facts.size();
    private final int eventMark = events.size();
    private final int expectMark = expected.size();
    private final int guardMark = guarded.size();
    private boolean flushed;

    /** All that is pending goes to the store, which cannot take the part's own writes back. */
    void flush() {
      flushed |= undo.size() > undoMark || facts.size() > factMark;
      undoMark = 0;
      factMark = 0;
    }

    void undo() {
      if (flushed) {
        doomed = true;
      } else {
        undoTo(undoMark);
        cut(facts, factMark);
        cut(events, eventMark);
        cut(expected, expectMark);
        cut(guarded, guardMark);
      }
    }
  }

  private record Seen(Ref<?> ref, @Nullable Row before) {}

  private final StoreTransaction transaction;
  private final Layout layout;
  private final Instant now;
  private final UUID id;
  private final ReadDoor reading;
  private final WriteDoor writing;
  private final Map<Ref<?>, Touched> touched = new LinkedHashMap<>();
  private final List<Undo> undo = new ArrayList<>();
  private final List<Row> facts = new ArrayList<>();
  private final List<Change.Expect> expected = new ArrayList<>();
  private final List<CrmEvent> events = new ArrayList<>();
  private final List<Seen> guarded = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private boolean shaped;
  private boolean doomed;
  private boolean over;

  UnitSpace(Engine engine, CallContext context, Layout layout) {
    super(engine, context);
    this.layout = layout;
    this.transaction = engine.store().begin(context.tenant(), layout);
    this.now = engine.now();
    this.id = engine.nextId();
    this.reading = new ReadDoor(engine, context, layout, new UnitReader(transaction, this));
    this.writing = new WriteDoor(this);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  UUID id() {
    return id;
  }

  @Override
  ReadDoor reading() {
    requireOpen();
    return reading;
  }

  WriteDoor writing() {
    requireOpen();
    return writing;
  }

  @Override
  public <T> T call(Function<? super Workspace, T> work) {
    return part(work, true);
  }

  @Override
  public <T> T rehearse(Function<? super Workspace, T> work) {
    return part(work, false);
  }

  private <T> T part(Function<? super Workspace, T> work, boolean keep) {
    requireOpen();
    Part part = new Part();
    parts.add(part);
    boolean done = false;
    try {
      T result = work.apply(this);
      done = keep;
      return result;
    } finally {
      parts.remove(parts.size() - 1);
      if (!done) {
        part.undo();
      }
    }
  }

  private void undoTo(int mark) {
    for (int i = undo.size() - 1; i >= mark; i--) {
      Undo step = undo.remove(i);
      if (step.before() == null) {
        touched.remove(step.ref());
      } else {
        touched.put(step.ref(), step.before());
      }
    }
  }

  private static void cut(List<?> list, int size) {
    list.subList(size, list.size()).clear();
  }

  @Override
  public void publish(CrmEvent event) {
    requireOpen();
    events.add(event);
    facts.add(Facts.outbox(this, event));
  }

  /** The record as this unit sees it, deleted ones included. */
  @Nullable Row row(Ref<?> ref) {
    Touched mine = touched.get(ref);
    return mine != null ? mine.current : transaction.find(ref);
  }

  boolean hasTouched(Ref<?> ref) {
    return touched.containsKey(ref);
  }

  /** Refuses a snapshot that this unit itself has made old. */
  void requireCurrent(Row handedIn) {
    requireOpen();
    Touched mine = touched.get(handedIn.ref());
    if (mine != null && (mine.current == null || mine.current.version() != handedIn.version())) {
      throw ConflictException.twice(
          handedIn.ref(), handedIn.version(), mine.current == null ? 0 : mine.current.version());
    }
  }

  void expect(Row row) {
    expected.add(new Change.Expect(row));
  }

  /**
   * Takes a change that has passed every check.
   *
   * @param before the record as it was; null for a new one
   * @param after the record as it will be; null where it is purged
   */
  void put(EntityType<?> type, @Nullable Row before, @Nullable Row after, List<Row> itsFacts) {
    Row any = after != null ? after : before;
    if (any == null) {
      throw new IllegalArgumentException("a change of nothing");
    }
    Touched known = touched.get(any.ref());
    undo.add(new Undo(any.ref(), known));
    touched.put(any.ref(), new Touched(known == null ? before : known.stored, after));
    facts.addAll(itsFacts);
    if (engine.hooks().guards(type)) {
      guarded.add(new Seen(any.ref(), before));
    }
    shaped |= Layouts.shapingTypes().contains(type);
  }

  void announce(CrmEvent event) {
    events.add(event);
  }

  /** Sends what is pending to the store, so that a query sees it. */
  void flush() {
    requireOpen();
    List<Change> pending = pending();
    if (!pending.isEmpty()) {
      doomed = true; // unless the store takes it
      transaction.write(pending);
      doomed = false;
      parts.forEach(Part::flush);
      undo.clear();
      facts.clear();
      touched.replaceAll((ref, mine) -> new Touched(mine.current, mine.current));
    }
  }

  private List<Change> pending() {
    List<Change> changes = new ArrayList<>(touched.size() + facts.size());
    for (Touched mine : touched.values()) {
      if (mine.stored == mine.current) {
        continue;
      }
      if (mine.stored == null) {
        changes.add(new Change.Insert(Objects.requireNonNull(mine.current)));
      } else if (mine.current == null) {
        changes.add(new Change.Purge(mine.stored));
      } else {
        changes.add(new Change.Update(mine.stored, mine.current));
      }
    }
    for (Row fact : facts) {
      changes.add(new Change.Insert(fact));
    }
    return changes;
  }

  void commit() {
    transaction.commit(last());
    over = true;
    engine.committed(context(), events, shaped);
  }

  /** Everything that a commit checks, without the commit; the unit is over then. */
  void check() {
    transaction.write(last());
    over = true;
  }

  private List<Change> last() {
    requireOpen();
    runGuards();
    requireOpen();
    List<Change> changes = new ArrayList<>();
    for (Change.Expect expectation : expected) {
      if (!touched.containsKey(expectation.ref())) {
        changes.add(expectation);
      }
    }
    changes.addAll(pending());
    return changes;
  }

  private void runGuards() {
    for (int round = 0; !guarded.isEmpty(); round++) {
      if (round == MAX_GUARD_ROUNDS) {
        throw new InvalidRequestException("request.guard_loop", MAX_GUARD_ROUNDS);
      }
      Map<Ref<?>, Seen> first = new LinkedHashMap<>();
      guarded.forEach(seen -> first.putIfAbsent(seen.ref(), seen));
      guarded.clear();
      first.values().forEach(seen -> guard(seen.ref(), seen.before()));
    }
  }

  private <E extends Entity<E>> void guard(Ref<E> ref, @Nullable Row before) {
    EntityType<E> type = ref.type();
    Row after = row(ref);
    if (before != null || after != null) {
      engine
          .hooks()
          .check(
              this,
              type,
              before == null ? null : type.entity(before),
              after == null ? null : type.entity(after));
    }
  }

  private void requireOpen() {
    if (over) {
      throw new InvalidRequestException("request.unit_over");
    }
    if (doomed) {
      throw new InvalidRequestException("request.unit_failed");
    }
  }

  @Override
  public void close() {
    over = true;
    transaction.close();
  }
}
