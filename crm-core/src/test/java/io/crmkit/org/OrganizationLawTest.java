package io.crmkit.org;

import static io.crmkit.testing.Fixtures.aUnit;
import static io.crmkit.testing.Fixtures.aUser;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.testing.AnyStore;
import io.crmkit.testing.Fixtures;
import io.crmkit.testing.Ledger;
import io.crmkit.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** However units and people are moved about: every day has the tree that a plain model has. */
@AnyStore
class OrganizationLawTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final int DAYS = 8;
  private static final int UNITS = 5;
  private static final int USERS = 4;

  enum Verb {
    MOVE,
    TRANSFER,
    REPORT
  }

  /**
   * Something tried.
   *
   * @param to what to move to; the number of things for nothing
   * @param day from {@code TODAY - 4} on; -1 writes the field of today
   */
  record Step(Verb verb, int what, int to, int day) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Verb.class),
            Arbitraries.integers().between(0, UNITS - 1),
            Arbitraries.integers().between(0, UNITS),
            Arbitraries.integers().between(-1, DAYS - 1))
        .as(Step::new)
        .list()
        .ofMaxSize(14);
  }

  private static LocalDate day(int number) {
    return TODAY.plusDays(number - 4L);
  }

  /** What something refers to, by the day from which it does; before the first day: nothing. */
  private static final class Line {
    private final TreeMap<LocalDate, Optional<Integer>> from =
        new TreeMap<>(Map.of(LocalDate.MIN, Optional.empty()));

    Optional<Integer> on(LocalDate day) {
      return from.floorEntry(day).getValue();
    }

    /**
     * From a day on another target.
     *
     * @param kept where it is a fact too that there is none; else what is taken back on the day of
     *     its beginning leaves nothing
     */
    Line with(LocalDate day, Optional<Integer> target, boolean kept) {
      Line changed = new Line();
      changed.from.putAll(from);
      if (!changed.on(day).equals(target)) {
        changed.from.put(day, target);
      }
      if (!kept && target.isEmpty() && changed.from.lowerEntry(day).getValue().isEmpty()) {
        changed.from.remove(day);
      }
      return changed;
    }
  }

  /** The organisation as maps. */
  private static final class Model {
    final Map<Verb, List<Line>> lines = new HashMap<>();

    Model() {
      for (Verb verb : Verb.values()) {
        List<Line> its = new ArrayList<>();
        for (int i = 0; i < (verb == Verb.MOVE ? UNITS : USERS); i++) {
          its.add(new Line());
        }
        lines.put(verb, its);
      }
    }

    /** True where the step is legal, and taken. */
    boolean take(Step step, Optional<Integer> to) {
      LocalDate day = step.day() < 0 ? TODAY : day(step.day());
      List<Line> its = lines.get(step.verb());
      Line before = its.get(step.what());
      its.set(step.what(), before.with(day, to, step.verb() == Verb.MOVE));
      if (step.verb() != Verb.TRANSFER && circular(its)) {
        its.set(step.what(), before);
        return false;
      }
      return true;
    }

    private static boolean circular(List<Line> its) {
      for (int number = 0; number < DAYS; number++) {
        LocalDate day = day(number);
        for (int start = 0; start < its.size(); start++) {
          Optional<Integer> up = its.get(start).on(day);
          for (int height = 0; up.isPresent(); height++) {
            if (height > its.size()) {
              return true;
            }
            up = its.get(up.get()).on(day);
          }
        }
      }
      return false;
    }
  }

  private final List<OrgUnit> units = new ArrayList<>();
  private final List<User> users = new ArrayList<>();

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void every_day_is_what_a_plain_model_says(@ForAll("steps") List<Step> steps) {
    ManualClock clock = new ManualClock(NOW);
    try (Crm crm = Fixtures.aCrm(clock).open()) {
      Session ada = crm.as("ada");
      units.clear();
      users.clear();
      for (int i = 0; i < UNITS; i++) {
        units.add(ada.organization().units().create(aUnit("unit " + i)));
      }
      for (int i = 0; i < USERS; i++) {
        users.add(ada.organization().create(aUser("user " + i)));
      }
      Model model = new Model();
      for (Step tried : steps) {
        Step step = new Step(tried.verb(), tried.what(), tried.to(), tried.day());
        if (step.verb() != Verb.MOVE && step.what() >= USERS) {
          continue;
        }
        assertEquals(model.take(step, target(step)), take(ada, step), step::toString);
      }
      for (int number = 0; number < DAYS; number++) {
        check(ada, model, day(number));
      }
      for (int days = 0; days < DAYS - 4; days++) {
        crm.jobs().runDue();
        assertCopies(ada, model, ada.workspace().today());
        clock.advance(Duration.ofDays(1));
      }
      Ledger.check(ada);
    }
  }

  private static Optional<Integer> target(Step step) {
    int things = step.verb() == Verb.REPORT ? USERS : UNITS;
    boolean nothing = step.to() >= things && (step.verb() != Verb.TRANSFER || step.day() < 0);
    return nothing ? Optional.empty() : Optional.of(Math.min(step.to(), things - 1));
  }

  private boolean take(Session ada, Step step) {
    Organization org = ada.organization();
    @Nullable Integer to = target(step).orElse(null);
    try {
      if (step.verb() == Verb.MOVE) {
        OrgUnit unit = org.units().get(units.get(step.what()).ref());
        OrgUnit parent = to == null ? null : units.get(to);
        if (step.day() < 0) {
          org.units()
              .update(
                  unit, d -> d.setOrClear(OrgUnit.PARENT, parent == null ? null : parent.ref()));
        } else {
          org.move(unit, parent, day(step.day()), null);
        }
        return true;
      }
      User user = org.get(users.get(step.what()).ref());
      if (step.verb() == Verb.TRANSFER) {
        OrgUnit unit = to == null ? null : units.get(to);
        if (step.day() < 0) {
          org.update(user, d -> d.setOrClear(User.UNIT, unit == null ? null : unit.ref()));
        } else {
          org.transfer(user, unit, day(step.day()), null);
        }
      } else {
        User manager = to == null ? null : users.get(to);
        if (step.day() < 0) {
          org.update(user, d -> d.setOrClear(User.MANAGER, manager == null ? null : manager.ref()));
        } else {
          org.report(user, manager, day(step.day()), null);
        }
      }
      return true;
    } catch (ValidationException refused) {
      assertEquals("violation.cycle", refused.violations().get(0).code());
      return false;
    }
  }

  private void check(Session ada, Model model, LocalDate day) {
    Structure structure = Structure.of(ada.workspace(), day);
    Forest<OrgUnit> tree = ada.organization().treeOn(day);
    assertEquals(tree.all(), structure.units().all());
    checkForest(tree, units, model.lines.get(Verb.MOVE), day);
    checkForest(structure.units(), units, model.lines.get(Verb.MOVE), day);
    checkForest(structure.managers(), users, model.lines.get(Verb.REPORT), day);
    for (OrgUnit unit : units) {
      Set<Ref<OrgUnit>> below = below(unit, units, model.lines.get(Verb.MOVE), day);
      assertEquals(below, ada.organization().unitAndBelow(unit.ref(), day));
      assertEquals(
          members(model, Set.of(unit.ref()), day), Set.copyOf(structure.membersOfUnit(unit.ref())));
      assertEquals(members(model, below, day), structure.membersOfUnitAndBelow(unit.ref()));
      assertEquals(
          members(model, Set.of(unit.ref()), day),
          ada.organization().membersOn(unit.ref(), day).stream().map(User::ref).collect(toSet()));
    }
    for (User user : users) {
      Set<Ref<User>> team = below(user, users, model.lines.get(Verb.REPORT), day);
      assertEquals(team, ada.organization().teamOf(user.ref(), day));
      Set<Ref<User>> reports = new HashSet<>(structure.reportsOf(user.ref()));
      assertTrue(reports.add(user.ref()));
      assertEquals(team, reports);
      assertEquals(
          ada.organization().unitsOf(user.ref(), day).stream().map(OrgUnit::ref).toList(),
          structure.unitsOf(user.ref()));
    }
    checkGoodUntil(ada, structure);
  }

  /** Until the day that it names, every later structure says the same, and on that day another. */
  private static void checkGoodUntil(Session ada, Structure structure) {
    for (LocalDate day = structure.day(); day.isBefore(day(DAYS)); day = day.plusDays(1)) {
      Structure later = Structure.of(ada.workspace(), day);
      if (day.isBefore(structure.goodUntil())) {
        assertEquals(structure.units().all(), later.units().all());
        assertEquals(structure.managers().all(), later.managers().all());
        for (Ref<OrgUnit> unit : structure.units().all()) {
          assertEquals(structure.membersOfUnit(unit), later.membersOfUnit(unit));
        }
      }
    }
  }

  private static <E extends Entity<E>> void checkForest(
      Forest<E> forest, List<E> things, List<Line> lines, LocalDate day) {
    assertEquals(things.size(), Set.copyOf(forest.all()).size());
    for (int i = 0; i < things.size(); i++) {
      E thing = things.get(i);
      assertEquals(
          lines.get(i).on(day).map(things::get).map(Entity::ref), forest.parentOf(thing.ref()));
      Set<Ref<E>> below = below(thing, things, lines, day);
      assertEquals(below, new LinkedHashSet<>(forest.andBelow(thing.ref())));
      assertEquals(thing.ref(), forest.andBelow(thing.ref()).get(0));
      for (E other : things) {
        assertEquals(below.contains(other.ref()), forest.isWithin(other.ref(), thing.ref()));
        assertEquals(below.contains(other.ref()), forest.pathTo(other.ref()).contains(thing.ref()));
        assertEquals(
            forest.parentOf(other.ref()).equals(Optional.of(thing.ref())),
            forest.childrenOf(thing.ref()).contains(other.ref()));
      }
    }
  }

  /** What is below something, found by climbing from everything. */
  private static <E extends Entity<E>> Set<Ref<E>> below(
      E top, List<E> things, List<Line> lines, LocalDate day) {
    Set<Ref<E>> below = new HashSet<>();
    for (int i = 0; i < things.size(); i++) {
      Optional<Integer> at = Optional.of(i);
      while (at.isPresent()) {
        if (things.get(at.get()).ref().equals(top.ref())) {
          below.add(things.get(i).ref());
        }
        at = lines.get(at.get()).on(day);
      }
    }
    return below;
  }

  private Set<Ref<User>> members(Model model, Set<Ref<OrgUnit>> within, LocalDate day) {
    Set<Ref<User>> members = new HashSet<>();
    for (int i = 0; i < USERS; i++) {
      Optional<Ref<OrgUnit>> unit =
          model.lines.get(Verb.TRANSFER).get(i).on(day).map(units::get).map(OrgUnit::ref);
      if (unit.isPresent() && within.contains(unit.get())) {
        members.add(users.get(i).ref());
      }
    }
    return members;
  }

  /** The fields of today say what the facts of today say, once the jobs of the day have run. */
  private void assertCopies(Session ada, Model model, LocalDate today) {
    Map<Ref<OrgUnit>, Optional<Ref<OrgUnit>>> parents =
        ada.organization().units().query().list().stream()
            .collect(toMap(OrgUnit::ref, unit -> Optional.ofNullable(unit.get(OrgUnit.PARENT))));
    for (int i = 0; i < UNITS; i++) {
      assertEquals(
          model.lines.get(Verb.MOVE).get(i).on(today).map(units::get).map(OrgUnit::ref),
          parents.get(units.get(i).ref()));
    }
    for (int i = 0; i < USERS; i++) {
      User user = ada.organization().get(users.get(i).ref());
      assertEquals(
          model.lines.get(Verb.TRANSFER).get(i).on(today).map(units::get).map(OrgUnit::ref),
          Optional.ofNullable(user.get(User.UNIT)));
      assertEquals(
          model.lines.get(Verb.REPORT).get(i).on(today).map(users::get).map(User::ref),
          Optional.ofNullable(user.get(User.MANAGER)));
    }
  }
}
