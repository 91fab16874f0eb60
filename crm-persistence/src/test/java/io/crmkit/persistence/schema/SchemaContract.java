package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import io.crmkit.persistence.table.ColumnType;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is expected of the tables of every database. */
abstract class SchemaContract extends MigrationContract {
  private static final Set<String> NOT_OF_A_TENANT =
      Set.of(PREFIX + OwnTables.HISTORY, PREFIX + OwnTables.LOCK);

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
