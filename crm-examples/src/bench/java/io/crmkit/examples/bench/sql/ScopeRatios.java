package io.crmkit.examples.bench.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.Crm;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Tables;
import io.crmkit.sales.Opportunity;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Measures a page of opportunities by date as actors see it who see those of one owner, of a few,
 * of many and of all, among few and many owners, beside the best statement by hand; and prints the
 * medians.
 */
public final class ScopeRatios implements AutoCloseable {
  private static final int DAYS = 1_000;
  private static final long WARM_UP = 2_000_000_000;
  private static final int ROUNDS = 9;
  private static final long SLICE = 150_000_000;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private final Engine engine;
  private final Server server;
  private final int rows;
  private final Seen seen = new Seen();
  private final Crm crm;

  private ScopeRatios(Server server, int rows) {
    this.engine = server.engine();
    this.server = server;
    this.rows = rows;
    crm =
        Crm.builder()
            .store(SqlStore.on(server.url(server.port()), server.user(), ""))
            .policy(seen)
            .open();
    Customer acme = crm.as("all").customers().create(d -> d.set(Customer.NAME, "Acme"));
    crm.as("all")
        .pipeline()
        .open(
            acme,
            d ->
                d.set(Opportunity.TITLE, "Deal")
                    .set(
                        Opportunity.AMOUNT,
                        io.crmkit.kernel.value.Money.of(new BigDecimal(100), "EUR"))
                    .set(Opportunity.CLOSES_ON, FIRST));
  }

  /** Takes the engines, the number of rows and the numbers of owners, all comma-separated. */
  public static void main(String[] args) throws Exception {
    String[] engines = (args.length > 0 ? args[0] : "h2,postgresql,mariadb").split(",");
    int rows = Integer.parseInt(args.length > 1 ? args[1] : "1000000");
    String[] owners = (args.length > 2 ? args[2] : "10,1000,10000").split(",");
    for (String engine : engines) {
      try (ScopeRatios ratios =
          new ScopeRatios(Engine.valueOf(engine.toUpperCase(Locale.ROOT)).start(), rows)) {
        System.out.printf("%n**%s, %,d opportunities**%n%n", ratios.engine.title(), rows);
        System.out.println(
            "| owners | seen | first page, µs | p95 | by hand | ratio | picked in Java"
                + " | deep page, µs | p95 | by hand | ratio | picked in Java |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---|");
        for (String count : owners) {
          ratios.measure(Integer.parseInt(count));
        }
      }
    }
    System.exit(0); // the servers leave threads behind
  }

  @Override
  public void close() throws Exception {
    crm.close();
    server.close();
  }

  private static UUID owner(int number) {
    return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
  }

  private void measure(int owners) throws SQLException {
    fill(owners);
    for (int few : List.of(1, 4, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000)) {
      if (few <= owners && (few < 50 || few * 200 >= owners)) {
        page(owners, few);
      }
    }
  }

