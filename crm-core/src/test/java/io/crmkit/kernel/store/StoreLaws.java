package io.crmkit.kernel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every store whatever is in it and whatever it is asked: its answers are those of a
 * plain list. A store runs these laws in one empty subclass, beside {@link StoreContract}.
 */
public abstract class StoreLaws {
  private static final String TENANT = "here";

  /** Makes a store with nothing in it, not opened yet. */
  protected abstract Store freshStore();

  /** Closes a store and removes what it may have left behind. */
  protected abstract void dispose(Store used);

  /** See {@link StoreContract#writersWait}. */
  protected boolean writersWait() {
    return false;
  }

  /**
   * True where whoever purges a row keeps others from adding any until the end of the transaction,
   * since the database guards the gaps in which a row that refers to it could appear.
   */
  protected boolean purgesHinderAdding() {
    return false;
  }

  // What happens to the data

  enum Deed {
    INSERT,
    CHANGE,
    BIN,
    PURGE
  }

  record Step(Deed deed, int target, Samples.Values values) {}

  /** What everybody has committed, what came later, and what one transaction keeps to itself. */
  record History(List<Step> before, List<Step> meanwhile, List<Step> own) {}

  @Provide
  Arbitrary<History> histories() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(6, Deed.INSERT),
                    Tuple.of(3, Deed.CHANGE),
                    Tuple.of(1, Deed.BIN),
                    Tuple.of(1, Deed.PURGE)),
                Arbitraries.integers().between(0, 1000),
                Samples.values())
            .as(Step::new);
    return Combinators.combine(
            step.list().ofMinSize(10).ofMaxSize(45),
            step.list().ofMaxSize(15),
            step.list().ofMaxSize(10))
        .as(History::new);
  }

  @Provide
  Arbitrary<Condition<Planet>> conditions() {
    return Samples.conditions();
  }

  @Provide
  Arbitrary<Condition<Planet>> scopes() {
    return Samples.scopes();
  }

  @Provide
  Arbitrary<List<Order<Planet>>> orders() {
    return Samples.orders();
  }

  @Provide
  Arbitrary<List<Expr<Planet, ?>>> groups() {
    return Samples.groups();
  }

  @Provide
  Arbitrary<List<Measure<Planet, ?>>> measures() {
    return Samples.measures();
  }

  /** A reader beside the plain list that it has to agree with. */
  record Sight(StoreReader reader, Reference reference) {}

  /** Plays a history and looks at it from the outside, from before it and from within. */
  private void inAll(History history, Consumer<Sight> check) {
    Store store = freshStore();
    try {
      store.open(Universe.TYPES);
      World world = new World(store);
      world.commit(Samples.stars().stream().<Change>map(Change.Insert::new).toList());
      world.play(history.before());
      Reference earlier = world.reference.copy();
      try (StoreTransaction old = store.begin(TENANT, Universe.EXTENDED)) {
        old.find(Universe.ref(Planet.TYPE, 1)); // from here on it sees what there is now
        world.play(history.meanwhile());
        check.accept(new Sight(store.reader(TENANT, Universe.EXTENDED), world.reference));
        check.accept(new Sight(old, earlier));
        for (Step step : history.own()) {
          Change change = world.change(step, earlier);
          boolean stale =
              change != null && earlier.row(change.ref()) != world.reference.row(change.ref());
          if (change != null && !(stale && writersWait())) {
            old.write(List.of(change));
            earlier.apply(change);
          }
        }
        check.accept(new Sight(old, earlier));
      }
    } finally {
      dispose(store);
    }
  }

  private static final class World {
    private final Store store;
    private final Reference reference = new Reference();
    private long made;

    World(Store store) {
      this.store = store;
    }

    void play(List<Step> steps) {
      List<Change> together = new ArrayList<>();
      Reference next = reference.copy();
      for (Step step : steps) {
        Change change = change(step, next);
        if (change != null) {
          next.apply(change);
          together.add(change);
        }
        if (step.target() % 3 == 0) {
          commit(together);
          together.clear();
        }
      }
      commit(together);
    }

    void commit(List<Change> changes) {
      try (StoreTransaction tx = store.begin(TENANT, Universe.EXTENDED)) {
        tx.commit(changes);
      }
      changes.forEach(reference::apply);
    }

    /** What a step does to the rows there are; null where it finds none to do it to. */
    @Nullable Change change(Step step, Reference rows) {
      if (step.deed() == Deed.INSERT) {
        made++;
        return new Change.Insert(
            Universe.planet(made * 7919 % 10007, draft -> step.values().into(draft)));
      }
      List<Row> planets = rows.planets();
      if (planets.isEmpty()) {
        return null;
      }
      Row row = planets.get(step.target() % planets.size());
      return switch (step.deed()) {
        case CHANGE ->
            new Change.Update(row, Universe.changed(row, draft -> step.values().into(draft)));
        case BIN -> new Change.Update(row, Universe.deleted(row));
        default -> new Change.Purge(row);
      };
    }
  }

  // Selections

  @Property(tries = 80)
  void a_selection_is_the_list_filtered_and_sorted(
      @ForAll("histories") History history,
      @ForAll @Size(min = 1, max = 8) List<@From("conditions") Condition<Planet>> conditions,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 30) int limit) {
    inAll(
        history,
        sight -> {
          for (Condition<Planet> condition : conditions) {
            List<Row> expected = sight.reference().select(condition, orders);
            assertSame(expected, paged(sight, condition, orders, limit), condition);
            Selection<Planet> all =
                new Selection<>(Planet.TYPE, condition, orders, null, Integer.MAX_VALUE);
            assertSame(expected, sight.reader().select(all), condition);
            try (Stream<Row> rows = sight.reader().stream(all)) {
              assertSame(expected, rows.toList(), condition);
            }
            assertEquals(expected.size(), sight.reader().count(Planet.TYPE, condition));
            assertEquals(!expected.isEmpty(), sight.reader().exists(Planet.TYPE, condition));
          }
        });
  }

  @Property(tries = 80)
  void what_somebody_may_see_is_the_list_filtered_and_sorted(
      @ForAll("histories") History history,
      @ForAll @Size(min = 1, max = 8) List<@From("scopes") Condition<Planet>> scopes,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 10) int limit) {
    List<Order<Planet>> first = orders.subList(0, Math.min(1, orders.size()));
    inAll(
        history,
        sight -> {
          for (Condition<Planet> scope : scopes) {
            assertSame(
                sight.reference().select(scope, first), paged(sight, scope, first, limit), scope);
          }
        });
  }

  private static List<Row> paged(
      Sight sight, Condition<Planet> condition, List<Order<Planet>> orders, int limit) {
    List<Row> all = new ArrayList<>();
    Keyset after = null;
    while (true) {
      List<Row> page =
          sight.reader().select(new Selection<>(Planet.TYPE, condition, orders, after, limit));
      all.addAll(page);
      if (page.size() < limit) {
        return all;
      }
      after = sight.reference().place(orders, page.get(limit - 1));
    }
  }

  @Property(tries = 50)
  void a_page_begins_behind_any_place(
      @ForAll("histories") History history,
      @ForAll("conditions") Condition<Planet> condition,
      @ForAll("orders") List<Order<Planet>> orders,
      @ForAll @IntRange(min = 1, max = 50) int limit) {
    inAll(
        history,
        sight -> {
          for (Row anywhere : sight.reference().planets()) {
            Keyset after = sight.reference().place(orders, anywhere);
            List<Row> expected = sight.reference().select(condition, orders, after);
            assertSame(
                expected.subList(0, Math.min(limit, expected.size())),
                sight
                    .reader()
                    .select(new Selection<>(Planet.TYPE, condition, orders, after, limit)),
                condition);
          }
        });
  }

  private static void assertSame(List<Row> expected, List<Row> found, Condition<Planet> condition) {
    assertEquals(marks(expected), marks(found), () -> condition.toString());
  }

  private static List<String> marks(List<Row> rows) {
    return rows.stream().map(row -> row.ref().low() + " v" + row.version()).toList();
  }

  // Figures

  @Property(tries = 80)
  void figures_are_those_of_the_list(
      @ForAll("histories") History history,
      @ForAll("conditions") Condition<Planet> condition,
      @ForAll("groups") List<Expr<Planet, ?>> groups,
      @ForAll("measures") List<Measure<Planet, ?>> measures) {
    inAll(
        history,
        sight -> {
          Aggregation<Planet> aggregation =
              new Aggregation<>(Planet.TYPE, condition, groups, measures);
          List<List<Object>> expected;
          try {
            expected = sight.reference().figures(condition, groups, measures);
          } catch (RuntimeException refusal) {
            assertTrue(Reference.isRefusal(refusal), refusal::toString);
            RuntimeException refused =
                assertThrows(RuntimeException.class, () -> sight.reader().aggregate(aggregation));
            assertTrue(Reference.isRefusal(refused), refused::toString);
            return;
          }
          List<List<Object>> found =
              sight.reader().aggregate(aggregation).stream().map(Arrays::asList).toList();
          assertEquals(expected, found);
        });
  }

  // Missing values

  @Property(tries = 40)
  void not_is_the_complement(
      @ForAll("histories") History history,
      @ForAll("conditions") Condition<Planet> one,
      @ForAll("conditions") Condition<Planet> other) {
    inAll(
        history,
        sight -> {
          StoreReader reader = sight.reader();
          long all = reader.count(Planet.TYPE, Condition.always());
          long some = reader.count(Planet.TYPE, one);
          assertEquals(all - some, reader.count(Planet.TYPE, one.not()));
          assertEquals(some, reader.count(Planet.TYPE, one.not().not()));
          assertEquals(0, reader.count(Planet.TYPE, one.and(one.not())));
          assertEquals(all, reader.count(Planet.TYPE, one.or(one.not())));
          assertEquals(
              found(reader, one.and(other).not()), found(reader, one.not().or(other.not())));
          assertEquals(
              found(reader, one.or(other).not()), found(reader, one.not().and(other.not())));
        });
  }

  private static List<String> found(StoreReader reader, Condition<Planet> condition) {
    return marks(
        reader.select(new Selection<>(Planet.TYPE, condition, List.of(), null, Integer.MAX_VALUE)));
  }

  // Transactions side by side

  enum Move {
    LOOK,
    ADD,
    PURGE,
    EXPECT,
    COMMIT,
    LEAVE
  }

  /** What one of several transactions does next to one of several rows. */
  record Turn(int who, Move move, int row) {}

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.frequency(
                Tuple.of(4, Move.LOOK),
                Tuple.of(6, Move.ADD),
                Tuple.of(1, Move.PURGE),
                Tuple.of(2, Move.EXPECT),
                Tuple.of(4, Move.COMMIT),
                Tuple.of(1, Move.LEAVE)),
            Arbitraries.integers().between(1, 3))
        .as(Turn::new)
        .list()
        .ofMaxSize(60);
  }

  /** A transaction, what it must see and what its commit rests on. */
  private static final class Player {
    private final StoreTransaction tx;
    private final Reference saw;
    private final Reference sees;
    private final Set<Ref<?>> restsOn = new HashSet<>();
    private final List<Change> wrote = new ArrayList<>();

    Player(StoreTransaction tx, Reference committed) {
      this.tx = tx;
      this.saw = committed.copy();
      this.sees = committed.copy();
      tx.find(Universe.ref(Planet.TYPE, 1)); // from here on it sees what there is now
    }

    void write(Change change) {
      tx.write(List.of(change));
      restsOn.add(change.ref());
      sees.apply(change);
      wrote.add(change);
    }
  }

  @Property(tries = 200)
  void transactions_follow_one_another_as_they_commit(@ForAll("turns") List<Turn> turns) {
    Store store = freshStore();
    try {
      store.open(Universe.TYPES);
      Reference committed = new Reference();
      Map<Integer, Player> players = new HashMap<>();
      for (Turn turn : turns) {
        Player player =
            players.computeIfAbsent(
                turn.who(), who -> new Player(store.begin(TENANT, Universe.PLAIN), committed));
        Ref<Planet> ref = Universe.ref(Planet.TYPE, turn.row());
        Row seen = player.sees.row(ref);
        switch (turn.move()) {
          case LOOK -> look(player, ref);
          case ADD, PURGE, EXPECT -> {
            if (turn.move() == Move.ADD || seen != null) {
              boolean stale = player.saw.row(ref) != committed.row(ref);
              boolean mayFail =
                  writersWait()
                      && (stale
                          || contested(player, Set.of(ref), players)
                          || seen == null && purgesHinderAdding() && purged(player, players));
              if (!succeeds(() -> player.write(change(turn, seen)), mayFail)) {
                player.tx.close();
                players.remove(turn.who());
              }
            }
          }
          case COMMIT -> {
            finish(player, players, committed);
            players.remove(turn.who());
          }
          case LEAVE -> {
            player.tx.close();
            players.remove(turn.who());
          }
        }
        Row now = store.reader(TENANT, Universe.PLAIN).find(ref);
        assertEquals(mark(committed.row(ref)), mark(now));
      }
      players.values().forEach(player -> player.tx.close());
      assertEquals(
          marks(committed.select(Condition.always(), List.of())),
          found(store.reader(TENANT, Universe.PLAIN), Condition.always()));
    } finally {
      dispose(store);
    }
  }

  private static Change change(Turn turn, @Nullable Row seen) {
    if (seen == null) {
      return new Change.Insert(Universe.planet(turn.row(), p -> p.set(Planet.MOONS, 1L)));
    }
    return switch (turn.move()) {
      case PURGE -> new Change.Purge(seen);
      case EXPECT -> new Change.Expect(seen);
      default ->
          new Change.Update(
              seen, Universe.changed(seen, p -> p.set(Planet.MOONS, seen.get(Planet.MOONS) + 1)));
    };
  }

  /** True where other open transactions are concerned with some of the rows. */
  private static boolean contested(Player player, Set<Ref<?>> rows, Map<Integer, Player> players) {
    return players.values().stream()
        .anyMatch(other -> other != player && !Collections.disjoint(other.restsOn, rows));
  }

  /** True where other open transactions have purged rows, whichever. */
  private static boolean purged(Player player, Map<Integer, Player> players) {
    return players.values().stream()
        .filter(other -> other != player)
        .anyMatch(other -> other.wrote.stream().anyMatch(Change.Purge.class::isInstance));
  }

  /** False where the store would have had to wait, and may have to. */
  private static boolean succeeds(Runnable write, boolean mayFail) {
    try {
      write.run();
      return true;
    } catch (ConflictException | StoreException refused) {
      boolean permanent = refused instanceof StoreException store && !store.isTransient();
      if (permanent || !mayFail) {
        throw refused;
      }
      return false;
    }
  }

  private static void look(Player player, Ref<Planet> ref) {
    assertEquals(mark(player.sees.row(ref)), mark(player.tx.find(ref)));
    assertEquals(
        marks(player.sees.select(Condition.always(), List.of(Planet.MOONS.desc()))),
        marks(
            player.tx.select(
                new Selection<>(
                    Planet.TYPE,
                    Condition.always(),
                    List.of(Planet.MOONS.desc()),
                    null,
                    Integer.MAX_VALUE))));
  }

  private void finish(Player player, Map<Integer, Player> players, Reference committed) {
    boolean fits = true;
    boolean cameBack = false;
    for (Ref<?> ref : player.restsOn) {
      Row saw = player.saw.row(ref);
      Row now = committed.row(ref);
      fits &= saw == now;
      cameBack |= saw != now && saw != null && now != null && saw.version() == now.version();
    }
    boolean mayWait = writersWait() && contested(player, player.restsOn, players);
    if (fits) {
      if (succeeds(() -> player.tx.commit(List.of()), mayWait)) {
        player.wrote.forEach(committed::apply);
      }
    } else if (!cameBack) {
      // A row purged and made anew is another one, but not every store can tell.
      RuntimeException refused =
          assertThrows(RuntimeException.class, () -> player.tx.commit(List.of()));
      assertTrue(
          refused instanceof ConflictException
              || mayWait && refused instanceof StoreException store && store.isTransient(),
          refused::toString);
    }
    player.tx.close();
  }

  private static @Nullable String mark(@Nullable Row row) {
    return row == null ? null : row.version() + ": " + row.get(Planet.MOONS);
  }
}
