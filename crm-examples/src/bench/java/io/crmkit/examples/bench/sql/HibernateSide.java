package io.crmkit.examples.bench.sql;

import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;

/**
 * Hibernate as its guide has it: batches, versions, one session per unit of work, read-only lists,
 * a stateless session for the import. A unit finds what it changes.
 */
final class HibernateSide implements Side {
  private static final int BATCH = 50;

  private final Scene scene;
  private final SessionFactory factory;
  private final Turns<UUID> reads;
  private final Turns<Held> deals;
  private final Map<Scope, List<UUID>> owners = new EnumMap<>(Scope.class);
  private final Deque<UUID> removable = new ArrayDeque<>();
  private int made;

  HibernateSide(Scene scene, int share, int of) throws SQLException {
    this.scene = scene;
    this.factory = factory(scene);
    this.reads = new Turns<>(scene.seeded().mine());
    this.deals = Held.all(scene.open(share, of), new JdbcSide(scene, share, of));
    for (Scope scope : Scope.values()) {
      owners.put(scope, scope.owners(scene.seeded().owners()));
    }
  }

  private static SessionFactory factory(Scene scene) {
    Configuration configuration = configuration(scene.server().engine());
    configuration.getProperties().put("hibernate.connection.datasource", scene.pool());
    return configuration
        .setProperty("hibernate.connection.provider_disables_autocommit", "true")
        .buildSessionFactory();
  }

  /** Connects by itself, as it does when nobody gives it a pool. */
  static SessionFactory factory(Engine engine, String url, String user) {
    return configuration(engine)
        .setProperty("hibernate.connection.url", url)
        .setProperty("hibernate.connection.username", user)
        .setProperty("hibernate.connection.password", "")
        .buildSessionFactory();
  }

  private static Configuration configuration(Engine engine) {
    Configuration configuration = new Configuration();
    configuration
        .setProperty("hibernate.jdbc.batch_size", String.valueOf(BATCH))
        .setProperty("hibernate.order_inserts", "true")
        .setProperty("hibernate.order_updates", "true")
        .setProperty("hibernate.jdbc.time_zone", "UTC")
        .setProperty("hibernate.query.in_clause_parameter_padding", "true");
    if (engine == Engine.MARIADB) {
      configuration
          .setProperty("hibernate.type.preferred_uuid_jdbc_type", "BINARY")
          .setProperty("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP");
    }
    List.of(
            SeenDeal.class,
            PeerCustomer.class,
            PeerContact.class,
            PeerDeal.class,
            PeerHistory.class,
            PeerAudit.class,
            PeerOutbox.class)
        .forEach(configuration::addAnnotatedClass);
    return configuration;
  }

  private <T> T reading(Function<Session, T> work) {
    return factory.fromTransaction(
        session -> {
          session.setDefaultReadOnly(true);
          return work.apply(session);
        });
  }

  @Override
  public String read() {
    SeenDeal.Key key = new SeenDeal.Key(Scene.TENANT, reads.next());
    return reading(
        session -> {
          SeenDeal deal = session.find(SeenDeal.class, key);
          if (!scene.owner().equals(deal.owner) || deal.deletedAt != null) {
            throw new IllegalStateException("not to be seen");
          }
          return deal.title;
        });
  }

  @Override
  public List<UUID> page(Scope scope, boolean deep) {
    String text =
        "from SeenDeal d where d.tenant=:tenant and "
            + (scope == Scope.NARROW ? "d.owner=:owner" : "d.owner in (:owner)")
            + " and d.deletedAt is null"
            + (deep ? " and d.closesOn>=:day and (d.closesOn>:day or d.id>:id)" : "")
            + " order by d.closesOn, d.id";
    List<UUID> its = owners.getOrDefault(scope, List.of());
    return reading(
        session -> {
          SelectionQuery<SeenDeal> query =
              session
                  .createSelectionQuery(text, SeenDeal.class)
                  .setParameter("tenant", Scene.TENANT)
                  .setMaxResults(Scene.PAGE)
                  .setReadOnly(true);
          if (scope == Scope.NARROW) {
            query.setParameter("owner", its.get(0));
          } else {
            query.setParameterList("owner", its);
          }
          if (deep) {
            Scene.Place place = scene.seeded().deep().get(scope);
            query.setParameter("day", place.closesOn()).setParameter("id", place.id());
          }
          return query.getResultList().stream().map(deal -> deal.id).toList();
        });
  }

  @Override
  public Map<String, BigDecimal> funnel() {
    Map<String, BigDecimal> sums = new HashMap<>();
    return reading(
        session -> {
          for (Object[] row :
              session
                  .createSelectionQuery(
                      "select d.stage, d.currency, count(*), sum(d.amount) from SeenDeal d"
                          + " where d.tenant=:tenant and d.deletedAt is null"
                          + " group by d.stage, d.currency",
                      Object[].class)
                  .setParameter("tenant", Scene.TENANT)
                  .getResultList()) {
            sums.put((String) row[0], ((BigDecimal) row[3]).stripTrailingZeros());
          }
          return sums;
        });
  }

