package io.crmkit.examples.bench.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** SQL by hand with each unit in one round trip, and an import by COPY where there is one. */
final class OneTripSide extends JdbcSide {
  OneTripSide(Scene scene, int share, int of) throws SQLException {
    super(scene, share, of);
  }

  @Override
  public boolean does(Work work) {
    return switch (work) {
      case CREATE, STAGE, MIXED -> engine != Engine.H2;
      case IMPORT -> engine == Engine.POSTGRESQL;
      default -> false;
    };
  }

  /** Binds the parameters of all statements of a unit. */
  private interface Filling {
    void fill(Binder to) throws SQLException;
  }

  private void send(List<String> statements, Filling filling) throws SQLException {
    StringBuilder text = new StringBuilder();
    if (engine == Engine.MARIADB) {
      text.append(
              "begin not atomic declare exit handler for sqlexception begin rollback; resignal;")
          .append(" end; start transaction;");
    }
    for (String statement : statements) {
      text.append(guarded(statement)).append(';');
    }
    text.append(engine == Engine.MARIADB ? "commit; end" : "commit");
    try (Connection connection = connection();
        PreparedStatement unit = connection.prepareStatement(text.toString())) {
      filling.fill(bind(unit));
      unit.execute();
    }
  }

  private String guarded(String statement) {
    boolean guard = statement.startsWith("update ") || statement.startsWith("delete ");
    if (!guard) {
      return statement;
    }
    return engine == Engine.MARIADB
        ? statement
            + "; if row_count()<>1 then signal sqlstate 'HY000' set mysql_errno=31000,"
            + " message_text='conflict'; end if"
        : "with u as ("
            + statement
            + " returning 1) select case count(*) when 1 then 1 else ('conflict:'||count(*))::int"
            + " end from u";
  }

  @Override
  public void create() throws SQLException {
    Sample what = sample();
    UUID customer = id();
    Instant now = Scene.now();
    send(
        List.of(PeerSql.CUSTOMER, PeerSql.CONTACT, PeerSql.AUDIT),
        to -> {
          PeerSql.customer(to, what, customer, scene.owner(), now);
          PeerSql.contact(to, what, id(), customer, now);
          PeerSql.audit(to, id(), now, "customer", customer, "created", PeerSql.created(what));
        });
  }

  @Override
  public void move() throws SQLException {
    Held deal = deals.next();
    Instant now = Scene.now();
    send(
        List.of(PeerSql.MOVE, PeerSql.HISTORY, PeerSql.AUDIT),
        to -> {
          PeerSql.move(to, deal, now);
          PeerSql.history(to, id(), deal, now);
          PeerSql.audit(to, id(), now, "opportunity", deal.id(), "changed", PeerSql.moved(deal));
        });
    deal.moved();
  }

  @Override
  public void mixed() throws SQLException {
    Instant now = Scene.now();
    List<String> texts = new ArrayList<>();
    int removed = Math.min(REMOVED, removable.size());
    for (int i = 0; i < MADE; i++) {
      texts.addAll(List.of(PeerSql.CUSTOMER, PeerSql.CONTACT, PeerSql.CHANGE));
    }
    for (int i = 0; i < removed; i++) {
      texts.add(PeerSql.REMOVE);
    }
    for (int i = 0; i < NOTED; i++) {
      texts.addAll(List.of(PeerSql.AUDIT, PeerSql.OUTBOX));
    }
    List<UUID> made = new ArrayList<>();
    List<Held> changed = new ArrayList<>();
    send(
        texts,
        to -> {
          for (int i = 0; i < MADE; i++) {
            Sample what = sample();
            UUID id = id();
            PeerSql.customer(to, what, id, scene.owner(), now);
            made.add(id());
            PeerSql.contact(to, what, made.get(i), id, now);
            changed.add(deals.next());
            PeerSql.change(to, changed.get(i), "call " + what.name(), now);
          }
          for (int i = 0; i < removed; i++) {
            to.id(removable.remove());
          }
          for (int i = 0; i < NOTED; i++) {
            UUID about = made.get(i % MADE);
            PeerSql.audit(to, id(), now, "contact", about, "created", "{}");
            PeerSql.outbox(to, id(), now, "contact", about, "contact.created");
          }
        });
    changed.forEach(Held::changed);
    remember(made);
  }

  @Override
  public void importAll() throws SQLException {
    try (Connection connection = connection()) {
      StringBuilder contacts = new StringBuilder();
      PGConnection plain = connection.unwrap(PGConnection.class);
      Instant now = Scene.now();
      String stamps = "\t1\t" + now + "\t" + Scene.ACTOR + "\t" + now + "\t" + Scene.ACTOR + "\t";
      StringBuilder customers = new StringBuilder();
      for (int i = 0; i < scene.imported(); i++) {
        Sample what = sample();
        UUID id = id();
        customers.append(Scene.TENANT).append('\t').append(id).append(stamps);
        customers.append(what.name()).append("\tcompany\t").append(Sample.LEVEL).append('\t');
        customers.append(scene.owner()).append('\t').append(what.email()).append('\t');
        customers.append(what.phone()).append('\n');
        contacts.append(Scene.TENANT).append('\t').append(id()).append(stamps);
        contacts.append(what.person()).append('\t').append(id).append('\t').append(Sample.JOB);
        contacts.append('\t').append(what.personEmail()).append('\t').append(what.phone());
        contacts.append('\n');
      }
      copy(plain, PeerSql.CUSTOMER, customers);
      copy(plain, PeerSql.CONTACT, contacts);
      connection.commit();
    }
  }

  private static void copy(PGConnection to, String insert, StringBuilder rows) throws SQLException {
    String into = insert.substring("insert into ".length(), insert.indexOf(" values"));
    try (PGCopyOutputStream out =
        new PGCopyOutputStream(to, "copy " + into + " from stdin", 1 << 16)) {
      out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new SQLException(failed);
    }
  }
}
