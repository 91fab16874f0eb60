package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that makes tables where there are none, on one database. */
abstract class TablesTest {
  static final String PREFIX = "crm_";

  private final Database database;
  private EmptyPlace place;

  TablesTest(Database database) {
    this.database = database;
  }

  final Database database() {
    return database;
  }

  final EmptyPlace place() {
    return place;
  }

  @BeforeEach
  void begin() {
    place = EmptyPlace.on(database);
  }

  @AfterEach
  void end() {
    place.close();
  }

  final Connection connect() throws SQLException {
    return place.connect();
  }

  final Dialect dialect() throws SQLException {
    try (Connection connection = connect()) {
      return Dialect.of(connection);
    }
  }

  final Schema library() throws SQLException {
    return SchemaTool.schema(dialect(), PREFIX, null, List.of());
  }

  final Schema small(EntityType<?>... types) throws SQLException {
    return Schema.of(dialect(), PREFIX, null, new Tables(List.of(types)).all());
  }

  final Schema small() throws SQLException {
    EntityType<?>[] types = new EntityType<?>[2];
    types[0] =
        Thing.type(
            "site",
            def -> {
              def.text("name").required().max(200).searchable().indexed().add();
              def.text("code").max(40).unique().add();
              def.text("remark").max(400).indexed().add();
              def.ref("visit", () -> thing(types[1])).add();
            });
    types[1] =
        Thing.type(
            "visit",
            def -> {
              def.ref("site", () -> thing(types[0])).required().add();
              def.money("price").indexed().add();
              def.instant("at").indexed().add();
            });
    return small(types);
  }

  /** Few steps of every kind: own tables, a script, a table from its definition. */
  final Schema smallest() throws SQLException {
    EntityType<?>[] type = new EntityType<?>[1];
    type[0] =
        Thing.type(
            "fact",
            def -> {
              def.journal();
              def.text("name").max(40).indexed().add();
              def.ref("before", () -> thing(type[0])).add();
            });
    List<Table> tables =
        new Tables(List.of(type)).all().stream().filter(each -> !each.shared()).toList();
    return Schema.of(dialect(), PREFIX, null, tables)
        .with(scripts("create table if not exists ${schema}%s (%s bigint)"));
  }

  @SuppressWarnings("unchecked")
  static EntityType<Thing> thing(EntityType<?> type) {
    return (EntityType<Thing>) type;
  }

  final void apply(Schema schema, SchemaMode mode) throws SQLException {
    try (Connection connection = connect()) {
      schema.apply(connection, mode);
    }
  }

  final List<String> problems(Schema schema) throws SQLException {
    try (Connection connection = connect()) {
      return schema.problems(connection);
    }
  }

  final String refused(Schema schema, SchemaMode mode) {
    return assertThrows(StoreException.class, () -> apply(schema, mode)).getMessage();
  }

  final void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  final String quoted(String name) throws SQLException {
    return dialect().quoted(name);
  }

  final Scripts scripts(String create) throws SQLException {
    String statement =
        String.format(create, quoted("${prefix}" + OwnTables.LOCK), quoted("never_made"));
    String index =
        "insert into ${schema}"
            + quoted("${prefix}" + OwnTables.HISTORY)
            + " select 'note', 1, 1, 'x', max("
            + quoted("applied_at")
            + "), 'x', null from ${schema}"
            + quoted("${prefix}" + OwnTables.HISTORY);
    return new Scripts(
        "acme",
        List.of(
            Script.parse("acme", "V001__first.sql", "-- first\n" + statement + ";\n"),
            Script.parse("acme", "V002__second.sql", index + ";\n")));
  }

  final void runByHand(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : Script.parse("by hand", "V001__by_hand.sql", script).statements()) {
        statement.execute(each);
      }
    }
  }
}
