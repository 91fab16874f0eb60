package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tables of every database come from one version to the next, whoever is in the way. */
abstract class MigrationContract extends TablesTest {
  private static final int FEW = 5;
  private static final int MANY = Integer.getInteger("crmkit.test.kills", 20);

  MigrationContract(Database database) {
    super(database);
  }

  @ParameterizedTest
  @EnumSource(
      value = SchemaMode.class,
      names = {"CREATE", "UPDATE"})
  void goesOnAfterAnInterruptionAtEveryStep(SchemaMode mode) throws SQLException {
    Schema schema = smallest().timing(Duration.ofMillis(10), Duration.ofSeconds(20));
    boolean finished = false;
    int interruptions = 0;
    for (int at = 1; !finished; at += step()) {
      for (boolean afterwards : new boolean[] {false, true}) {
        try (EmptyPlace here = EmptyPlace.on(database())) {
          try (Connection connection = here.connect()) {
            Interruption interruption = Interruption.at(connection, at, afterwards);
            try {
              schema.open(interruption.connection(), mode);
            } catch (StoreException broken) {
              assertTrue(interruption.broke(), () -> "unforeseen: " + broken);
              interruptions++;
            }
            finished = !interruption.broke();
          }
          try (Connection connection = here.connect()) {
            schema.open(connection, mode);
            assertEquals(List.of(), schema.problems(connection));
          }
        }
      }
    }
    assertTrue(interruptions > 20 / step(), "interruptions: " + interruptions);
  }

  @Test
  void theScriptsOfTheLibraryAreFinishedWhereverTheyWereCutOff() throws SQLException {
    cutOff(FEW);
  }

  @Test
  @Tag("faults")
  void theScriptsOfTheLibraryAreFinishedHoweverOftenTheyWereCutOff() throws SQLException {
    cutOff(MANY);
  }

  private void cutOff(int times) throws SQLException {
    Random chance = new Random(times);
    Schema schema = library().timing(Duration.ofMillis(10), Duration.ofSeconds(20));
    int cuts = 0;
    for (int time = 0; time < times; time++) {
      try (Connection connection = connect()) {
        Interruption interruption =
            Interruption.at(connection, chance.nextInt(1, reach(times)), chance.nextBoolean());
        try {
          schema.open(interruption.connection(), SchemaMode.UPDATE);
        } catch (StoreException broken) {
          assertTrue(interruption.broke(), () -> "unforeseen: " + broken);
          cuts++;
        }
      }
    }
    assertEquals(times, cuts, "it was done before");
    try (Connection connection = connect()) {
      schema.open(connection, SchemaMode.UPDATE);
      assertEquals(List.of(), schema.problems(connection));
    }
  }

  /** How many changes a run makes at the most, so that so many of them do not come to the end. */
  int reach(int times) {
    return Math.max(2, 500 / times);
  }

  /** A server is given every so many interruptions, since each costs a database. */
  int step() {
    return 1;
  }

