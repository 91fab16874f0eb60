package io.crmkit.examples.bench.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The floor: SQL by hand, statement by statement; no rights, no validation, no outbox. Lists are
 * read from our table, by the best statement that we could find.
 */
class JdbcSide implements Side {
  static final int BATCH = 1_000;
  static final int MADE = 8;
  static final int REMOVED = 2;
  static final int NOTED = 12;

  final Scene scene;
  final Engine engine;
  final Turns<Held> deals;
  final Deque<UUID> removable = new ArrayDeque<>();
  private final Turns<UUID> reads;
  private final Map<Scope, UUID[]> owners = new HashMap<>();
  private final Map<String, String> pages = new HashMap<>();
  private int made;

  JdbcSide(Scene scene, int share, int of) throws SQLException {
    this.scene = scene;
    this.engine = scene.server().engine();
    this.reads = new Turns<>(scene.seeded().mine());
    this.deals =
        Held.all(scene.seeded().open().isEmpty() ? List.of() : scene.open(share, of), this);
    for (Scope scope : Scope.values()) {
      owners.put(scope, scope.owners(scene.seeded().owners()).toArray(UUID[]::new));
      pages.put(scope + "false", page(scope, ""));
      pages.put(scope + "true", page(scope, behind()));
    }
  }

  final Sample sample() {
    return Sample.of(made++);
  }

  final UUID id() {
    return scene.ids().next();
  }

  final Binder bind(PreparedStatement statement) {
    return new Binder(engine, statement);
  }

  final Connection connection() throws SQLException {
    return scene.pool().getConnection();
  }