  private void writing(Consumer<Session> work) {
    factory.inTransaction(work::accept);
  }

  @Override
  public void create() {
    Sample what = Sample.of(made++);
    Instant now = Scene.now();
    writing(
        session -> {
          PeerCustomer customer = customer(what, now);
          session.persist(customer);
          session.persist(contact(what, customer, now));
          session.persist(audit(now, "customer", customer.id, "created", PeerSql.created(what)));
        });
  }

  private PeerCustomer customer(Sample what, Instant now) {
    PeerCustomer customer = new PeerCustomer();
    customer.stamp(scene.ids().next(), now);
    customer.name = what.name();
    customer.level = Sample.LEVEL;
    customer.owner = scene.owner();
    customer.email = what.email();
    customer.phone = what.phone();
    return customer;
  }

  private PeerContact contact(Sample what, PeerCustomer customer, Instant now) {
    PeerContact contact = new PeerContact();
    contact.stamp(scene.ids().next(), now);
    contact.name = what.person();
    contact.customer = customer;
    contact.jobTitle = Sample.JOB;
    contact.email = what.personEmail();
    contact.phone = what.phone();
    return contact;
  }

  private PeerAudit audit(Instant now, String type, UUID record, String event, String changes) {
    PeerAudit audit = new PeerAudit();
    audit.id = scene.ids().next();
    audit.createdAt = now;
    audit.recordType = type;
    audit.recordId = record;
    audit.event = event;
    audit.changes = changes;
    return audit;
  }

  private static PeerDeal found(Session session, Held held) {
    PeerDeal deal = session.find(PeerDeal.class, held.id());
    if (deal.version == null || deal.version != held.version()) {
      throw new OptimisticLockException("changed by somebody else");
    }
    return deal;
  }

  @Override
  public void move() {
    Held held = deals.next();
    Instant now = Scene.now();
    writing(
        session -> {
          PeerDeal deal = found(session, held);
          deal.stage = held.nextStage();
          deal.category = "open";
          deal.stageSince = now;
          deal.probability = new BigDecimal("0.4");
          deal.updatedAt = now;
          deal.updatedBy = Scene.ACTOR;
          PeerHistory history = new PeerHistory();
          history.id = scene.ids().next();
          history.createdAt = now;
          history.opportunity = held.id();
          history.fromStage = held.stage();
          history.toStage = held.nextStage();
          session.persist(history);
          session.persist(audit(now, "opportunity", held.id(), "changed", PeerSql.moved(held)));
        });
    held.moved();
  }

  @Override
  public void mixed() {
    Instant now = Scene.now();
    List<UUID> contacts = new ArrayList<>();
    List<Held> changed = new ArrayList<>();
    writing(
        session -> {
          for (int i = 0; i < JdbcSide.MADE; i++) {
            Sample what = Sample.of(made++);
            PeerCustomer customer = customer(what, now);
            session.persist(customer);
            PeerContact contact = contact(what, customer, now);
            session.persist(contact);
            contacts.add(contact.id);
            changed.add(deals.next());
          }
          Map<UUID, Held> known = new HashMap<>();
          changed.forEach(held -> known.put(held.id(), held));
          for (PeerDeal deal :
              session
                  .byMultipleIds(PeerDeal.class)
                  .multiLoad(changed.stream().map(Held::id).toList())) {
            if (deal.version == null || deal.version != known.get(deal.id).version()) {
              throw new OptimisticLockException("changed by somebody else");
            }
            deal.nextStep = "call Customer " + made;
            deal.updatedAt = now;
          }
          for (int i = 0; i < JdbcSide.REMOVED && !removable.isEmpty(); i++) {
            session.remove(session.find(PeerContact.class, removable.remove()));
          }
          for (int i = 0; i < JdbcSide.NOTED; i++) {
            UUID about = contacts.get(i % contacts.size());
            session.persist(audit(now, "contact", about, "created", "{}"));
            PeerOutbox outbox = new PeerOutbox();
            outbox.id = scene.ids().next();
            outbox.createdAt = now;
            outbox.recordType = "contact";
            outbox.recordId = about;
            outbox.event = "contact.created";
            session.persist(outbox);
          }
        });
    changed.forEach(Held::changed);
    removable.clear();
    removable.addAll(contacts.subList(0, JdbcSide.REMOVED));
  }

  @Override
  public void importAll() {
    for (int from = 0; from < scene.imported(); from += JdbcSide.BATCH) {
      int count = Math.min(JdbcSide.BATCH, scene.imported() - from);
      Instant now = Scene.now();
      factory.inStatelessTransaction(
          session -> {
            session.setJdbcBatchSize(JdbcSide.BATCH);
            List<PeerContact> contacts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
              Sample what = Sample.of(made++);
              PeerCustomer customer = customer(what, now);
              contacts.add(contact(what, customer, now));
              session.insert(customer);
            }
            contacts.forEach(session::insert);
          });
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
