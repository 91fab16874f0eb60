package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.On;
import io.crmkit.testing.Universe;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that were found fitting are not compared at every opening. */
class ReopeningTest {
  abstract static class Contract extends TablesTest {
    Contract(Database database) {
      super(database);
    }

    /** Opens, and gives everything that was asked of the database and done to it. */
    private List<String> open(Schema schema, SchemaMode mode) throws SQLException {
      try (Connection connection = connect()) {
        Interruption watch = Interruption.none(connection);
        schema.open(watch.connection(), mode);
        List<String> all = new ArrayList<>(watch.asked());
        all.addAll(watch.questions());
        return all;
      }
    }

    private void requireKnown(Schema schema) throws SQLException {
      List<String> all = open(schema, SchemaMode.UPDATE);
      assertEquals(1, all.size(), all::toString);
      assertEquals(List.of(), problems(schema));
    }

    @ParameterizedTest
    @EnumSource(
        value = SchemaMode.class,
        names = {"CREATE", "UPDATE"})
    void a_second_opening_asks_one_question(SchemaMode mode) throws SQLException {
      assertTrue(open(library(), mode).size() > 100);

      List<String> again = open(library(), mode);

      assertEquals(1, again.size(), again::toString);
      assertTrue(again.get(0).startsWith("select"), again::toString);
      assertTrue(open(library(), SchemaMode.VALIDATE).size() > 2, "validating always compares");
    }

    /** Whether its tables fit, and whether the database keeps what it is told. */
    @Test
    void a_store_that_is_opened_again_asks_two_questions() throws SQLException {
      List<Interruption> watches = new ArrayList<>();
      DataSource source = watched(watches);
      for (int times = 0; times < 2; times++) {
        watches.clear();
        try (SqlStore store = SqlStore.on(source)) {
          store.open(Universe.TYPES);
        }
      }
      List<String> questions = new ArrayList<>();
      watches.forEach(each -> questions.addAll(each.questions()));
      assertEquals(2, questions.size(), questions::toString);
      watches.forEach(each -> assertEquals(List.of(), each.asked()));
      assertEquals(1, watches.size(), "connections");
    }

    private DataSource watched(List<Interruption> watches) {
      return (DataSource)
          Proxy.newProxyInstance(
              ReopeningTest.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (self, method, arguments) -> {
                Interruption watch = Interruption.none(connect());
                watches.add(watch);
                return watch.connection();
              });
    }

    @Test
    void a_type_that_was_changed_is_noticed_and_then_known_beside_the_old_one()
        throws SQLException {
      Schema before = small(Thing.type("site", def -> def.text("name").max(20).add()));
      Schema after =
          small(
              Thing.type(
                  "site",
                  def -> {
                    def.text("name").max(20).add();
                    def.text("code").max(40).unique().add();
                  }));
      open(before, SchemaMode.UPDATE);

      open(after, SchemaMode.UPDATE);

      requireKnown(after);
      requireKnown(before);
    }

    @Test
    void a_longer_text_an_index_and_another_reference_are_changes_too() throws SQLException {
      EntityType<Thing> one = Thing.type("one", def -> def.text("name").max(20).add());
      EntityType<Thing> two = Thing.type("two", def -> def.text("name").max(20).add());
      List<Schema> ever =
          List.of(
              small(one, two),
              small(Thing.type("one", def -> def.text("name").max(30).add()), two),
              small(Thing.type("one", def -> def.text("name").max(30).indexed().add()), two),
              small(
                  Thing.type(
                      "one",
                      def -> {
                        def.text("name").max(30).indexed().add();
                        def.ref("other", () -> two).add();
                      }),
                  two));
      for (Schema each : ever) {
        assertTrue(open(each, SchemaMode.UPDATE).size() > 1);
        requireKnown(each);
      }
      for (Schema each : ever) {
        requireKnown(each);
      }
    }

