package io.crmkit.persistence.schema;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.crmkit.persistence.schema.Migration.Plan;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows tables that were found fitting before. Everything that makes up a plan is hashed, and the
 * hash stands in the history once all of it was found done. Since nothing is ever dropped or
 * narrowed, what fitted once fits for good, whatever other nodes have added since; each version of
 * the library and each set of record types has a hash of its own. Only what people change by hand
 * is not seen this way.
 */
final class Fingerprint {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  /** To be raised where a comparison would look at more than it did: old hashes are void then. */
  private static final int COMPARISON = 1;

  /** In the history: what follows has been found fitting. */
  private static final String FITTING = "fitting:";

  private static final long VERSION = 1;

  private final Plan plan;
  private final String hash;

  Fingerprint(Plan plan) {
    this.plan = plan;
    this.hash = hash(plan);
  }

  /** The texts by which tables would be made say all that is compared, and the dialect's part. */
  private static String hash(Plan plan) {
    Ddl ddl = plan.ddl();
    Hasher hasher = Hashing.sha256().newHasher().putInt(COMPARISON);
    put(hasher, plan.place().dialect().name());
    put(hasher, plan.place().prefix());
    for (Shape shape : plan.shapes()) {
      ddl.create(shape).forEach(each -> put(hasher, each));
      ddl.references(shape, shape.foreignKeys()).forEach(each -> put(hasher, each));
    }
    for (Scripts scripts : plan.scripts()) {
      put(hasher, scripts.module());
      scripts.all().forEach(each -> put(hasher, each.text()));
    }
    return hasher.hash().toString();
  }

  private static void put(Hasher hasher, String text) {
    hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
  }

  private String script() {
    return FITTING + hash;
  }

  /** True where the history says so, as far as it was read. */
  boolean in(History history) {
    return history.has(script(), VERSION, History.WHOLE);
  }

  /**
   * Asks whether the tables are known to fit, with one question.
   *
   * @return false where they are not, or it cannot be told
   * @throws io.crmkit.kernel.error.StoreException where they are of a newer version
   */
  boolean isKnown(Connection connection) throws SQLException {
    boolean within = !connection.getAutoCommit();
    History history;
    try {
      history = History.read(connection, plan.place(), scripts());
      if (within) {
        connection.commit();
      }
    } catch (SQLException unreadable) {
      LOG.debug("There is no history to read yet", unreadable);
      if (within) {
        connection.rollback();
      }
      return false;
    }
    plan.scripts().forEach(history::verifyVersion);
    return in(history);
  }

  private List<String> scripts() {
    List<String> scripts = new ArrayList<>(List.of(script()));
    plan.scripts().forEach(each -> scripts.add(each.module()));
    return scripts;
  }

  /** Notes that the tables fit; where that cannot be, the next opening compares again. */
  void note(Connection connection) throws SQLException {
    try {
      History.record(connection, plan.place(), script(), VERSION, History.WHOLE, hash, null);
      connection.commit();
    } catch (SQLException refused) {
      LOG.debug("Another node was first, or the user may only read", refused);
      connection.rollback();
    }
  }
}
