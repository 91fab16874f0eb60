package io.crmkit.persistence.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.record.Layout;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Asks the tables of an installation. Keeps the SQL of each shape of question, so that a question
 * asked again, with other values, costs no rendering. Thread-safe.
 */
public final class Queries {
  private static final int SHAPES = 4_000;

  private final Tables tables;
  private final Dialect dialect;
  private final TableNames names;
  private final Hints hints = new Hints();
  private final Identities.Named named = new Identities.Named();
  private final Cache<String, Statement> statements =
      Caffeine.newBuilder().maximumSize(SHAPES).executor(Runnable::run).build();

  /**
   * @param tables how records lie in tables
   * @param dialect the kind of database
   * @param names what the tables are called
   */
  public Queries(Tables tables, Dialect dialect, TableNames names) {
    this.tables = tables;
    this.dialect = dialect;
    this.names = names;
  }

  /**
   * Reads the rows of one tenant. Cheap; the result is immutable and thread-safe.
   *
   * @param layout knows the custom fields
   * @param slots knows which of them have search copies
   */
  public Reading reading(String tenant, Layout layout, Slots slots) {
    return new Reading(this, tenant, layout, slots);
  }

  Tables tables() {
    return tables;
  }

  Dialect dialect() {
    return dialect;
  }

  /** What is remembered of lists. */
  Hints hints() {
    return hints;
  }

  /** The identities that conditions name. */
  Identities.Named named() {
    return named;
  }

  /** The statement that a question is, its values set. */
  PreparedStatement prepared(Connection connection, Shaped question) throws SQLException {
    Shape shape = new Shape(Arrays.serve(dialect.engine()));
    question.shape(shape);
    Statement statement = statements.getIfPresent(shape.key());
    if (statement == null) {
      statement = rendered(question, shape);
      statements.put(shape.key(), statement);
    }
    return statement.prepared(connection, dialect, shape.values());
  }

  private Statement rendered(Shaped question, Shape shape) {
    Sql sql = new Sql(dialect, names);
    Statement statement = sql.rendered(question.sql(sql));
    if (statement.values() != shape.values().size()) {
      throw new AssertionError(statement + " wants other values than " + shape.key() + " gives");
    }
    return statement;
  }
}
