package io.crmkit.persistence.schema;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect.Engine;
import io.crmkit.persistence.dialect.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of one place to where they should be, on one connection. Where the database can
 * undo the making of tables, a script is one transaction; elsewhere every statement commits by
 * itself, so each is recorded by itself, and can be run again where its record was lost.
 */
final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  /** In the history: the tables are being made for the first time, or have been. */
  private static final String CREATION = "creation";

  /** In the history: steps that no script contains, made from the definition of a type. */
  private static final String OF_TYPE = "type:";

  private static final Set<String> OWN =
      OwnTables.all().stream().map(Shape::name).collect(Collectors.toUnmodifiableSet());

  private final Connection connection;
  private final Plan plan;
  private final Place place;
  private final Catalog catalog;
  private final SchemaLock lock;
  private final Fingerprint fingerprint;

  /**
   * What is wanted.
   *
   * @param shapes the tables
   * @param scripts the scripts of all modules that have some
   * @param lease how long a node may be silent before another takes its place
   * @param patience how long to wait for another node
   */
  record Plan(
      Place place,
      Ddl ddl,
      List<Shape> shapes,
      List<Scripts> scripts,
      Duration lease,
      Duration patience) {
    /** The scripts whose tables are wanted. */
    List<Script> concerning() {
      Set<String> wanted = shapes.stream().map(Shape::name).collect(Collectors.toSet());
      return scripts.stream().flatMap(each -> each.concerning(wanted).stream()).toList();
    }
  }

  /** What is there, and what is lacking. */
  record State(Found found, History history, List<Script> pending, List<Difference> differences) {
    boolean done() {
      return pending.isEmpty() && differences.isEmpty();
    }

    /** A sentence for each thing that is lacking. */
    List<String> problems() {
      List<String> problems = new ArrayList<>();
      for (Script script : pending) {
        problems.add("script " + script.file() + " of " + script.module() + " has not run");
      }
      differences.forEach(each -> problems.add(each.text()));
      return problems;
    }
  }

  /** One statement, and what it is recorded as. */
  private record Step(String script, long version, long number, String statement) {}

  /** Another node is in the way or has taken over, so everything is to be looked at anew. */
  private static final class Overtaken extends Exception {
    private static final long serialVersionUID = 1L;

    Overtaken(String why, SQLException cause) {
      super(why, cause);
    }

    Overtaken(String why) {
      super(why);
    }
  }

  Migration(Connection connection, Plan plan, Fingerprint fingerprint) {
    this.connection = connection;
    this.plan = plan;
    this.fingerprint = fingerprint;
    this.place = plan.place();
    this.catalog = Catalog.of(place.dialect());
    this.lock = new SchemaLock(place, plan.lease());
  }

  /** Looks at what is there; writes nothing, and leaves a transaction under way alone. */
  State look() throws SQLException {
    Found found = catalog.read(connection, place);
    History history = History.read(connection, place, found);
    plan.scripts().forEach(history::verify);
    return new State(
        found,
        history,
        plan.concerning().stream().filter(each -> !history.whole(each)).toList(),
        Comparison.of(plan.ddl(), place, plan.shapes(), found));
  }

  /** Checks that everything is as it should be; writes nothing. */
  void validate() throws SQLException {
    check(look());
  }

  private void check(State state) throws SQLException {
    if (!state.done()) {
      throw fingerprint.in(state.history())
          ? Refusals.damaged(where(), state.problems())
          : Refusals.unfit(where(), state.problems());
    }
  }

  private String where() throws SQLException {
    String schema = place.schema() == null ? catalog.current(connection) : place.schema();
    return "prefix '" + place.prefix() + "' in schema " + schema;
  }

  /** Makes what is not there, and mends what can be mended. */
  void update() throws SQLException {
    State state = lookAfresh();
    if (!state.done() || interrupted(state.history())) {
      underLock(false);
    }
    confirm(state.history());
  }

  /** Only at the very end: what was interrupted is looked at again. */
  private void confirm(History before) throws SQLException {
    if (!fingerprint.in(before)) {
      fingerprint.note(connection);
    }
  }

  /** Makes everything where there is nothing, else checks. */
  void create() throws SQLException {
    State state = lookAfresh();
    // Whoever makes the tables says so before the first of them can be seen.
    if (bare(state.found()) || interrupted(lookAfresh().history())) {
      underLock(true);
    }
    state = lookAfresh();
    check(state);
    confirm(state.history());
  }

  /** Looks in a transaction of its own, again where somebody who makes tables is in the way. */
  private State lookAfresh() throws SQLException {
    long deadline = System.nanoTime() + plan.patience().toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        State state = look();
        connection.commit();
        return state;
      } catch (SQLException failure) {
        connection.rollback();
        if (place.dialect().trouble(failure) != Trouble.TRANSIENT) {
          throw failure;
        }
        pause(deadline, attempt);
      }
    }
  }

  private boolean bare(Found found) {
    return plan.shapes().stream()
        .map(Shape::name)
        .filter(each -> !OWN.contains(each))
        .allMatch(each -> found.table(place.plain(each)) == null);
  }

  private static boolean interrupted(History history) {
    return history.has(CREATION, 1, 1) && !history.has(CREATION, 1, History.WHOLE);
  }

  private void underLock(boolean onlyCreate) throws SQLException {
    long deadline = System.nanoTime() + plan.patience().toNanos();
    prepare(deadline);
    for (int attempt = 1; ; attempt++) {
      if (lock.take(connection)) {
        try {
          work(onlyCreate);
          return;
        } catch (Overtaken overtaken) {
          LOG.debug("Looking anew at the tables of {}", place, overtaken);
        } finally {
          release();
        }
      }
      pause(deadline, attempt);
    }
  }

  /** Makes the tables without which there is neither a lock nor a record. */
  private void prepare(long deadline) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        Found found = catalog.read(connection, place);
        connection.commit();
        if (found.table(place.plain(OwnTables.HISTORY)) == null) {
          H2Setup.prepare(connection, place);
        }
        for (Shape each : List.of(OwnTables.history(), OwnTables.lock())) {
          if (found.table(place.plain(each.name())) == null) {
            run(plan.ddl().create(each).get(0));
            connection.commit();
          }
        }
        lock.prepare(connection);
        return;
      } catch (SQLException failure) {
        connection.rollback();
        Trouble trouble = place.dialect().trouble(failure);
        // Two nodes that make the same table at once: PostgreSQL refuses one of them.
        if (trouble != Trouble.TRANSIENT && trouble != Trouble.INTEGRITY && attempt > 3) {
          throw failure;
        }
        pause(deadline, attempt);
      }
    }
  }

  private void work(boolean onlyCreate) throws SQLException, Overtaken {
    State state = lookAfresh();
    boolean bare = bare(state.found());
    boolean begun = interrupted(state.history());
    if (onlyCreate && !bare && !begun) {
      return;
    }
    if (bare && !state.history().has(CREATION, 1, 1)) {
      steps(List.of(new Step(CREATION, 1, 1, "")));
      begun = true;
    }
    for (Script script : state.pending()) {
      LOG.info("Running {} of {}", script.file(), script.module());
      steps(stepsOf(script, state.history()));
    }
    List<Difference> differences = lookAfresh().differences();
    refuse(differences.stream().filter(each -> !each.mendable()).toList());
    if (!differences.isEmpty()) {
      differences.forEach(each -> LOG.info("Mending: {}", each.text()));
      steps(stepsOf(differences, state.history()));
      refuse(lookAfresh().differences());
    }
    if (begun) {
      steps(List.of(new Step(CREATION, 1, History.WHOLE, "")));
    }
  }

  private void refuse(List<Difference> differences) throws SQLException {
    if (!differences.isEmpty()) {
      throw Refusals.unfit(where(), differences.stream().map(Difference::text).toList());
    }
  }

  private static List<Step> stepsOf(Script script, History history) {
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (String statement : script.statements()) {
      number++;
      if (!history.has(script.module(), script.version(), number)) {
        steps.add(new Step(script.module(), script.version(), number, statement));
      }
    }
    steps.add(new Step(script.module(), script.version(), History.WHOLE, script.whole()));
    return steps;
  }

  private static List<Step> stepsOf(List<Difference> differences, History history) {
    List<Step> steps = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Difference difference : differences) {
      String script = OF_TYPE + difference.table();
      for (String statement : difference.remedy()) {
        int number = numbers.merge(script, 1, Integer::sum);
        steps.add(new Step(script, history.version(script) + 1, number, statement));
      }
    }
    return steps;
  }

  private void steps(List<Step> steps) throws SQLException, Overtaken {
    boolean together = place.dialect().engine() == Engine.POSTGRESQL;
    Step current = steps.get(0);
    try {
      if (together) {
        keepLock();
      }
      for (Step step : steps) {
        current = step;
        if (step.number() != History.WHOLE && !step.statement().isEmpty()) {
          run(step.statement());
        }
        record(step);
        if (!together) {
          keepLock();
          connection.commit();
        }
      }
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      if (place.dialect().trouble(failure) == Trouble.TRANSIENT) {
        throw new Overtaken("another transaction is in the way", failure);
      }
      throw Refusals.of(place.dialect(), doing(current), failure);
    }
  }

  private static String doing(Step step) {
    return "the tables could not be changed ("
        + step.script()
        + ", version "
        + step.version()
        + ", step "
        + step.number()
        + ": "
        + Refusals.brief(step.statement())
        + ")";
  }

  private void keepLock() throws SQLException, Overtaken {
    if (!lock.renew(connection)) {
      connection.rollback();
      throw new Overtaken("the lease has run out");
    }
  }

  private void record(Step step) throws SQLException {
    boolean whole = step.number() == History.WHOLE;
    History.record(
        connection,
        place,
        step.script(),
        step.version(),
        step.number(),
        Script.checksum(step.statement()),
        whole ? null : place.resolve(step.statement()));
  }

  private void run(String statement) throws SQLException {
    try (Statement running = connection.createStatement()) {
      running.execute(place.resolve(statement));
    }
  }

  private void release() {
    try {
      connection.rollback();
      lock.release(connection);
    } catch (SQLException gone) {
      LOG.debug("The lock of the tables was not given back; its lease runs out", gone);
    }
  }

  private void pause(long deadline, int attempt) {
    if (System.nanoTime() > deadline) {
      throw StoreException.temporary(
          "the tables are being changed by another node ("
              + lock.holder(connection)
              + "), for longer than "
              + plan.patience().toSeconds()
              + " s",
          null);
    }
    try {
      Thread.sleep(Math.min(1000, 20L * attempt));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw StoreException.temporary("interrupted while waiting for another node", interrupted);
    }
  }
}
