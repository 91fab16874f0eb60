package io.crmkit.persistence.schema;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;

@On(Database.POSTGRESQL)
@ExtendWith(On.Wanted.class)
class PostgresSchemaTest extends SchemaContract {
  PostgresSchemaTest() {
    super(Database.POSTGRESQL);
  }

  @Override
  int step() {
    return 5;
  }

  @Override
  Connection reader(EmptyPlace place, Statement administrator) throws SQLException {
    administrator.execute(
        "do $$ begin create role reader login; exception when duplicate_object then null; end $$");
    return connect(place.url().replace("user=postgres", "user=reader"), "reader", "");
  }

  @Override
  String mayRead() {
    return "grant select on all tables in schema public to reader";
  }

  /** Of a script all is done or nothing. */
  @Override
  int reach(int times) {
    return 800;
  }
}
