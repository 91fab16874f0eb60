package io.crmkit.persistence.query;

import org.jooq.Query;

/** A question that has become SQL but for its values. */
interface Shaped {
  /** Says what decides the SQL, and the values. */
  void shape(Shape shape);

  /** Makes the SQL, meeting the values in the same order. */
  Query sql(Sql sql);
}
