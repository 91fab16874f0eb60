package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one installation: makes them, brings them up to date, checks them, prints them.
 * Immutable, thread-safe; several nodes may apply the same schema at once.
 *
 * <p>The tables of the library are made by numbered scripts, see {@link #script}. What no script
 * makes, such as the table of an ISV's record type or the column of a field that was added to one,
 * is made from the definitions. Nothing is ever dropped or narrowed: where that would be needed,
 * the schema is refused with what to do.
 */
public final class Schema {
  /** The module of the library's own scripts. */
  static final String LIBRARY = "crmkit";

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Migration.Plan plan;

  private Schema(Migration.Plan plan) {
    this.plan = plan;
  }

  /**
   * The tables of record types, and those that the library keeps for itself.
   *
   * @param prefix what the names of all tables begin with
   * @param schema where the tables are; null for the schema that connections are in
   * @param tables those of the record types
   * @throws IllegalArgumentException where prefix or schema cannot be a name, or the database
   *     cannot hold a table, naming the type and the field
   */
  public static Schema of(
      Dialect dialect, String prefix, @Nullable String schema, Collection<Table> tables) {
    Ddl ddl = new Ddl(dialect);
    Map<String, Shape> shapes = new TreeMap<>();
    OwnTables.all().forEach(each -> shapes.put(each.name(), each));
    for (Table table : tables) {
      Shape taken = shapes.put(table.name(), Shape.of(table, dialect.engine()));
      if (taken != null) {
        throw new IllegalArgumentException(
            table.name() + ": the name belongs to the library, or is there twice");
      }
    }
    Set<String> names = shapes.keySet();
    List<Shape> within = shapes.values().stream().map(each -> each.within(names)).toList();
    within.forEach(ddl::check);
    return new Schema(
        new Migration.Plan(
            new Place(dialect, prefix, schema),
            ddl,
            within,
            List.of(Scripts.load(LIBRARY, Schema.class, "", dialect)),
            LEASE,
            PATIENCE));
  }

  /**
   * This with the numbered scripts of a module, which lie beside one of its classes as {@code
   * schema/<database>/V001__what_it_does.sql} and so on, named in order by a file {@code index}
   * there.
   *
   * @param module a name that no other module with scripts has
   * @throws IllegalArgumentException where there are no scripts, or they are not numbered in order
   */
  public Schema scripts(String module, Class<?> beside) {
    Scripts more = Scripts.load(module, beside, "schema/", plan.place().dialect());
    if (plan.scripts().stream().anyMatch(each -> each.module().equals(module))) {
      throw new IllegalArgumentException("module " + module + " has scripts already");
    }
    return with(more);
  }

  Schema with(Scripts more) {
    List<Scripts> all = new ArrayList<>(plan.scripts());
    all.removeIf(each -> each.module().equals(more.module()));
    all.add(more);
    return new Schema(
        new Migration.Plan(
            plan.place(), plan.ddl(), plan.shapes(), all, plan.lease(), plan.patience()));
  }

  /** This with other times for nodes that are in each other's way. */
  Schema timing(Duration lease, Duration patience) {
    return new Schema(
        new Migration.Plan(
            plan.place(), plan.ddl(), plan.shapes(), plan.scripts(), lease, patience));
  }

  /**
   * The same as {@link #apply}, but in the modes {@link SchemaMode#CREATE} and {@link
   * SchemaMode#UPDATE} tables are not compared that were found fitting by the same library with the
   * same record types before. That is one question instead of many; what somebody has changed by
   * hand since is not noticed.
   *
   * @throws io.crmkit.kernel.error.StoreException as {@link #apply}
   * @throws SQLException where the database fails otherwise
   */
  public void open(Connection connection, SchemaMode mode) throws SQLException {
    boolean trusting = mode == SchemaMode.CREATE || mode == SchemaMode.UPDATE;
    if (!trusting || !new Fingerprint(plan).isKnown(connection)) {
      apply(connection, mode);
    }
  }

  /**
   * Does what the mode says, on a connection of its own.
   *
   * @throws io.crmkit.kernel.error.StoreException where the tables do not fit, are of a newer
   *     version, or cannot be changed; the message lists everything and says what to do
   * @throws SQLException where the database cannot be reached
   */
  public void apply(DataSource source, SchemaMode mode) throws SQLException {
    if (mode != SchemaMode.IGNORE) {
      try (Connection connection = source.getConnection()) {
        apply(connection, mode);
      }
    }
  }

  /**
   * Does what the mode says, on this connection. Only {@link SchemaMode#VALIDATE} and {@link
   * SchemaMode#IGNORE} leave a transaction that is under way alone; the others commit.
   *
   * @throws io.crmkit.kernel.error.StoreException as above
   * @throws SQLException where the database fails otherwise
   */
  public void apply(Connection connection, SchemaMode mode) throws SQLException {
    switch (mode) {
      case CREATE -> committing(connection, Migration::create);
      case UPDATE -> committing(connection, Migration::update);
      case VALIDATE -> migration(connection).validate();
      case IGNORE -> {}
    }
  }

  private Migration migration(Connection connection) {
    return new Migration(connection, plan, new Fingerprint(plan));
  }

  private interface Work {
    void on(Migration migration) throws SQLException;
  }

  private void committing(Connection connection, Work work) throws SQLException {
    boolean before = connection.getAutoCommit();
    if (before) {
      connection.setAutoCommit(false);
    }
    try {
      work.on(migration(connection));
    } catch (SQLException failure) {
      throw Refusals.of(plan.place().dialect(), "the tables could not be prepared", failure);
    } finally {
      settle(connection, before);
    }
  }

  private static void settle(Connection connection, boolean autoCommit) throws SQLException {
    if (!connection.isClosed() && connection.isValid(5)) {
      connection.rollback();
      if (autoCommit) {
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Everything that is missing or different, a sentence each; none where the tables fit. Reads
   * only.
   *
   * @throws io.crmkit.kernel.error.StoreException where the tables are of a newer version or a
   *     script was edited
   */
  public List<String> problems(Connection connection) throws SQLException {
    return migration(connection).look().problems();
  }

  /** The script that makes everything in an empty database, as this library would run it. */
  public String script() {
    StringBuilder text = new StringBuilder();
    Set<String> made =
        plan.concerning().stream()
            .flatMap(each -> each.tables().stream())
            .collect(Collectors.toSet());
    plan.concerning().forEach(each -> append(text, each));
    List<Shape> others =
        plan.shapes().stream().filter(each -> !made.contains(each.name())).toList();
    if (!others.isEmpty()) {
      text.append(
          plan.place()
              .resolve(
                  new ScriptWriter(plan.place().dialect())
                      .script("Tables of further record types", others)));
    }
    return text.toString();
  }

  private void append(StringBuilder text, Script script) {
    text.append("-- ").append(script.file()).append(" of ").append(script.module()).append('\n');
    text.append(plan.place().resolve(script.text()));
    text.append("\n-- For the library to know.\n");
    text.append(History.byHand(plan.place(), script)).append(";\n\n");
  }

  /**
   * The script that brings the tables behind a connection up to date; empty where they are. Reads
   * only.
   *
   * @throws io.crmkit.kernel.error.StoreException as {@link #problems}, or where something would
   *     have to be changed that the library does not change
   */
  public String pending(Connection connection) throws SQLException {
    Migration.State state = migration(connection).look();
    StringBuilder text = new StringBuilder();
    state.pending().forEach(each -> append(text, each));
    Set<String> made =
        state.pending().stream()
            .flatMap(each -> each.tables().stream())
            .collect(Collectors.toSet());
    List<String> refused = new ArrayList<>();
    for (Difference difference : state.differences()) {
      if (!difference.mendable()) {
        refused.add(difference.text());
      } else if (!made.contains(difference.table())) {
        text.append("-- ").append(difference.text()).append('\n');
        ScriptWriter.append(text, difference.remedy().stream().map(plan.place()::resolve).toList());
      }
    }
    if (!refused.isEmpty()) {
      throw Refusals.unfit("prefix '" + plan.place().prefix() + "'", refused);
    }
    return text.toString();
  }
}
