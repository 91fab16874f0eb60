package io.crmkit.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database of H2, new each time. */
final class H2Place extends Place {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=50";

  private final @Nullable Path folder;

  private H2Place(String where, @Nullable Path folder) {
    super("jdbc:h2:" + where + OPTIONS, "sa");
    this.folder = folder;
  }

  static H2Place inMemory() {
    return withOtherSchema(new H2Place("mem:crm" + MADE.incrementAndGet(), null));
  }

  static H2Place inFile() {
    try {
      Path folder = Files.createTempDirectory("crmkit-h2");
      return new H2Place("file:" + folder.resolve("host") + ";WRITE_DELAY=0", folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static H2Place withOtherSchema(H2Place place) {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema \"" + place.otherSchema() + '"');
      return place;
    } catch (SQLException failed) {
      throw new IllegalStateException("H2 does not start", failed);
    }
  }

  @Override
  @Nullable Path file() {
    return folder == null ? null : folder.resolve("crm");
  }

  @Override
  String otherSchema() {
    return "CRM2";
  }

  @Override
  String snapshots() {
    return "set session characteristics as transaction isolation level snapshot";
  }

  @Override
  String patience() {
    return "set lock_timeout 5000";
  }

  @Override
  String tables() {
    return "select table_schema, table_name from information_schema.tables"
        + " where table_schema <> 'INFORMATION_SCHEMA' and table_type = 'BASE TABLE'";
  }

  @Override
  String referential(boolean checked) {
    return "set referential_integrity " + checked;
  }

  @Override
  String sessions() {
    return "select count(*) from information_schema.sessions where session_id <> session_id()";
  }

  @Override
  boolean once() {
    return true;
  }

  @Override
  void giveBack() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException gone) {
      // the database of a file may be closed already
    }
    if (folder != null) {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
