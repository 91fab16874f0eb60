package io.crmkit.persistence.schema;

import io.crmkit.persistence.dialect.Dialect;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are: scripts say {@code ${schema}} and {@code ${prefix}} for it.
 *
 * @param prefix what the names of all tables begin with
 * @param schema null for the one that connections are in
 */
record Place(Dialect dialect, String prefix, @Nullable String schema) {
  static final String PREFIX = "${prefix}";
  static final String SCHEMA = "${schema}";

  /** Names of tables have up to 48 characters, and a database allows 63. */
  private static final Pattern GOOD_PREFIX = Pattern.compile("([a-z][a-z0-9_]{0,15})?");

  private static final Pattern GOOD_SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_$-]{0,62}");

  Place {
    if (!GOOD_PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "table prefix '" + prefix + "': use up to 16 of a-z, 0-9 and _, a letter first");
    }
    if (schema != null && !GOOD_SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "schema '" + schema + "': use up to 63 letters, digits and _, a letter first");
    }
  }

  /** A statement as the database gets it. */
  String resolve(String statement) {
    String qualifier = schema == null ? "" : dialect.quoted(schema) + '.';
    return statement.replace(SCHEMA, qualifier).replace(PREFIX, prefix);
  }

  /** A table as it stands in a statement. */
  String table(String name) {
    return resolve(SCHEMA + dialect.quoted(PREFIX + name));
  }

  /** The name of a table as it stands in the catalogue of the database. */
  String plain(String name) {
    return prefix + name;
  }
}
