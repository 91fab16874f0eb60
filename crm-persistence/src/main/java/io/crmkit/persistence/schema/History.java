package io.crmkit.persistence.schema;

import io.crmkit.kernel.error.StoreException;
import io.crmkit.persistence.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was run in the database, by script, version and step; step 0 says that all steps were. */
final class History {
  /** The step that says that a script has run from beginning to end. */
  static final int WHOLE = 0;

  private final Map<Key, String> checksums = new HashMap<>();

  private record Key(String script, long version, long step) {}

  static History read(Connection connection, Place place, Found found) throws SQLException {
    History history = new History();
    if (found.table(place.plain(OwnTables.HISTORY)) == null) {
      return history;
    }
    try (PreparedStatement statement = connection.prepareStatement(query(place))) {
      history.add(statement);
    }
    return history;
  }

  /** Reads how far these scripts have come, and no more: their first steps, and whether all ran. */
  static History read(Connection connection, Place place, List<String> scripts)
      throws SQLException {
    Dialect dialect = place.dialect();
    String some =
        " where "
            + dialect.quoted("script")
            + " in ("
            + String.join(", ", Collections.nCopies(scripts.size(), "?"))
            + ") and "
            + dialect.quoted("step")
            + " in (0, 1)";
    History history = new History();
    try (PreparedStatement statement = connection.prepareStatement(query(place) + some)) {
      for (int i = 0; i < scripts.size(); i++) {
        statement.setString(i + 1, scripts.get(i));
      }
      history.add(statement);
    }
    return history;
  }

  private static String query(Place place) {
    return "select "
        + columns(place, "script", "version", "step", "checksum")
        + " from "
        + place.table(OwnTables.HISTORY);
  }

  private void add(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        checksums.put(
            new Key(rows.getString(1), rows.getLong(2), rows.getLong(3)), rows.getString(4));
      }
    }
  }

  private static String columns(Place place, String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : ", ").append(place.dialect().quoted(name));
    }
    return text.toString();
  }

  boolean has(String script, long version, long step) {
    return checksums.containsKey(new Key(script, version, step));
  }

  /** The highest version of which a step was run; 0 where none was. */
  long version(String script) {
    return checksums.keySet().stream()
        .filter(each -> each.script().equals(script))
        .mapToLong(Key::version)
        .max()
        .orElse(0);
  }

  /** True where the script has run from beginning to end. */
  boolean whole(Script script) {
    return has(script.module(), script.version(), WHOLE);
  }

  /**
   * Checks that what was run is what the library would have run.
   *
   * @throws StoreException where the tables are newer, or a script was edited after it was run
   */
  void verify(Scripts scripts) {
    verifyVersion(scripts);
    scripts.all().forEach(this::verify);
  }

  /**
   * Checks that the tables are not newer than the library.
   *
   * @throws StoreException where they are, with both versions
   */
  void verifyVersion(Scripts scripts) {
    long there = version(scripts.module());
    if (there > scripts.version()) {
      throw StoreException.permanent(
          "the tables of "
              + scripts.module()
              + " have schema version "
              + there
              + ", and this library knows versions up to "
              + scripts.version()
              + ". Nothing was read. Use the newer library everywhere, or restore the tables as"
              + " they were before it",
          null);
    }
  }

  private void verify(Script script) {
    if (whole(script)) {
      verify(script, WHOLE, script.checksum());
      return;
    }
    List<String> statements = script.statements();
    for (int step = 1; step <= statements.size(); step++) {
      if (has(script.module(), script.version(), step)) {
        verify(script, step, Script.checksum(statements.get(step - 1)));
      }
    }
  }

  private void verify(Script script, int step, String expected) {
    String there = checksums.get(new Key(script.module(), script.version(), step));
    if (!Objects.equals(there, expected)) {
      throw StoreException.permanent(
          "script "
              + script.file()
              + " of "
              + script.module()
              + (step == WHOLE ? "" : ", statement " + step + ",")
              + " is not what was run in this database: it was edited afterwards. Bring back the"
              + " script as it was, and put changes into a new one",
          null);
    }
  }

  /** Records a step; whoever calls commits. */
  static void record(
      Connection connection,
      Place place,
      String script,
      long version,
      long step,
      String checksum,
      @Nullable String statement)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(insert(place, "?"))) {
      insert.setString(1, script);
      insert.setLong(2, version);
      insert.setLong(3, step);
      insert.setString(4, checksum);
      insert.setString(5, by(connection));
      insert.setString(6, statement);
      insert.executeUpdate();
    }
  }

  private static String by(Connection connection) throws SQLException {
    String user = connection.getMetaData().getUserName();
    String name = user == null ? "?" : user;
    return name.length() > 255 ? name.substring(0, 255) : name;
  }

  private static String insert(Place place, String value) {
    return "insert into "
        + place.table(OwnTables.HISTORY)
        + " ("
        + columns(
            place, "script", "version", "step", "checksum", "applied_at", "applied_by", "statement")
        + ") values ("
        + String.join(
            ", ", value, value, value, value, Now.expression(place.dialect()), value, value)
        + ")";
  }

  /** The statement by which a person who ran a script records that; it can be run twice. */
  static String byHand(Place place, Script script) {
    String values =
        " ("
            + columns(place, "script", "version", "step", "checksum", "applied_at", "applied_by")
            + ")";
    String what =
        String.format(
            Locale.ROOT,
            " values ('%s', %d, %d, '%s', %s, 'by hand')",
            script.module(),
            script.version(),
            WHOLE,
            script.checksum(),
            Now.expression(place.dialect()));
    String table = place.table(OwnTables.HISTORY);
    return switch (place.dialect().engine()) {
      case H2 ->
          "merge into "
              + table
              + values
              + " key ("
              + columns(place, "script", "version", "step")
              + ")"
              + what;
      case POSTGRESQL -> "insert into " + table + values + what + " on conflict do nothing";
      case MARIADB -> "insert ignore into " + table + values + what;
    };
  }
}
