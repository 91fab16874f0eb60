package io.crmkit.examples.bench.sql;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.Ref;
import io.crmkit.persistence.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.SessionFactory;

/** A program that writes a row, reads it, and says how long and how much memory that took. */
public final class FirstRow {
  private FirstRow() {}

  /** Takes the side, the database, its URL and its user. */
  public static void main(String[] args) throws SQLException, IOException {
    Engine engine = Engine.valueOf(args[1]);
    switch (args[0]) {
      case "crmkit" -> crmkit(args[2], args[3]);
      case "jdbc" -> jdbc(engine, args[2], args[3]);
      case "hibernate" -> hibernate(engine, args[2], args[3]);
      default -> throw new IllegalArgumentException(args[0]);
    }
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("")
            .replaceAll("\\D", "");
    System.out.println(peak);
    System.out.flush();
    Runtime.getRuntime().halt(0); // how long it takes to stop is of no matter
  }

  private static void crmkit(String url, String user) {
    Crm crm = Crm.builder().store(SqlStore.on(url, user, "")).policy(AccessPolicy.open()).open();
    Session session = crm.as("ada");
    Ref<Customer> made = session.customers().create(c -> c.set(Customer.NAME, "Acme")).ref();
    require(session.customers().get(made).require(Customer.NAME));
  }

  private static void jdbc(Engine engine, String url, String user) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into peer_customer (tenant,id,version,created_at,name,kind)"
                  + " values (?,?,?,?,?,?)")) {
        new Binder(engine, insert)
            .text(Scene.TENANT)
            .id(id)
            .number(1)
            .time(Instant.now())
            .text("Acme")
            .text("company");
        insert.executeUpdate();
      }
      connection.commit();
      try (PreparedStatement query =
          connection.prepareStatement("select name from peer_customer where id=?")) {
        new Binder(engine, query).id(id);
        try (ResultSet row = query.executeQuery()) {
          row.next();
          require(row.getString(1));
        }
      }
    }
  }

  private static void hibernate(Engine engine, String url, String user) {
    SessionFactory factory = HibernateSide.factory(engine, url, user);
    PeerCustomer customer = new PeerCustomer();
    customer.stamp(UUID.randomUUID(), Instant.now());
    customer.name = "Acme";
    factory.inTransaction(session -> session.persist(customer));
    factory.inTransaction(session -> require(session.find(PeerCustomer.class, customer.id).name));
  }

  private static void require(String name) {
    if (!name.equals("Acme")) {
      throw new IllegalStateException(name);
    }
  }
}
