package io.crmkit.examples.bench.sql;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.activity.Interaction;
import io.crmkit.activity.Task;
import io.crmkit.attachment.Attachment;
import io.crmkit.customer.Contact;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Order;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.org.User;
import io.crmkit.persistence.SqlStore;
import io.crmkit.sales.Opportunity;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Pages of 50 of what hangs on deals, tasks, calls and files, as a seller sees them, a service
 * agent who sees all customers, and an administrator, whom nothing limits.
 */
public final class LinkedPages {
  private static final int USERS = 200;
  private static final int BATCH = 1_000;
  private static final int WARM = 200;
  private static final int ROUNDS = 9;
  private static final int PAGES = 40;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private final Crm crm;
  private final Session root;
  private final int rows;

  private LinkedPages(Server server, int rows) {
    this.rows = rows;
    this.crm =
        Crm.builder()
            .store(SqlStore.on(server.url(server.port()), server.user(), ""))
            .administrators("root")
            .open();
    this.root = crm.as("root");
  }

  /**
   * Takes the engines, comma-separated, and the number of tasks, of which there are as many calls.
   */
  public static void main(String[] args) throws Exception {
    String[] engines = (args.length > 0 ? args[0] : "h2,postgresql").split(",");
    int rows = Integer.parseInt(args.length > 1 ? args[1] : "100000");
    for (String name : engines) {
      Engine engine = Engine.valueOf(name.toUpperCase(Locale.ROOT));
      try (Server server = engine.start()) {
        LinkedPages pages = new LinkedPages(server, rows);
        pages.fill();
        analyse(server);
        System.out.printf("%n**%s, %,d tasks, as many calls**%n%n", engine.title(), rows);
        System.out.println("| page of 50 | seller, µs | service agent, µs | administrator, µs |");
        System.out.println("|---|---:|---:|---:|");
        pages.measure();
        System.out.printf("%n| owners | their contacts | page of 50, µs | count, µs |%n");
        System.out.println("|---:|---:|---:|---:|");
        for (int owners : List.of(1, 2, 4, 8, 20, 100)) {
          pages.owners(owners);
        }
        pages.crm.close();
      }
    }
    System.exit(0); // the servers leave threads behind
  }

  /** Lets the database know what is in its tables, as it would find out by itself. */
  private static void analyse(Server server) throws SQLException {
    String url = server.url(server.port());
    try (Connection connection = DriverManager.getConnection(url, server.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          switch (server.engine()) {
            case H2 -> "analyze";
            case POSTGRESQL -> "vacuum analyze";
            case MARIADB -> "analyze table crm_contact, crm_task, crm_interaction, crm_attachment";
          });
    }
  }

