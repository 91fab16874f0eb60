package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;

/** The time by the clock of the database, which all nodes share. */
final class Now {
  private Now() {}

  static String expression(Dialect dialect) {
    return switch (dialect.engine()) {
      case H2 -> "current_timestamp";
      case POSTGRESQL -> "clock_timestamp()";
      case MARIADB -> "utc_timestamp(6)";
    };
  }

  static String plusMillis(Dialect dialect, long millis) {
    return switch (dialect.engine()) {
      case H2 -> "dateadd(millisecond, " + millis + ", current_timestamp)";
      case POSTGRESQL -> "clock_timestamp() + interval '" + millis + " milliseconds'";
      case MARIADB -> "utc_timestamp(6) + interval " + millis * 1000 + " microsecond";
    };
  }
}
