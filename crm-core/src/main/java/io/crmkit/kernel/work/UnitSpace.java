package io.crmkit.kernel.work;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.audit.ChangeSet;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.event.RecordEvent;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Outcome;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work. Writes gather here, one net change per record, and go to the store together: at
 * the commit, or before a query that has to see them.
 */
final class UnitSpace extends Workspace implements AutoCloseable {
  /** A call within the unit: where everything stood when it began. */
  private final class Part {
    private int undoMark = changes.steps();
    private int factMark = facts.size();
    private final int eventMark = events.size();
    private final int expectMark = expected.size();
    private final int guardMark = guarding.size();
    private final int turnMark = turns == null ? 0 : turns.size();
    private boolean flushed;

    /** All that is pending goes to the store, which cannot take the part's own writes back. */
    void flush() {
      flushed |= changes.steps() > undoMark || facts.size() > factMark;
      undoMark = 0;
      factMark = 0;
    }

    void undo() {
      if (flushed) {
        doomed = true;
      } else {
        changes.undoTo(undoMark);
        cut(facts, factMark);
        cut(events, eventMark);
        cut(expected, expectMark);
        guarding.cut(guardMark);
        turns().cut(turnMark);
      }
    }
  }

  private final StoreTransaction transaction;
  private final Layout layout;
  private final Instant now;
  private final ReadDoor reading;
  private final WriteDoor writing;
  private final Facts its;
  private final NetChanges changes = new NetChanges();
  private final List<Change> facts = new ArrayList<>(2);
  private final List<CrmEvent> events = new ArrayList<>(2);
  private final Guarding guarding = new Guarding(this);
  private List<Change.Expect> expected = List.of();
  private List<Ref<?>> assumed = List.of();
  private List<Access> accesses = List.of();
  private List<Part> parts = List.of();
  private Set<Ref<?>> forgotten = Set.of();
  private Set<Hooks.Watch> watching = Set.of();
  private Set<Operation> required = Set.of();
  private @Nullable TurnsTaken turns;
  private final Outcome outcome = new Outcome();
  private boolean shaped;
  private boolean doomed;
  private boolean over;