  @ParameterizedTest
  @EnumSource(
      value = SchemaMode.class,
      names = {"CREATE", "UPDATE"})
  void tenNodesMayStartAtOnce(SchemaMode mode) throws Exception {
    Schema schema = small();
    int nodes = 10;
    CyclicBarrier start = new CyclicBarrier(nodes);
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        Connection connection = connect();
        running.add(
            threads.submit(
                () -> {
                  try (connection) {
                    start.await();
                    schema.open(connection, mode);
                    schema.apply(connection, SchemaMode.VALIDATE);
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(), problems(schema));
  }

  @Test
  void theLockOfADeadNodeIsTakenOverWhenItsLeaseHasRunOut() throws SQLException {
    apply(small(), SchemaMode.UPDATE);
    execute("drop table " + quoted(PREFIX + "work_token"));
    Place where = new Place(dialect(), PREFIX, null);
    try (Connection dead = connect()) {
      dead.setAutoCommit(false);
      assertTrue(new SchemaLock(where, Duration.ofSeconds(2)).take(dead));
    }

    Schema hasty = small().timing(Duration.ofSeconds(2), Duration.ofMillis(100));
    String refused = refused(hasty, SchemaMode.UPDATE);
    assertTrue(refused.contains("another node"), refused);

    apply(small().timing(Duration.ofSeconds(2), Duration.ofSeconds(20)), SchemaMode.UPDATE);
    assertEquals(List.of(), problems(small()));
  }

  @Test
  void tablesOfANewerLibraryAreRefusedWithBothVersions() throws SQLException {
    Scripts two = scripts("create table if not exists ${schema}%s (%s bigint primary key)");
    Scripts one = new Scripts("acme", two.all().subList(0, 1));
    apply(small().with(two), SchemaMode.UPDATE);

    for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.UPDATE, SchemaMode.VALIDATE)) {
      String refused = refused(small().with(one), mode);
      assertTrue(refused.contains("acme"), refused);
      assertTrue(refused.contains("schema version 2"), refused);
      assertTrue(refused.contains("up to 1"), refused);
    }
    apply(small().with(one), SchemaMode.IGNORE);
  }

  @Test
  void anEditedScriptIsRefused() throws SQLException {
    Scripts before = scripts("create table if not exists ${schema}%s (%s bigint primary key)");
    Scripts after = scripts("create table if not exists ${schema}%s (%s integer primary key)");
    apply(small().with(before), SchemaMode.UPDATE);

    for (SchemaMode mode : List.of(SchemaMode.UPDATE, SchemaMode.VALIDATE)) {
      String refused = refused(small().with(after), mode);
      assertTrue(refused.contains("V001__first.sql of acme"), refused);
    }
  }

  @Test
  void aLaterScriptRunsOnceAndIsMissedBeforeThat() throws SQLException {
    Scripts two = scripts("create table if not exists ${schema}%s (%s bigint primary key)");
    Scripts one = new Scripts("acme", two.all().subList(0, 1));
    apply(small().with(one), SchemaMode.UPDATE);

    String refused = refused(small().with(two), SchemaMode.VALIDATE);
    assertTrue(refused.contains("script V002__second.sql of acme has not run"), refused);
    apply(small().with(two), SchemaMode.UPDATE);
    apply(small().with(two), SchemaMode.VALIDATE);
  }

  @Test
  void aFieldAddedLaterGetsItsColumnAndIndex() throws SQLException {
    EntityType<Thing> before = Thing.type("site", def -> def.text("name").max(20).add());
    EntityType<Thing> after =
        Thing.type(
            "site",
            def -> {
              def.text("name").max(300).indexed().add();
              def.text("code").max(40).unique().add();
              def.ref("parent", () -> before).add();
            });
    apply(small(before), SchemaMode.UPDATE);

    apply(small(after), SchemaMode.UPDATE);

    assertEquals(List.of(), problems(small(after)));
    assertEquals(List.of(), problems(small(before)), "what was added is left alone");
    try (Connection connection = connect()) {
      Place where = new Place(dialect(), PREFIX, null);
      Found found = Catalog.of(dialect()).read(connection, where);
      History history = History.read(connection, where, found);
      assertEquals(2, history.version("type:site"));
    }
  }

  /** Of the next version, and of the one before that is still at work on another node. */
  @Test
  void recordsOutliveAnUpgradeAndBothVersionsReadThem() throws SQLException {
    EntityType<Thing> before =
        Thing.type(
            "site",
            def -> {
              def.text("name").max(20).unique().add();
              def.money("price").add();
            });
    EntityType<Thing> after =
        Thing.type(
            "site",
            def -> {
              def.text("name").max(250).searchable().unique().add();
              def.money("price").indexed().add();
              def.text("code").max(40).unique().add();
            });
    try (SqlStore old = opened(before)) {
      Row written = site(before, 1, "Köln ", "12.50");
      write(old, before, new Change.Insert(written));
      try (SqlStore fresh = opened(after)) {
        Row read = fresh.reader("here", layout(after)).find(Universe.ref(after, 1));
        assertEquals(values(before, written), values(before, read));
        write(fresh, after, new Change.Insert(site(after, 2, "x".repeat(250), "0.01")));
        assertThrows(
            ValidationException.class,
            () -> write(fresh, after, new Change.Insert(site(after, 3, "Köln ", "1"))));
      }
      Row other = old.reader("here", layout(before)).find(Universe.ref(before, 2));
      assertEquals("x".repeat(250), values(before, other).get(0));
    }
  }

  private SqlStore opened(EntityType<Thing> type) {
    SqlStore store = SqlStore.on(place().url(), place().user(), "");
    store.open(List.of(type));
    return store;
  }

  private static Row site(EntityType<Thing> type, long number, String name, String price) {
    return Universe.row(
        type,
        number,
        draft -> draft.parse(type.field("name"), name),
        draft -> draft.parse(type.field("price"), "EUR " + price));
  }

  private static List<Object> values(EntityType<Thing> type, Row row) {
    return List.of(type.field("name").of(row), type.field("price").of(row));
  }

  private static Layout layout(EntityType<Thing> type) {
    return new Layout(List.of(type), List.of(), Map.of());
  }

  private static void write(SqlStore store, EntityType<Thing> type, Change change) {
    try (StoreTransaction transaction = store.begin("here", layout(type))) {
      transaction.commit(List.of(change));
    }
  }

  @Test
  void aFieldOfAnotherKindIsRefused() throws SQLException {
    apply(small(Thing.type("site", def -> def.text("size").max(20).add())), SchemaMode.UPDATE);

    String refused =
        refused(small(Thing.type("site", def -> def.date("size").add())), SchemaMode.UPDATE);

    assertTrue(refused.contains("crm_site.size is"), refused);
    assertTrue(refused.contains("another name"), refused);
  }
}
