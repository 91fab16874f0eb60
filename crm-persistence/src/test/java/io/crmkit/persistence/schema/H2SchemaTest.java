package io.crmkit.persistence.schema;

import io.crmkit.persistence.testing.Database;
import io.crmkit.persistence.testing.EmptyPlace;
import io.crmkit.persistence.testing.On;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;

@On(Database.H2)
@ExtendWith(On.Wanted.class)
class H2SchemaTest extends SchemaContract {
  H2SchemaTest() {
    super(Database.H2);
  }

  @Override
  Connection reader(EmptyPlace place, Statement administrator) throws SQLException {
    administrator.execute("create user reader password 'reader'");
    return connect(place.url().replaceAll(";.*", ""), "reader", "reader");
  }

  @Override
  String mayRead() {
    return "grant select on schema public to reader";
  }
}