  UnitSpace(SessionSpace session, Layout layout) {
    super(session.engine, session.context(), session.policy());
    this.layout = layout;
    policy().enter(context(), layout);
    this.transaction = engine.store().begin(context().tenant(), layout);
    this.now = engine.now();
    this.its = new Facts(this);
    this.reading = new ReadDoor(this, layout, new UnitReader(transaction, this));
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

  @Override
  ReadDoor reading() {
    requireOpen();
    return reading;
  }

  @Override
  <E extends Entity<E>> boolean may(Operation operation, EntityType<E> type, Row row) {
    return reading().may(operation, type, row);
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
  public <T> T requiring(Operation also, Supplier<T> part) {
    required = required.isEmpty() ? EnumSet.noneOf(Operation.class) : required;
    boolean first = required.add(also);
    try {
      return part.get();
    } finally {
      if (first) {
        required.remove(also);
      }
    }
  }

  /** What the actor needs the right to besides the change itself. */
  Set<Operation> required() {
    return required;
  }

  @Override
  public <T> T rehearse(Function<? super Workspace, T> work) {
    return part(work, false);
  }

  private <T> T part(Function<? super Workspace, T> work, boolean keep) {
    requireOpen();
    Part part = new Part();
    parts = with(parts, part);
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

  /** Most of what a unit may have to keep it has none of, so lists are made for what is in them. */
  static <T> List<T> with(List<T> list, T item) {
    List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
    longer.add(item);
    return longer;
  }

  static void cut(List<?> list, int size) {
    if (list.size() > size) {
      list.subList(size, list.size()).clear();
    }
  }

  @Override
  public void publish(CrmEvent event) {
    requireOpen();
    events.add(event);
    facts.add(its.outbox(event));
  }

  @Override
  public Optional<UUID> workId() {
    return Optional.of(its.work());
  }

  /** Written with the commit; where the unit or a part of it is undone, still not forgotten. */
  @Override
  void note(Access access) {
    accesses = with(accesses, access);
  }

  /** What was seen and refused in this unit. */
  List<Access> accesses() {
    return accesses;
  }

  /** The record as this unit sees it, deleted ones included. */
  @Nullable Row row(Ref<?> ref) {
    NetChanges.Net mine = changes.get(ref);
    return mine != null ? mine.current() : transaction.find(ref);
  }

  /** What becomes of this unit. */
  Outcome outcome() {
    return outcome;
  }

  boolean hasTouched(Ref<?> ref) {
    return changes.get(ref) != null;
  }

  /** What the store has, with nothing that is pending here. */
  StoreReader stored() {
    requireOpen();
    return transaction;
  }

  /** The turns that its records have taken. */
  TurnsTaken turns() {
    turns = turns == null ? new TurnsTaken() : turns;
    return turns;
  }

  /** True where this unit makes the record. */
  boolean makes(Ref<?> ref) {
    NetChanges.Net mine = changes.get(ref);
    return mine != null && mine.made();
  }

  /** What this unit has written of a type, as it will be. */
  List<Row> written(EntityType<?> type) {
    return changes.of(type);
  }

  /**
   * The actor sees the record as it was handed in; whether it still is so, the commit finds out.
   */
  void assumeVisible(Ref<?> ref) {
    assumed = with(assumed, ref);
  }

  /**
   * Refuses a snapshot that this unit itself has made old, and one of what has never come to be:
   * its version may be that of something else by now.
   */
  void requireCurrent(Snapshot snapshot) {
    requireOpen();
    Row handedIn = snapshot.stored();
    Outcome its = snapshot.outcome();
    NetChanges.Net mine = changes.get(handedIn.ref());
    if (its != null && (its == outcome ? mine == null : !its.committed())) {
      throw ConflictException.stale(handedIn.ref(), handedIn.version(), null);
    }
    if (mine == null) {
      return;
    }
    Row current = mine.current();
    if (current == null || current.version() != handedIn.version()) {
      throw ConflictException.twice(
          handedIn.ref(), handedIn.version(), current == null ? 0 : current.version());
    }
  }

  void expect(Row row) {
    expected = with(expected, new Change.Expect(row));
  }

  /**
   * Takes a change that has passed every check.
   *
   * @param before the record as it was; null for a new one
   * @param after the record as it will be; null where it is purged
   */
  void put(EntityType<?> type, @Nullable Row before, @Nullable Row after) {
    Row any = after != null ? after : before;
    if (any == null) {
      throw new IllegalArgumentException("a change of nothing");
    }
    putUnguarded(type, any.ref(), before, after);
    Hooks.OfType hooks = engine.hooks().of(type);
    guarding.note(hooks, any.ref(), before, after);
  }

  /** As {@link #put}, of an erasure, which no guard may veto: it reaches what never changes. */
  void putErased(EntityType<?> type, Row before, Row after) {
    putUnguarded(type, after.ref(), before, after);
  }

  private void putUnguarded(
      EntityType<?> type, Ref<?> ref, @Nullable Row before, @Nullable Row after) {
    changes.put(ref, before, after, !parts.isEmpty());
    for (Hooks.Watch watch : engine.hooks().of(type).watches()) {
      watching = watching.isEmpty() ? new LinkedHashSet<>() : watching;
      watching.add(watch);
    }
    shaped |= Layouts.isShaping(type);
  }

  /** Notes what a change has to be remembered by, and announces it. */
  void tell(RecordEvent event, Instant at, @Nullable Row before, @Nullable Row after) {
    tell(event, its.audit(event, at, before, after));
  }

  /** As {@link #tell}, of an erasure, which nothing of what was erased may be remembered of. */
  void tellErased(RecordEvent event, Instant at, ChangeSet names) {
    tell(event, its.audit(event, at, names));
  }

  private void tell(RecordEvent event, Change audit) {
    facts.add(audit);
    facts.add(its.outbox(event));
    events.add(event);
  }

  /** Notes that the key of the record's history goes with this unit. */
  void forget(Ref<?> record) {
    if (engine.store().keepsObjects()) {
      forgotten = forgotten.isEmpty() ? new LinkedHashSet<>() : forgotten;
      forgotten.add(record);
    }
  }

  /**
   * Seals what facts still say in clear of records whose keys go: those that were committed, since
   * whoever commits another one now changes the record too and comes too late, and this unit's own.
   */
  private void sealHistory() {
    StoreReader committed = engine.store().reader(context().tenant(), layout);
    for (Ref<?> ref : forgotten) {
      Selection<AuditEntry> history =
          new Selection<>(
              AuditEntry.TYPE,
              AuditEntry.RECORD_ID.is(ref.id()).and(AuditEntry.RECORD_TYPE.is(ref.type().name())),
              List.of(),
              null,
              Integer.MAX_VALUE);
      committed.select(history).forEach(AuditEntry.CHANGES::of);
      transaction.select(history).forEach(AuditEntry.CHANGES::of);
    }
    for (Change fact : facts) {
      if (fact instanceof Change.Insert insert && insert.row().type() == AuditEntry.TYPE) {
        AuditEntry.CHANGES.of(insert.row());
      }
    }
  }

  /** Sends what is pending to the store, so that a query sees it. */
  void flush() {
    requireOpen();
    List<Change> pending = new ArrayList<>(changes.size() + facts.size());
    addPending(pending);
    if (!pending.isEmpty()) {
      doomed = true; // unless the store takes it
      send(() -> transaction.write(pending));
      doomed = false;
      parts.forEach(Part::flush);
      facts.clear();
      changes.flushed();
    }
  }

  private void addPending(List<Change> pending) {
    changes.addPending(pending);
    for (int i = 0; i < facts.size(); i++) {
      pending.add(facts.get(i));
    }
  }

  void commit() {
    List<Change> changes = last();
    if (!forgotten.isEmpty()) {
      sealHistory();
    }
    accesses.forEach(access -> changes.add(its.access(access)));
    send(() -> transaction.commit(changes));
    over = true;
    outcome.commit();
    watching.forEach(watch -> watch.committed(context()));
    engine.committed(context(), events, shaped);
  }

  /** Everything that a commit checks, without the commit; the unit is over then. */
  void check() {
    List<Change> changes = last();
    send(() -> transaction.write(changes));
    over = true;
  }

  /** Of a record that the actor does not see any more, not even that it has changed is said. */
  private void send(Runnable changes) {
    try {
      changes.run();
    } catch (ConflictException conflict) {
      assumed.forEach(ref -> requireVisible(ref));
      throw conflict;
    }
  }

  private <E extends Entity<E>> void requireVisible(Ref<E> ref) {
    Row now = engine.store().reader(context().tenant(), layout).find(ref);
    if (now == null || !reading.of(ref.type()).predicate(Lookup.NONE).test(now)) {
      throw NotFoundException.record(ref);
    }
  }

  private List<Change> last() {
    requireOpen();
    guarding.run();
    if (!watching.isEmpty()) {
      List.copyOf(watching).forEach(watch -> watch.beforeCommit(this));
      guarding.run();
    }
    requireOpen();
    List<Change> last = new ArrayList<>(expected.size() + changes.size() + facts.size());
    for (Change.Expect expectation : expected) {
      if (!hasTouched(expectation.ref())) {
        last.add(expectation);
      }
    }
    addPending(last);
    return last;
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
