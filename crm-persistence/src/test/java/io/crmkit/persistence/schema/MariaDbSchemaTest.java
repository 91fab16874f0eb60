package io.crmkit.persistence.schema;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;

@On(Database.MARIADB)
@ExtendWith(On.Wanted.class)
class MariaDbSchemaTest extends SchemaContract {
  MariaDbSchemaTest() {
    super(Database.MARIADB);
  }

  @Override
  int step() {
    return 5;
  }

  /** The server of the tests knows no rights, so this is how a replica would refuse. */
  @Override
  Connection reader(EmptyPlace place, Statement administrator) throws SQLException {
    Connection reader = place.connect();
    try (Statement statement = reader.createStatement()) {
      statement.execute("set session transaction read only");
    }
    return reader;
  }

  @Override
  String mayRead() {
    return "select 1";
  }
}
