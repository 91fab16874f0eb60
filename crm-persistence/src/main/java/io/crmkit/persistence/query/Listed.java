package io.crmkit.persistence.query;

import java.util.List;
import org.jooq.Table;

/** Rows of a table in order, as a part of a statement. */
interface Listed {
  /** The table. */
  Source from();

  /** What they are sorted by. */
  List<Sort> order();

  /** Says what decides the SQL, and the values. */
  void shape(Shape shape);

  /** The rows with their phase and what they are sorted by beside them. */
  Table<?> table(Sql sql, int phase, String alias);
}