    @Test
    void nodes_with_different_modules_start_in_turn() throws SQLException {
      Schema one = small(Thing.type("one", def -> def.text("name").max(20).add()));
      Schema two = small(Thing.type("two", def -> def.date("at").add()));

      open(one, SchemaMode.UPDATE);
      open(two, SchemaMode.UPDATE);

      requireKnown(one);
      requireKnown(two);
    }

    @Test
    void another_prefix_and_another_schema_are_other_tables() throws SQLException {
      open(small(), SchemaMode.UPDATE);
      List<Schema> others =
          List.of(
              SchemaTool.schema(dialect(), "erp_", null, List.of()),
              SchemaTool.schema(dialect(), PREFIX, place().otherSchema(), List.of()));
      for (Schema other : others) {
        assertFalse(problems(other).isEmpty());
        open(other, SchemaMode.UPDATE);
        requireKnown(other);
      }
    }

    @Test
    void what_was_changed_by_hand_is_found_by_validating_and_mended_by_the_tool()
        throws SQLException {
      open(small(), SchemaMode.UPDATE);
      execute("drop table " + quoted(PREFIX + "work_token"));

      open(small(), SchemaMode.UPDATE);
      String refused = refused(small(), SchemaMode.VALIDATE);
      assertTrue(refused.contains("table crm_work_token is missing"), refused);
      assertTrue(refused.contains("let SchemaTool 'apply' mend"), refused);

      apply(small(), SchemaMode.UPDATE);
      apply(small(), SchemaMode.VALIDATE);
    }

    @Test
    void tables_of_a_newer_library_are_refused_even_where_they_were_known() throws SQLException {
      Scripts two = scripts("create table if not exists ${schema}%s (%s bigint primary key)");
      Schema old = small().with(new Scripts("acme", two.all().subList(0, 1)));
      open(old, SchemaMode.UPDATE);
      requireKnown(old);

      open(small().with(two), SchemaMode.UPDATE);

      String refused = refusedOpening(old);
      assertTrue(refused.contains("acme"), refused);
      assertTrue(refused.contains("schema version 2"), refused);
      assertTrue(refused.contains("up to 1"), refused);
    }

    @Test
    void an_edited_script_is_noticed() throws SQLException {
      String create = "create table if not exists ${schema}%s (%s bigint primary key)";
      open(small().with(scripts(create)), SchemaMode.UPDATE);

      String refused = refusedOpening(small().with(scripts(create.replace("bigint", "integer"))));

      assertTrue(refused.contains("V001__first.sql of acme"), refused);
    }

    private String refusedOpening(Schema schema) {
      return assertThrows(StoreException.class, () -> open(schema, SchemaMode.UPDATE)).getMessage();
    }

    @Test
    void tables_made_by_hand_are_compared_once() throws SQLException {
      runByHand(library().script());

      List<String> first = open(library(), SchemaMode.UPDATE);

      assertTrue(first.size() > 2, first::toString);
      requireKnown(library());
    }

    @Test
    void a_connection_within_a_transaction_is_left_as_it_was() throws SQLException {
      open(small(), SchemaMode.UPDATE);
      try (Connection connection = connect()) {
        connection.setAutoCommit(false);
        small().open(connection, SchemaMode.UPDATE);
        assertFalse(connection.getAutoCommit());
        connection.setAutoCommit(true);
        small().open(connection, SchemaMode.UPDATE);
        assertTrue(connection.getAutoCommit());
      }
    }
  }

  @Nested
  @On(Database.H2)
  @ExtendWith(On.Wanted.class)
  class OnH2 extends Contract {
    OnH2() {
      super(Database.H2);
    }
  }

  @Nested
  @On(Database.POSTGRESQL)
  @ExtendWith(On.Wanted.class)
  class OnPostgres extends Contract {
    OnPostgres() {
      super(Database.POSTGRESQL);
    }
  }

  @Nested
  @On(Database.MARIADB)
  @ExtendWith(On.Wanted.class)
  class OnMariaDb extends Contract {
    OnMariaDb() {
      super(Database.MARIADB);
    }
  }
}
