package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.StoreTransaction;
import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is expected of the tables of every database. */
abstract class SchemaContract extends TablesTest {
  private static final Set<String> NOT_OF_A_TENANT =
      Set.of(PREFIX + OwnTables.HISTORY, PREFIX + OwnTables.LOCK);
  private static final int FEW = 5;
  private static final int MANY = Integer.getInteger("crmkit.test.kills", 20);

  SchemaContract(Database database) {
    super(database);
  }

  /** Makes a user who can connect, and do nothing else. */
  abstract Connection reader(EmptyPlace place, Statement administrator) throws SQLException;

  /** The statement that lets this user read the tables that are there. */
  abstract String mayRead();

  @ParameterizedTest
  @EnumSource(
      value = SchemaMode.class,
      names = {"CREATE", "UPDATE"})
  void makesTheTablesOfTheLibraryAndThenHasNothingToDo(SchemaMode mode) throws SQLException {
    apply(library(), mode);

    assertEquals(List.of(), problems(library()));
    apply(library(), SchemaMode.VALIDATE);
    try (Connection connection = connect()) {
      Interruption watch = Interruption.none(connection);
      library().apply(watch.connection(), mode);
      List<String> writes = watch.asked().stream().filter(each -> !each.equals("commit")).toList();
      assertEquals(List.of(), writes);
    }
  }

  @Test
  void makesTheTablesUnderAnyPrefixAndInAnySchema() throws SQLException {
    Schema elsewhere =
        SchemaTool.schema(dialect(), "erp_of_the_host", place().otherSchema(), List.of());
    Schema without = SchemaTool.schema(dialect(), "", null, List.of());

    apply(elsewhere, SchemaMode.UPDATE);
    apply(without, SchemaMode.UPDATE);

    assertEquals(List.of(), problems(elsewhere));
    assertEquals(List.of(), problems(without));
    assertFalse(problems(library()).isEmpty());
  }

