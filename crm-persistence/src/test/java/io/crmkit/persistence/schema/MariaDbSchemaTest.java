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

  @Override
  Connection reader(EmptyPlace place, Statement administrator) throws SQLException {
    administrator.execute("create user if not exists reader@localhost identified by 'reader'");
    administrator.execute(
        "grant select on `"
            + administrator.getConnection().getCatalog()
            + "`.* to reader@localhost");
    return connect(place.url(), "reader", "reader");
  }

  @Override
  String mayRead() {
    return "select 1";
  }
}