  private void fill() throws Exception {
    root.permissions().installStandardRoles();
    List<User> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      String name = "u" + i;
      User user =
          root.organization().create(u -> u.set(User.USERNAME, name).set(User.FULL_NAME, name));
      root.permissions().assign(user, root.permissions().role(i == 1 ? "service_agent" : "seller"));
      users.add(user);
    }
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String name = "customer " + i;
      User owner = users.get(i % USERS);
      customers.add(
          root.customers().create(c -> c.set(Customer.NAME, name).set(Customer.OWNER, owner)));
    }
    List<Opportunity> deals = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      User owner = users.get(i * 7 % USERS);
      deals.add(
          root.pipeline()
              .open(
                  customers.get(i % customers.size()),
                  d -> d.set(Opportunity.TITLE, "deal").set(Opportunity.OWNER, owner)));
    }
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    make(
        root.activities().tasks(),
        i ->
            t ->
                Task.ABOUT.set(
                    t.set(Task.SUBJECT, "task")
                        .set(Task.CUSTOMER, deals.get(i % deals.size()).get(Opportunity.CUSTOMER))
                        .set(Task.OWNER, users.get(i * 3 % USERS))
                        .set(Task.DUE_ON, FIRST.plusDays(i * 31L % 1_000)),
                    deals.get(i % deals.size()).ref()));
    make(
        root.activities().interactions(),
        i ->
            c ->
                Interaction.ABOUT.set(
                    c.set(Interaction.SUBJECT, "call")
                        .set(Interaction.KIND, Interaction.Kind.CALL)
                        .set(
                            Interaction.CUSTOMER,
                            deals.get(i % deals.size()).get(Opportunity.CUSTOMER))
                        .set(Interaction.OWNER, users.get(i * 3 % USERS))
                        .set(Interaction.AT, now.plus(i * 31L % 1_000_003, ChronoUnit.MINUTES)),
                    deals.get(i % deals.size()).ref()));
    make(
        root.contacts(),
        i ->
            c ->
                c.set(Contact.NAME, "contact " + i * 7919L % 1_000_003)
                    .set(Contact.CUSTOMER, customers.get(i % customers.size())));
    for (int i = 0; i < rows / 20; i++) {
      root.attachments()
          .attach(
              deals.get(i % deals.size()).ref(),
              "file.txt",
              "text/plain",
              new ByteArrayInputStream(new byte[] {1}));
    }
  }

  private interface Filling<E extends Entity<E>> {
    Consumer<Draft<E>> of(int number);
  }

  private <E extends Entity<E>> void make(Records<E> records, Filling<E> filling) {
    for (int from = 0; from < rows; from += BATCH) {
      List<Consumer<Draft<E>>> batch = new ArrayList<>();
      for (int i = from; i < Math.min(rows, from + BATCH); i++) {
        batch.add(filling.of(i));
      }
      records.createAll(batch);
    }
  }

  private void measure() {
    line("contacts by name", s -> s.contacts(), Contact.NAME.asc());
    line("tasks by due day", s -> s.activities().tasks(), Task.DUE_ON.asc());
    line("calls, the newest", s -> s.activities().interactions(), Interaction.AT.desc());
    line("files, the newest", s -> s.records(Attachment.TYPE), Attachment.TYPE.createdAt().desc());
  }

  private interface Door<E extends Entity<E>> {
    Records<E> of(Session session);
  }

  private <E extends Entity<E>> void line(String name, Door<E> door, Order<E> order) {
    List<Supplier<?>> pages = new ArrayList<>();
    for (Session session : List.of(crm.as("u0"), crm.as("u1"), root)) {
      pages.add(() -> door.of(session).query().orderBy(order).limit(50).page().items().get(0));
    }
    double[] times = times(pages);
    System.out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", name, times[0], times[1], times[2]);
  }

  /** Contacts of the customers of several owners, and those that belong to these themselves. */
  private void owners(int number) {
    List<Ref<User>> some =
        root
            .organization()
            .query()
            .orderBy(User.USERNAME.asc())
            .limit(number)
            .page()
            .items()
            .stream()
            .map(User::ref)
            .toList();
    Condition<Contact> seen =
        Contact.OWNER.in(some).or(Contact.CUSTOMER.matches(Customer.OWNER.in(some)));
    Query<Contact> contacts = root.contacts().where(seen).orderBy(Contact.NAME.asc());
    double[] times =
        times(List.of(() -> contacts.limit(50).page().items().get(0), () -> contacts.count()));
    System.out.printf(
        Locale.ROOT, "| %d | %,d | %.0f | %.0f |%n", number, contacts.count(), times[0], times[1]);
  }

  /** The median of each, in microseconds; all take turns. */
  private static double[] times(List<Supplier<?>> questions) {
    double[][] times = new double[questions.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < questions.size(); i++) {
        int many = round < 0 ? WARM : PAGES;
        long begun = System.nanoTime();
        for (int each = 0; each < many; each++) {
          Objects.requireNonNull(questions.get(i).get());
        }
        if (round >= 0) {
          times[i][round] = (System.nanoTime() - begun) / 1e3 / many;
        }
      }
    }
    return Arrays.stream(times).mapToDouble(LinkedPages::median).toArray();
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
