package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where modules and hosts hang in what has to happen around writing. Thread-safe. */
public final class Hooks {
  /** Completes a draft before it is checked: defaults that depend on the context. */
  @FunctionalInterface
  public interface Preparation<E extends Entity<E>> {
    /** Called once per record written, with the workspace of the unit. */
    void prepare(Workspace work, Draft<E> draft);
  }

  /** Looks at a change at the end of its unit of work and may veto it by throwing. */
  @FunctionalInterface
  public interface Guard<E extends Entity<E>> {
    /**
     * Called before the commit, once per changed record.
     *
     * @param before the record as it was; null for a new one
     * @param after the record as it will be; null where it is purged
     */
    void check(Workspace work, @Nullable E before, @Nullable E after);
  }

  /** Looks at changes of many types. */
  @FunctionalInterface
  public interface WideGuard {
    /** As {@link Guard#check}. */
    <E extends Entity<E>> void check(
        Workspace work, EntityType<E> type, @Nullable E before, @Nullable E after);
  }

  /** Completes a record that comes back from the bin, which passes no preparation. */
  @FunctionalInterface
  interface Revival {
    /** The row, in the same version and still in the bin, as it is to come back. */
    Row revived(UnitSpace unit, Row row);
  }

  private record GuardOf(Predicate<EntityType<?>> which, WideGuard guard) {}

  /** Sees to what has to follow, once for a unit of work that changes records of some types. */
  public interface Watch {
    /** Called behind all guards, once however many records the unit changes. */
    void beforeCommit(Workspace work);

    /** Called behind the commit, before anybody hears of it, on the thread that committed. */
    default void committed(CallContext context) {}
  }

  /** All that hangs in the writing of one type, found at once. */
  record OfType(
      List<Preparation<?>> preparations,
      List<Revival> revivals,
      List<Guard<?>> guards,
      List<WideGuard> wideGuards,
      List<Guard<?>> guardsOfWhole,
      List<RefField<?, ?>> wholes,
      List<Watch> watches) {
    boolean isGuarded() {
      return !guards.isEmpty() || !wideGuards.isEmpty() || !guardsOfWhole.isEmpty();
    }
  }

  /** Put together when a type is first written; made anew where something is registered. */
  private final Map<EntityType<?>, OfType> byType = new ConcurrentHashMap<>();

  private final Map<EntityType<?>, List<Watch>> watches = new ConcurrentHashMap<>();
  private final Map<EntityType<?>, List<Preparation<?>>> preparations = new ConcurrentHashMap<>();
  private final Map<EntityType<?>, List<Revival>> revivals = new ConcurrentHashMap<>();
  private final Map<EntityType<?>, List<Guard<?>>> guards = new ConcurrentHashMap<>();
  private final Map<EntityType<?>, List<RefField<?, ?>>> wholes = new ConcurrentHashMap<>();
  private final Map<EntityType<?>, List<Guard<?>>> guardsOfWholes = new ConcurrentHashMap<>();
  private final List<GuardOf> guardsOf = new CopyOnWriteArrayList<>();
  private final List<PersonalStore> stores = new CopyOnWriteArrayList<>();
  private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

  Hooks() {}

  /** Completes every draft of a type. */
  public <E extends Entity<E>> Hooks prepare(EntityType<E> type, Preparation<E> preparation) {
    preparations.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(preparation);
    byType.clear();
    return this;
  }

  /** Completes every record of a type that is restored. */
  Hooks revive(EntityType<?> type, Revival revival) {
    revivals.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(revival);
    byType.clear();
    return this;
  }

  /** Guards every change of a type. */
  public <E extends Entity<E>> Hooks beforeCommit(EntityType<E> type, Guard<E> guard) {
    guards.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(guard);
    byType.clear();
    return this;
  }

  /**
   * Guards a whole against changes of its parts: called once for a whole of which parts have
   * changed, whether it has changed itself or not.
   *
   * @param guard is given the whole, not the parts
   * @param toWhole the fields of the types of parts that lead to it
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final <W extends Entity<W>> Hooks beforeCommitOfParts(
      EntityType<W> whole, Guard<W> guard, RefField<?, W>... toWhole) {
    guardsOfWholes.computeIfAbsent(whole, t -> new CopyOnWriteArrayList<>()).add(guard);
    for (RefField<?, W> field : toWhole) {
      wholes.computeIfAbsent(field.type(), t -> new CopyOnWriteArrayList<>()).add(field);
    }
    byType.clear();
    return this;
  }

  /** Guards every change of those types that meet {@code which}. */
  public Hooks beforeCommit(Predicate<EntityType<?>> which, WideGuard guard) {
    guardsOf.add(new GuardOf(which, guard));
    byType.clear();
    return this;
  }

  /** Makes personal data known that is kept elsewhere than in fields. */
  public Hooks personal(PersonalStore store) {
    stores.add(store);
    return this;
  }

  List<PersonalStore> personalStores() {
    return List.copyOf(stores);
  }

  /** For a feature that serves the rights of people, to keep to itself. */
  public Erasing.Key everything() {
    return new Erasing.Key();
  }

  /** Watches over the changes of several types. */
  public Hooks watch(List<EntityType<?>> types, Watch watch) {
    types.forEach(
        type -> watches.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(watch));
    byType.clear();
    return this;
  }

  /** Hears of every event after the commit. */
  public Hooks listen(EventListener listener) {
    listeners.add(listener);
    return this;
  }

  <E extends Entity<E>> void prepare(Workspace work, EntityType<E> type, Draft<E> draft) {
    for (Preparation<?> preparation : of(type).preparations()) {
      @SuppressWarnings("unchecked") // registered under its own type
      Preparation<E> its = (Preparation<E>) preparation;
      its.prepare(work, draft);
    }
  }

  OfType of(EntityType<?> type) {
    OfType known = byType.get(type);
    return known != null ? known : byType.computeIfAbsent(type, this::gathered);
  }

  private OfType gathered(EntityType<?> type) {
    return new OfType(
        List.copyOf(preparations.getOrDefault(type, List.of())),
        List.copyOf(revivals.getOrDefault(type, List.of())),
        List.copyOf(guards.getOrDefault(type, List.of())),
        guardsOf.stream().filter(each -> each.which().test(type)).map(GuardOf::guard).toList(),
        List.copyOf(guardsOfWholes.getOrDefault(type, List.of())),
        List.copyOf(wholes.getOrDefault(type, List.of())),
        List.copyOf(watches.getOrDefault(type, List.of())));
  }

  <E extends Entity<E>> void check(
      Workspace work, EntityType<E> type, @Nullable E before, @Nullable E after) {
    OfType its = of(type);
    check(its.guards(), work, before, after);
    for (WideGuard wide : its.wideGuards()) {
      wide.check(work, type, before, after);
    }
  }

  <E extends Entity<E>> void checkWhole(
      Workspace work, EntityType<E> type, @Nullable E before, @Nullable E after) {
    check(of(type).guardsOfWhole(), work, before, after);
  }

  private static <E extends Entity<E>> void check(
      List<Guard<?>> all, Workspace work, @Nullable E before, @Nullable E after) {
    for (Guard<?> guard : all) {
      @SuppressWarnings("unchecked") // registered under its own type
      Guard<E> its = (Guard<E>) guard;
      its.check(work, before, after);
    }
  }

  List<EventListener> listeners() {
    return listeners;
  }
}
