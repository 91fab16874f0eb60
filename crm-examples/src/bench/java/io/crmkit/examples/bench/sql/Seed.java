package io.crmkit.examples.bench.sql;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.IdSource;
import io.crmkit.org.User;
import io.crmkit.persistence.SqlStore;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.Tables;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.StageCategory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills our tables with opportunities, past the library but exactly as it would. */
final class Seed {
  private static final int OWNED = 1_000;
  private static final int FEWEST_OWNERS = 20;
  private static final int DAYS = 1_000;
  private static final int BATCH = 1_000;
  private static final String[] STAGES = {
    "qualification", "proposal", "negotiation", "won", "lost"
  };
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random = new Random(7);
  private final Server server;
  private final IdSource ids;
  private final int rows;
  private final List<Ref<User>> owners = new ArrayList<>();
  private final List<UUID> mine = new ArrayList<>();
  private final List<UUID> open = new ArrayList<>();
  private final Map<Scope, List<Scene.Place>> places = new EnumMap<>(Scope.class);

  Seed(Server server, IdSource ids, int rows) {
    this.server = server;
    this.ids = ids;
    this.rows = rows;
  }

  /** Makes the tables, and the rows in them. */
  Scene.Seeded fill() throws SQLException {
    try (Crm crm =
        Crm.builder()
            .store(SqlStore.on(server.url(server.port()), server.user(), ""))
            .policy(AccessPolicy.open())
            .open()) {
      Session all = crm.as("all");
      int count = Math.max(FEWEST_OWNERS, rows / OWNED);
      all.run(
          work -> {
            for (int i = 0; i < count; i++) {
              String name = "user" + i;
              owners.add(
                  work.organization()
                      .create(d -> d.set(User.USERNAME, name).set(User.FULL_NAME, name))
                      .ref());
            }
          });
      Customer customer = all.customers().create(d -> d.set(Customer.NAME, "Acme"));
      Pipeline pipeline = all.pipeline().get(Pipeline.STANDARD);
      insert(all.workspace().layout(), customer.ref(), pipeline.ref());
    }
    Map<Scope, Scene.Place> deep = new EnumMap<>(Scope.class);
    places.forEach(
        (scope, its) -> {
          its.sort(
              Comparator.comparing(Scene.Place::closesOn)
                  .thenComparing(place -> Ref.of(Opportunity.TYPE, place.id())));
          deep.put(scope, its.get(scope.depth(rows, owners.size()) - 1));
        });
    return new Scene.Seeded(owners.stream().map(Ref::id).toList(), mine, open, deep, rows);
  }

  private void insert(Layout layout, Ref<Customer> customer, Ref<Pipeline> pipeline)
      throws SQLException {
    List<UUID> all = owners.stream().map(Ref::id).toList();
    Map<Scope, Set<UUID>> seen = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      seen.put(scope, new HashSet<>(scope.owners(all)));
      places.put(scope, new ArrayList<>());
    }
    Table table = new Tables(List.of(Opportunity.TYPE)).of(Opportunity.TYPE);
    Dialect dialect = server.engine().dialect();
    String columns =
        table.columns().stream()
            .map(column -> dialect.quoted(column.name()))
            .collect(Collectors.joining(","));
    String text =
        "insert into crm_opportunity ("
            + columns
            + ") values (?"
            + ",?".repeat(table.columns().size() - 1)
            + ")";
    try (var pool = server.pool(server.port());
        Connection connection = pool.getConnection();
        Statement session = connection.createStatement();
        PreparedStatement insert = connection.prepareStatement(text)) {
      session.execute(unchecked());
      for (int from = 0; from < rows; from += BATCH) {
        for (int i = from; i < Math.min(rows, from + BATCH); i++) {
          Row row = deal(ids.next(), customer, pipeline);
          note(row, seen);
          @Nullable Object[] values = table.values(Scene.TENANT, row, layout, Slots.NONE);
          int index = 0;
          for (Column column : table.columns()) {
            dialect.bind(insert, index + 1, column.type(), values[index]);
            index++;
          }
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
  }

  /** What makes a session trust that references lead somewhere. */
  private String unchecked() {
    return switch (server.engine()) {
      case H2 -> "set referential_integrity false";
      case POSTGRESQL -> "set session_replication_role to replica";
      case MARIADB -> "set foreign_key_checks=0";
    };
  }

  private void note(Row row, Map<Scope, Set<UUID>> seen) {
    UUID id = row.ref().id();
    UUID owner = ((Ref<?>) row.slot(Opportunity.OWNER.slot())).id();
    Scene.Place place = new Scene.Place((LocalDate) row.slot(Opportunity.CLOSES_ON.slot()), id);
    seen.forEach(
        (scope, its) -> {
          if (its.contains(owner)) {
            places.get(scope).add(place);
          }
        });
    if (seen.get(Scope.NARROW).contains(owner)) {
      mine.add(id);
      if (row.slot(Opportunity.STAGE_CATEGORY.slot()) == StageCategory.OPEN) {
        open.add(id);
      }
    }
  }

  private Row deal(UUID id, Ref<Customer> customer, Ref<Pipeline> pipeline) {
    String stage = STAGES[random.nextInt(STAGES.length)];
    StageCategory category =
        switch (stage) {
          case "won" -> StageCategory.WON;
          case "lost" -> StageCategory.LOST;
          default -> StageCategory.OPEN;
        };
    LocalDate closes = FIRST_DAY.plusDays(random.nextInt(DAYS));
    @Nullable Object[] slots = new @Nullable Object[Opportunity.TYPE.slots().size()];
    slots[EntityType.CREATED_AT] = WHEN;
    slots[EntityType.CREATED_BY] = "all";
    slots[EntityType.UPDATED_AT] = WHEN;
    slots[EntityType.UPDATED_BY] = "all";
    slots[Opportunity.TITLE.slot()] = "Deal " + id;
    slots[Opportunity.CUSTOMER.slot()] = customer;
    slots[Opportunity.OWNER.slot()] = owners.get(random.nextInt(owners.size()));
    slots[Opportunity.AMOUNT.slot()] =
        Money.of(BigDecimal.valueOf(100 + random.nextInt(100_000)), "EUR");
    slots[Opportunity.CLOSES_ON.slot()] = closes;
    slots[Opportunity.PIPELINE.slot()] = pipeline;
    slots[Opportunity.STAGE.slot()] = stage;
    slots[Opportunity.STAGE_CATEGORY.slot()] = category;
    slots[Opportunity.STAGE_SINCE.slot()] = WHEN;
    slots[Opportunity.OPENED_ON.slot()] = FIRST_DAY;
    if (category.closed()) {
      slots[Opportunity.CLOSED_ON.slot()] = closes;
    }
    return new Row(Opportunity.TYPE.ref(id), 1, slots, Map.of());
  }
}
