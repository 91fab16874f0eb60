package io.crmkit.persistence.query;

import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Reference;
import io.crmkit.kernel.record.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records that a batch of rows refers to, read all at once. */
final class Referred implements Lookup {
  private final Reading reading;
  private final Connection connection;
  private final References references;
  private final Map<Ref<?>, Row> rows = new HashMap<>();

  Referred(Reading reading, Connection connection, References references) {
    this.reading = reading;
    this.connection = connection;
    this.references = references;
  }

  /** Forgets the last batch and reads what this one refers to. */
  void read(List<Row> batch) throws SQLException {
    rows.clear();
    follow(batch, references);
  }

  private void follow(List<Row> from, References by) throws SQLException {
    for (Map.Entry<Reference<?, ?>, References> entry : by.next().entrySet()) {
      Set<Ref<?>> wanted = new LinkedHashSet<>();
      for (Row row : from) {
        Ref<?> ref = entry.getKey().of(row);
        if (ref != null) {
          wanted.add(ref);
        }
      }
      List<Ref<?>> unknown = wanted.stream().filter(ref -> !rows.containsKey(ref)).toList();
      for (Row row : reading.find(connection, unknown)) {
        rows.put(row.ref(), row);
      }
      if (!entry.getValue().isEmpty()) {
        List<Row> found = new ArrayList<>();
        for (Ref<?> ref : wanted) {
          Row row = rows.get(ref);
          if (row != null) {
            found.add(row);
          }
        }
        follow(found, entry.getValue());
      }
    }
  }

  @Override
  public @Nullable Row row(Ref<?> ref) {
    return rows.get(ref);
  }
}