  private void fill(int owners) throws SQLException {
    Dialect dialect = engine.dialect();
    String series =
        switch (engine) {
          case H2 -> "system_range(1, " + rows + ") s(n)";
          case POSTGRESQL -> "generate_series(1, " + rows + ") s(n)";
          case MARIADB -> "seq_1_to_" + rows + " s";
        };
    String number = "cast(" + (engine == Engine.MARIADB ? "s.seq as signed)" : "s.n as bigint)");
    String over = engine == Engine.MARIADB ? " div " : " / ";
    String which = "mod(" + number + ", " + owners + ")";
    String day = "mod(" + number + " * 2654435761" + over + "7001, " + DAYS + ")";
    List<String> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : new Tables(List.of(Opportunity.TYPE)).of(Opportunity.TYPE).columns()) {
      names.add(dialect.quoted(column.name()));
      values.add(
          switch (column.name()) {
            case "id" -> id(number + " * 1000003");
            case "owner" -> ownerOf(which);
            case "closes_on" ->
                switch (engine) {
                  case H2 -> "dateadd(day, " + day + ", date '" + FIRST + "')";
                  case POSTGRESQL -> "date '" + FIRST + "' + " + day + "::int";
                  case MARIADB -> "date_add(date '" + FIRST + "', interval " + day + " day)";
                };
            default -> "t." + dialect.quoted(column.name());
          });
    }
    try (HikariDataSource pool = server.readers(server.port());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          switch (engine) {
            case H2 -> "set referential_integrity false";
            case POSTGRESQL -> "set session_replication_role to replica";
            case MARIADB -> "set foreign_key_checks=0";
          });
      statement.execute("delete from crm_opportunity where owner is not null");
      statement.execute(
          "insert into crm_opportunity ("
              + String.join(",", names)
              + ") select "
              + String.join(",", values)
              + " from crm_opportunity t, "
              + series
              + " where t.owner is null");
      statement.execute(
          switch (engine) {
            case H2 -> "analyze";
            case POSTGRESQL -> "vacuum analyze crm_opportunity";
            case MARIADB -> "analyze table crm_opportunity";
          });
    }
  }

  private String id(String number) {
    String hex = "lpad(to_hex((" + number + ")::bigint), 12, '0')";
    return switch (engine) {
      case H2 -> "random_uuid()";
      case POSTGRESQL -> "('00000000-0000-4000-9000-' || " + hex + ")::uuid";
      case MARIADB -> "unhex(concat('0000000000004000', lpad(hex(" + number + "), 16, '0')))";
    };
  }

  private String ownerOf(String which) {
    return switch (engine) {
      case H2 ->
          "cast('00000000-0000-4000-8000-' || right(rawtohex(cast(cast("
              + which
              + " as bigint) as binary(8))), 12) as uuid)";
      case POSTGRESQL ->
          "('00000000-0000-4000-8000-' || lpad(to_hex(" + which + "), 12, '0'))::uuid";
      case MARIADB -> "unhex(concat('00000000000040008000', lpad(hex(" + which + "), 12, '0')))";
    };
  }

  /**
   * One way to get a page.
   *
   * @param picks the rows are asked for without saying whose
   */
  private record Way(boolean picks, Got got) {}

  private interface Got {
    Object page() throws SQLException;
  }

  private void page(int owners, int few) throws SQLException {
    List<UUID> its = new ArrayList<>();
    for (int i = 0; i < few; i++) {
      its.add(owner((int) ((long) i * owners / few)));
    }
    seen.only(its);
    var pages =
        crm.as("some").opportunities().query().orderBy(Opportunity.CLOSES_ON.asc()).limit(50);
    int depth = (int) Math.min(20_000, (long) rows / owners * few / 2);
    var begun =
        crm.as("some")
            .opportunities()
            .query()
            .orderBy(Opportunity.CLOSES_ON.asc())
            .limit(depth)
            .page();
    String deep = begun.next().orElseThrow();
    Opportunity last = begun.items().get(depth - 1);
    Scene.Place place = new Scene.Place(last.get(Opportunity.CLOSES_ON), last.ref().id());
    System.out.printf(Locale.ROOT, "| %,d | %,d ", owners, few);
    compare(() -> pages.page().items(), new OwnersByHand(engine, its, owners, null));
    compare(() -> pages.after(deep).page().items(), new OwnersByHand(engine, its, owners, place));
    System.out.println("|");
  }

  /** Measures our page and those by hand, all of which have to find what we find. */
  private void compare(Supplier<List<Opportunity>> ours, OwnersByHand hand) throws SQLException {
    List<UUID> ids = ours.get().stream().map(each -> each.ref().id()).toList();
    List<Way> ways = new ArrayList<>(List.of(new Way(false, ours::get)));
    try (HikariDataSource pool = server.readers(server.port())) {
      for (OwnersByHand.Way way : hand.ways()) {
        List<UUID> found = byHand(pool, way).stream().map(Deal::id).toList();
        if (found.size() == ids.size()) { // a walk may end before it has found enough
          if (!found.equals(ids)) {
            throw new IllegalStateException("other rows by hand");
          }
          ways.add(new Way(way.picks(), () -> byHand(pool, way)));
        }
      }
      print(ways, times(ways));
    }
  }

  private static List<Deal> byHand(HikariDataSource pool, OwnersByHand.Way way)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return way.got().page(connection);
    }
  }

  /** The first way is ours. Best by hand is what asks for the owners' rows. */
  private static void print(List<Way> ways, List<double[]> times) {
    double asked = Double.MAX_VALUE;
    double picked = Double.MAX_VALUE;
    for (int i = 1; i < ways.size(); i++) {
      double median = times.get(i)[0];
      asked = ways.get(i).picks() ? asked : Math.min(asked, median);
      picked = ways.get(i).picks() ? Math.min(picked, median) : picked;
    }
    double ours = times.get(0)[0];
    System.out.printf(
        Locale.ROOT,
        "| %.0f | %.0f | %.0f | %.2f | %s ",
        ours,
        times.get(0)[1],
        asked,
        ours / asked,
        picked < asked ? String.format(Locale.ROOT, "%.0f, %.2f", picked, ours / picked) : "–");
  }

  /**
   * The median and the slow twentieth of each way in microseconds: of time, in this process of the
   * processor. The ways take turns.
   */
  private List<double[]> times(List<Way> ways) throws SQLException {
    List<List<Double>> micros = new ArrayList<>();
    for (Way way : ways) {
      micros.add(new ArrayList<>());
      long until = System.nanoTime() + WARM_UP;
      while (System.nanoTime() < until) {
        way.got().page();
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < ways.size(); i++) {
        long until = System.nanoTime() + SLICE;
        do {
          long before = clock();
          ways.get(i).got().page();
          micros.get(i).add((clock() - before) / 1e3);
        } while (System.nanoTime() < until);
      }
    }
    List<double[]> times = new ArrayList<>();
    for (List<Double> each : micros) {
      each.sort(null);
      times.add(new double[] {each.get(each.size() / 2), each.get(each.size() * 19 / 20)});
    }
    return times;
  }

  private long clock() {
    return engine == Engine.H2
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** Some see the opportunities of some owners. */
  private static final class Seen implements AccessPolicy {
    private Condition<Opportunity> rows = Condition.always();

    void only(List<UUID> owners) {
      rows = Opportunity.OWNER.in(owners.stream().map(id -> Ref.of(User.TYPE, id)).toList());
    }

    @Override
    public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
      return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends Entity<E>> Condition<E> rows(
        CallContext who, Operation operation, EntityType<E> type) {
      return who.actor().equals("some") && type == (Object) Opportunity.TYPE
          ? (Condition<E>) rows
          : Condition.always();
    }

    @Override
    public FieldRight field(CallContext who, Field<?, ?> field) {
      return FieldRight.WRITE;
    }
  }
}
