package io.crmkit.persistence.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database without a table in it, for those who make tables. */
public final class EmptyPlace implements AutoCloseable {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final Place place;

  private EmptyPlace(Place place) {
    this.place = place;
  }

  /** A new one; closed, it goes away with its server. */
  public static EmptyPlace on(Database database) {
    return new EmptyPlace(database.place("empty" + MADE.incrementAndGet()));
  }

  /** A connection as an administrator. */
  public Connection connect() throws SQLException {
    return place.connect();
  }

  /** Where it is. */
  public String url() {
    return place.url();
  }

  /** The administrator. */
  public String user() {
    return place.user();
  }

  /** A schema that is there, beside the one that connections begin in. */
  public String otherSchema() {
    return place.otherSchema();
  }

  @Override
  public void close() {
    place.giveBack();
  }
}
