package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.Definition;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is planned before a database is asked. */
class DdlTest {
  private static Schema schema(Engine engine, Consumer<Definition<Thing>> fields) {
    return Schema.of(
        Dialect.of(engine), "crm_", null, new Tables(List.of(Thing.type("site", fields))).all());
  }

  private static String refused(Engine engine, Consumer<Definition<Thing>> fields) {
    return assertThrows(IllegalArgumentException.class, () -> schema(engine, fields)).getMessage();
  }

  @Test
  void aKeyThatMariaDbCannotHoldIsRefusedWithTypeAndField() {
    String message = refused(Engine.MARIADB, def -> def.text("name").max(400).unique().add());

    assertTrue(message.startsWith("site.name is too long to be unique"), message);
    assertTrue(message.contains("255 characters"), message);
  }

  @Test
  void aKeyThatPostgresqlCouldRefuseAtAnInsertIsRefusedBefore() {
    String message = refused(Engine.POSTGRESQL, def -> def.text("name").max(700).indexed().add());

    assertTrue(message.startsWith("site.name makes the key site_name_ix"), message);
    assertTrue(message.contains("max("), message);
  }

  @Test
  void anIndexOverALongTextIsAnIndexOverItsBeginningOnMariaDb() {
    String script =
        schema(Engine.MARIADB, def -> def.text("name").max(400).indexed().add()).script();

    assertTrue(
        script.contains("key `crm_site_name_ix` (`tenant`, `name`(255), `id`)"), () -> script);
  }

  @Test
  void rowsThatMariaDbCannotHoldAreRefused() {
    String message =
        refused(
            Engine.MARIADB,
            def -> {
              for (int i = 0; i < 70; i++) {
                def.text("f" + i).max(255).add();
              }
            });

    assertTrue(message.startsWith("site: its rows could take"), message);
  }

  @Test
  void anIndexThatFewRowsAreInLeavesOutTheOthersOnPostgresql() {
    String script = schema(Engine.POSTGRESQL, def -> def.text("name").max(40).add()).script();

    assertTrue(
        script.contains(
            "on \"crm_site\" (\"tenant\", \"cf_t1\", \"id\") where \"cf_t1\" is not null"),
        () -> script);
  }

  @Test
  void longNamesAreShortenedAndStayApart() {
    String long1 = "a".repeat(48) + "_" + "b".repeat(47) + "_ix";
    String long2 = "a".repeat(48) + "_" + "b".repeat(46) + "c_ix";

    assertEquals(45, TableNames.shortened(long1).length());
    assertEquals(TableNames.shortened(long1), TableNames.shortened(long1));
    Set<String> names =
        new HashSet<>(List.of(TableNames.shortened(long1), TableNames.shortened(long2)));
    assertEquals(2, names.size());
    assertEquals("short_ix", TableNames.shortened("short_ix"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPrintedIsReadableAgainAndLeavesNoPlaceholder(Engine engine) {
    String script = schema(engine, def -> def.text("name").max(40).add()).script();

    assertTrue(Script.parse("x", "V001__x.sql", script).statements().size() > 5);
    assertTrue(!script.replaceAll("(?m)^--.*$", "").contains("${"), () -> script);
  }

  @Test
  void namesThatCouldEscapeFromAStatementAreRefused() {
    for (String bad : List.of("crm\"; drop", "CRM", "1x", "abcdefghijklmnopqrst_")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Schema.of(Dialect.of(Engine.H2), bad, null, List.of()),
          bad);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Schema.of(Dialect.of(Engine.H2), "crm_", "a\"b", List.of()));
  }

  @Test
  void scriptsAreNumberedInOrder() {
    Script second = Script.parse("acme", "V002__x.sql", "select 1;\n");

    assertThrows(IllegalArgumentException.class, () -> new Scripts("acme", List.of(second)));
    assertThrows(
        IllegalArgumentException.class, () -> Script.parse("acme", "first.sql", "select 1;\n"));
    assertThrows(
        IllegalArgumentException.class, () -> Script.parse("acme", "V001__x.sql", "select 1\n"));
  }

  @Test
  void commentsAndLineEndsAreNotPartOfTheChecksum() {
    Script one = Script.parse("acme", "V001__x.sql", "-- one\nselect 1\n  from x;\n");
    Script two = Script.parse("acme", "V001__x.sql", "-- two\r\n\r\nselect 1\r\n  from x;\r\n");

    assertEquals(one.checksum(), two.checksum());
  }
}