  @Test
  void everyKeyOfATenantsTableBeginsWithTheTenant() throws SQLException {
    apply(library(), SchemaMode.UPDATE);

    List<String> wrong = new ArrayList<>();
    try (Connection connection = connect()) {
      Found found = Catalog.of(dialect()).read(connection, new Place(dialect(), PREFIX, null));
      assertTrue(found.tables().size() > 20, "tables: " + found.tables().keySet());
      found
          .tables()
          .forEach(
              (name, table) -> {
                if (table.key().isEmpty()) {
                  wrong.add(name + " has no primary key");
                }
                if (NOT_OF_A_TENANT.contains(name)) {
                  return;
                }
                table
                    .indexes()
                    .forEach(
                        (index, its) -> {
                          if (!its.columns().get(0).equals("tenant")) {
                            wrong.add(name + ": " + index + its.columns());
                          }
                        });
              });
      for (String table : found.tables().keySet()) {
        lintReferences(connection.getMetaData(), connection, table, wrong);
        lintColumns(connection.getMetaData(), connection, table, wrong);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private void lintReferences(
      DatabaseMetaData data, Connection connection, String table, List<String> wrong)
      throws SQLException {
    try (ResultSet keys =
        data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        boolean first = keys.getInt("KEY_SEQ") == 1;
        String column = keys.getString("FKCOLUMN_NAME");
        if (first && !(column.equals("tenant") && keys.getString("PKCOLUMN_NAME").equals(column))) {
          wrong.add(table + ": reference " + keys.getString("FK_NAME") + " begins with " + column);
        }
      }
    }
  }

  private void lintColumns(
      DatabaseMetaData data, Connection connection, String table, List<String> wrong)
      throws SQLException {
    try (ResultSet columns =
        data.getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (columns.next()) {
        String initial = columns.getString("COLUMN_DEF");
        if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))
            || (initial != null && !initial.equalsIgnoreCase("null"))) {
          wrong.add(table + '.' + columns.getString("COLUMN_NAME") + " has a default " + initial);
        }
      }
    }
  }

  @Test
  void textIsOrderedByCodePointAndComparedLetterForLetter() throws SQLException {
    apply(small(), SchemaMode.UPDATE);

    String table = quoted(PREFIX + "custom_key");
    List<String> texts = List.of("A", "B", "a", "a ", "é", "\uFF5E", "😀");
    List<String> read = new ArrayList<>();
    Dialect dialect = dialect();
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement("insert into " + table + " values ('t', 'x', 'x', ?, ?)");
        PreparedStatement select =
            connection.prepareStatement(
                "select " + quoted("key_value") + " from " + table + " order by 1")) {
      for (int i = texts.size() - 1; i >= 0; i--) {
        dialect.bind(insert, 1, ColumnType.TEXT, texts.get(i));
        dialect.bind(insert, 2, ColumnType.UUID, new UUID(1, i));
        insert.executeUpdate();
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          read.add((String) dialect.read(rows, 1, ColumnType.TEXT));
        }
      }
    }
    assertEquals(texts, read);
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
            Interruption.at(connection, chance.nextInt(1, 120), chance.nextBoolean());
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
        running.add(
            threads.submit(
                () -> {
                  try (Connection connection = connect()) {
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
  void validatingListsEverythingThatIsMissingAndChangesNothing() throws SQLException {
    apply(small(), SchemaMode.UPDATE);
    execute("drop table " + quoted(PREFIX + "work_token"));
    execute("alter table " + quoted(PREFIX + "site") + " drop column " + quoted("name__search"));
    execute(
        dialect().engine() == Engine.MARIADB
            ? "drop index `crm_site_remark_ix` on `crm_site`"
            : "drop index \"crm_site_remark_ix\"");

    String refused = refused(small(), SchemaMode.VALIDATE);
    for (String expected :
        List.of(
            "table crm_work_token is missing",
            "column crm_site.name__search is missing",
            "index crm_site_remark_ix is missing",
            "SchemaTool")) {
      assertTrue(refused.contains(expected), expected + " is not in: " + refused);
    }
    assertEquals(3, problems(small()).size());

    apply(small(), SchemaMode.UPDATE);
    assertEquals(List.of(), problems(small()));
  }

  @Test
  void creatingWhereSomethingIsThereOnlyChecks() throws SQLException {
    apply(small(), SchemaMode.CREATE);
    execute("drop table " + quoted(PREFIX + "work_token"));

    String refused = refused(small(), SchemaMode.CREATE);

    assertTrue(refused.contains("crm_work_token is missing"), refused);
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

  @Test
  void aColumnThatNoFieldFillsMustNotDemandAValue() throws SQLException {
    apply(small(), SchemaMode.UPDATE);
    execute(
        "alter table "
            + quoted(PREFIX + "site")
            + " add column "
            + quoted("colour")
            + " integer not null");

    String refused = refused(small(), SchemaMode.UPDATE);

    assertTrue(refused.contains("crm_site.colour demands a value"), refused);
  }

  @Test
  void whoMayOnlyReadIsToldWhatToDoAndMayValidate() throws SQLException {
    try (Connection administrator = connect();
        Statement statement = administrator.createStatement();
        Connection reader = reader(place(), statement)) {
      StoreException refused =
          assertThrows(StoreException.class, () -> small().apply(reader, SchemaMode.UPDATE));
      assertTrue(refused.getMessage().contains("has no right"), refused.getMessage());
      assertTrue(refused.getMessage().contains("SchemaTool"), refused.getMessage());

      apply(small(), SchemaMode.UPDATE);
      statement.execute(mayRead());
      small().apply(reader, SchemaMode.VALIDATE);
      small().open(reader, SchemaMode.UPDATE);
      statement.executeUpdate(
          "delete from "
              + quoted(PREFIX + OwnTables.HISTORY)
              + " where "
              + quoted("script")
              + " like 'fitting:%'");
      small().open(reader, SchemaMode.UPDATE);
    }
  }

  @Test
  void aPrintedScriptRunByHandIsAllThatIsNeeded() throws SQLException {
    runByHand(library().script());
    apply(library(), SchemaMode.VALIDATE);
    runByHand(library().script());
    apply(library(), SchemaMode.VALIDATE);
    try (Connection connection = connect()) {
      assertEquals("", library().pending(connection));
    }
  }

  @Test
  void whatIsPendingCanBeRunByHand() throws SQLException {
    apply(small(Thing.type("site", def -> def.text("name").max(20).add())), SchemaMode.UPDATE);
    String pending;
    try (Connection connection = connect()) {
      pending = small().pending(connection);
    }

    runByHand(pending);

    apply(small(), SchemaMode.VALIDATE);
  }

  @Test
  void aConnectionIsGivenBackAsItCame() throws SQLException {
    try (Connection connection = connect()) {
      small().apply(connection, SchemaMode.UPDATE);
      assertTrue(connection.getAutoCommit());
      execute("drop table " + quoted(PREFIX + "work_token"));
      connection.setAutoCommit(false);
      small().apply(connection, SchemaMode.UPDATE);
      assertFalse(connection.getAutoCommit());
    }
  }

  static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