  final Held held(UUID id) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement query =
            connection.prepareStatement("select version,stage from peer_opportunity where id=?")) {
      bind(query).id(id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Held held = Held.of(id, row.getLong(1), row.getString(2));
        connection.rollback();
        return held;
      }
    }
  }

  @Override
  public String read() throws SQLException {
    try (Connection connection = scene.readers().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select "
                    + Deal.COLUMNS
                    + " from crm_opportunity"
                    + " where tenant=? and id=? and owner=? and deleted_at is null")) {
      bind(query).text(Scene.TENANT).id(reads.next()).id(scene.owner());
      List<Deal> found = deals(query);
      return found.get(0).title();
    }
  }

  private List<Deal> deals(PreparedStatement query) throws SQLException {
    List<Deal> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(Deal.read(engine, rows));
      }
    }
    return found;
  }

  private String page(Scope scope, String behind) {
    String keys = scope == Scope.NARROW ? "tenant,owner,closes_on,id" : "tenant,closes_on,id";
    String index = scope == Scope.NARROW ? "owner_closes_on" : "closes_on";
    String hint =
        switch (engine) {
          case H2 -> " use index (crm_opportunity_" + index + "_ix)";
          case POSTGRESQL -> "";
          case MARIADB -> " force index (crm_opportunity_" + index + "_ix)";
        };
    String owned = "owner=?";
    if (scope == Scope.BROAD) {
      int count = scope.owners(scene.seeded().owners()).size();
      owned =
          engine == Engine.POSTGRESQL
              ? "owner=any(?)"
              : "owner in (?" + ",?".repeat(count - 1) + ")";
    }
    return "select "
        + Deal.COLUMNS
        + " from crm_opportunity"
        + hint
        + " where tenant=? and "
        + owned
        + " and deleted_at is null"
        + behind
        + " order by "
        + (engine == Engine.H2 ? keys : "closes_on,id")
        + " limit "
        + Scene.PAGE;
  }

  private String behind() {
    return engine == Engine.POSTGRESQL
        ? " and (closes_on,id)>(?,?)"
        : " and closes_on>=? and (closes_on>? or id>?)";
  }

  @Override
  public List<UUID> page(Scope scope, boolean deep) throws SQLException {
    try (Connection connection = scene.readers().getConnection();
        PreparedStatement query =
            connection.prepareStatement(pages.getOrDefault(scope + "" + deep, ""))) {
      Binder to = bind(query).text(Scene.TENANT);
      UUID[] its = owners.getOrDefault(scope, new UUID[0]);
      if (scope == Scope.BROAD && engine == Engine.POSTGRESQL) {
        to.array(its);
      } else {
        for (UUID owner : its) {
          to.id(owner);
        }
      }
      if (deep) {
        Scene.Place place = scene.seeded().deep().get(scope);
        to.date(place.closesOn());
        if (engine != Engine.POSTGRESQL) {
          to.date(place.closesOn());
        }
        to.id(place.id());
      }
      List<UUID> ids = new ArrayList<>();
      deals(query).forEach(deal -> ids.add(deal.id()));
      return ids;
    }
  }

  @Override
  public Map<String, BigDecimal> funnel() throws SQLException {
    String text =
        "select stage,amount__currency,count(*),sum(amount) from crm_opportunity"
            + (engine == Engine.H2 ? " use index ()" : "")
            + " where tenant=? and deleted_at is null group by stage,amount__currency";
    Map<String, BigDecimal> sums = new HashMap<>();
    try (Connection connection = scene.readers().getConnection();
        PreparedStatement query = connection.prepareStatement(text)) {
      bind(query).text(Scene.TENANT);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sums.put(rows.getString(1), rows.getBigDecimal(4).stripTrailingZeros());
        }
      }
    }
    return sums;
  }

  @Override
  public void create() throws SQLException {
    Sample what = sample();
    UUID customer = id();
    Instant now = Scene.now();
    try (Connection connection = connection()) {
      try (PreparedStatement insert = connection.prepareStatement(PeerSql.CUSTOMER)) {
        PeerSql.customer(bind(insert), what, customer, scene.owner(), now);
        insert.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(PeerSql.CONTACT)) {
        PeerSql.contact(bind(insert), what, id(), customer, now);
        insert.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(PeerSql.AUDIT)) {
        PeerSql.audit(
            bind(insert), id(), now, "customer", customer, "created", PeerSql.created(what));
        insert.executeUpdate();
      }
      connection.commit();
    }
  }

  @Override
  public void move() throws SQLException {
    Held deal = deals.next();
    Instant now = Scene.now();
    try (Connection connection = connection()) {
      try (PreparedStatement update = connection.prepareStatement(PeerSql.MOVE)) {
        PeerSql.move(bind(update), deal, now);
        require(update.executeUpdate());
      }
      try (PreparedStatement insert = connection.prepareStatement(PeerSql.HISTORY)) {
        PeerSql.history(bind(insert), id(), deal, now);
        insert.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(PeerSql.AUDIT)) {
        PeerSql.audit(
            bind(insert), id(), now, "opportunity", deal.id(), "changed", PeerSql.moved(deal));
        insert.executeUpdate();
      }
      connection.commit();
    }
    deal.moved();
  }

  private static void require(int hits) throws SQLException {
    if (hits != 1) {
      throw new SQLException("changed by somebody else");
    }
  }

  @Override
  public void mixed() throws SQLException {
    Instant now = Scene.now();
    List<UUID> made = new ArrayList<>();
    List<Held> changed = new ArrayList<>();
    try (Connection connection = connection();
        PreparedStatement customer = connection.prepareStatement(PeerSql.CUSTOMER);
        PreparedStatement contact = connection.prepareStatement(PeerSql.CONTACT);
        PreparedStatement change = connection.prepareStatement(PeerSql.CHANGE);
        PreparedStatement remove = connection.prepareStatement(PeerSql.REMOVE);
        PreparedStatement audit = connection.prepareStatement(PeerSql.AUDIT);
        PreparedStatement outbox = connection.prepareStatement(PeerSql.OUTBOX)) {
      for (int i = 0; i < MADE; i++) {
        Sample what = sample();
        UUID id = id();
        PeerSql.customer(bind(customer), what, id, scene.owner(), now);
        customer.executeUpdate();
        made.add(id());
        PeerSql.contact(bind(contact), what, made.get(i), id, now);
        contact.executeUpdate();
        changed.add(deals.next());
        PeerSql.change(bind(change), changed.get(i), "call " + what.name(), now);
        require(change.executeUpdate());
      }
      for (int i = 0; i < REMOVED && !removable.isEmpty(); i++) {
        bind(remove).id(removable.remove());
        require(remove.executeUpdate());
      }
      for (int i = 0; i < NOTED; i++) {
        UUID about = made.get(i % MADE);
        PeerSql.audit(bind(audit), id(), now, "contact", about, "created", "{}");
        audit.executeUpdate();
        PeerSql.outbox(bind(outbox), id(), now, "contact", about, "contact.created");
        outbox.executeUpdate();
      }
      connection.commit();
    }
    changed.forEach(Held::changed);
    remember(made);
  }

  /** The contacts that a later unit deletes. */
  final void remember(List<UUID> made) {
    removable.clear();
    removable.addAll(made.subList(0, REMOVED));
  }

  @Override
  public void importAll() throws SQLException {
    try (Connection connection = connection();
        PreparedStatement customer = connection.prepareStatement(PeerSql.CUSTOMER);
        PreparedStatement contact = connection.prepareStatement(PeerSql.CONTACT)) {
      for (int from = 0; from < scene.imported(); from += BATCH) {
        Instant now = Scene.now();
        for (int i = from; i < Math.min(scene.imported(), from + BATCH); i++) {
          Sample what = sample();
          UUID id = id();
          PeerSql.customer(bind(customer), what, id, scene.owner(), now);
          customer.addBatch();
          PeerSql.contact(bind(contact), what, id(), id, now);
          contact.addBatch();
        }
        customer.executeBatch();
        contact.executeBatch();
        connection.commit();
      }
    }
  }

  @Override
  public void close() {}
}
