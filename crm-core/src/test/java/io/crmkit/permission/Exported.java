package io.crmkit.permission;

import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.exchange.CsvExport;
import io.crmkit.kernel.work.Query;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a file has in it that somebody takes out. */
final class Exported {
  private Exported() {}

  static String by(Session session) throws IOException {
    return by(session.customers().query());
  }

  static String by(Query<Customer> customers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvExport.of(customers).identity().to(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
