package io.crmkit.persistence.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The databases that the tests run on. Each server is started with its first use, once per JVM, and
 * stopped with it. One that does not start fails the tests; only {@code -Dcrmkit.test.databases=h2,
 * postgresql,mariadb} leaves databases out.
 */
public enum Database {
  /** In memory. */
  H2("h2", 100) {
    @Override
    Place place(String name) {
      return H2Place.inMemory();
    }
  },

  /** In a file. */
  H2_FILE("h2", 25) {
    @Override
    Place place(String name) {
      return H2Place.inFile();
    }
  },

  /** A server of its own. */
  POSTGRESQL("postgresql", 25) {
    @Override
    Place place(String name) {
      return PostgresPlace.called(name);
    }
  },

  /** A server of its own. */
  MARIADB("mariadb", 25) {
    @Override
    Place place(String name) {
      return MariaPlace.called(name);
    }
  };

  private static final String WANTED = "crmkit.test.databases";
  private static final List<String> ALL = List.of("h2", "postgresql", "mariadb");

  private final String family;
  private final int share;

  Database(String family, int share) {
    this.family = family;
    this.share = share;
  }

  /** The database called {@code h2}, {@code postgresql} or {@code mariadb}. */
  static Database called(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** False where the run leaves this database out. */
  boolean wanted() {
    String property = System.getProperty(WANTED, "");
    if (property.isEmpty()) {
      return true;
    }
    List<String> wanted = Arrays.stream(property.split(",")).map(String::strip).toList();
    if (!ALL.containsAll(wanted)) {
      throw new IllegalArgumentException(WANTED + "=" + property + ": known are " + ALL);
    }
    return wanted.contains(family);
  }

  /** Why it is left out. */
  String leftOut() {
    return family + " is left out by -D" + WANTED + "=" + System.getProperty(WANTED);
  }

  /**
   * How many of a law's tries are run, in percent: a server that is asked over a socket would take
   * too long for all. {@code -Dcrmkit.test.tries=100} runs all of them.
   */
  int triesPercent() {
    return Integer.getInteger("crmkit.test.tries", share);
  }

  /**
   * An empty place for one store. A server gives the same place again and again under one name,
   * emptied; so there is to be one store at a time in it.
   */
  abstract Place place(String name);

  /** A connection to an empty place of that name, for tests without a store. */
  public Connection connect(String name) throws SQLException {
    return place(name).connect();
  }
}
