package io.crmkit.examples.bench.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The statements that somebody would write by hand, and what goes into them. */
final class PeerSql {
  static final String CUSTOMER =
      "insert into peer_customer (tenant,id,version,created_at,created_by,updated_at,updated_by,"
          + "name,kind,level,owner,email,phone) values (?,?,?,?,?,?,?,?,?,?,?,?,?)";
  static final String CONTACT =
      "insert into peer_contact (tenant,id,version,created_at,created_by,updated_at,updated_by,"
          + "name,customer,job_title,email,phone) values (?,?,?,?,?,?,?,?,?,?,?,?)";
  static final String AUDIT =
      "insert into peer_audit (tenant,id,created_at,created_by,record_type,record_id,event,changes)"
          + " values (?,?,?,?,?,?,?,?)";
  static final String OUTBOX =
      "insert into peer_outbox (tenant,id,created_at,created_by,record_type,record_id,event)"
          + " values (?,?,?,?,?,?,?)";
  static final String MOVE =
      "update peer_opportunity set stage=?,stage_category=?,stage_since=?,probability=?,"
          + "updated_at=?,updated_by=?,version=version+1 where id=? and version=?";
  static final String CHANGE =
      "update peer_opportunity set next_step=?,updated_at=?,updated_by=?,version=version+1"
          + " where id=? and version=?";
  static final String HISTORY =
      "insert into peer_stage_change (tenant,id,created_at,created_by,opportunity,from_stage,"
          + "to_stage,to_category,probability) values (?,?,?,?,?,?,?,?,?)";
  static final String REMOVE = "delete from peer_contact where id=?";

  private PeerSql() {}

  static void customer(Binder to, Sample what, UUID id, UUID owner, Instant now)
      throws SQLException {
    stamps(to, id, now)
        .text(what.name())
        .text("company")
        .text(Sample.LEVEL)
        .id(owner)
        .text(what.email())
        .text(what.phone());
  }

  static void contact(Binder to, Sample what, UUID id, UUID customer, Instant now)
      throws SQLException {
    stamps(to, id, now)
        .text(what.person())
        .id(customer)
        .text(Sample.JOB)
        .text(what.personEmail())
        .text(what.phone());
  }

  private static Binder stamps(Binder to, UUID id, Instant now) throws SQLException {
    return to.text(Scene.TENANT)
        .id(id)
        .number(1)
        .time(now)
        .text(Scene.ACTOR)
        .time(now)
        .text(Scene.ACTOR);
  }

  static void audit(
      Binder to, UUID id, Instant now, String type, UUID record, String event, String changes)
      throws SQLException {
    to.text(Scene.TENANT)
        .id(id)
        .time(now)
        .text(Scene.ACTOR)
        .text(type)
        .id(record)
        .text(event)
        .text(changes);
  }

  static void outbox(Binder to, UUID id, Instant now, String type, UUID record, String event)
      throws SQLException {
    to.text(Scene.TENANT).id(id).time(now).text(Scene.ACTOR).text(type).id(record).text(event);
  }

  static void move(Binder to, Held deal, Instant now) throws SQLException {
    to.text(deal.nextStage())
        .text("open")
        .time(now)
        .number(new BigDecimal("0.4"))
        .time(now)
        .text(Scene.ACTOR)
        .id(deal.id())
        .number(deal.version());
  }

  static void change(Binder to, Held deal, String nextStep, Instant now) throws SQLException {
    to.text(nextStep).time(now).text(Scene.ACTOR).id(deal.id()).number(deal.version());
  }

  static void history(Binder to, UUID id, Held deal, Instant now) throws SQLException {
    to.text(Scene.TENANT)
        .id(id)
        .time(now)
        .text(Scene.ACTOR)
        .id(deal.id())
        .text(deal.stage())
        .text(deal.nextStage())
        .text("open")
        .number(new BigDecimal("0.4"));
  }

  /** What somebody would note down about a new customer. */
  static String created(Sample what) {
    return "{\"name\":\"" + what.name() + "\",\"email\":\"" + what.email() + "\"}";
  }

  /** What somebody would note down about a move. */
  static String moved(Held deal) {
    return "{\"stage\":[\"" + deal.stage() + "\",\"" + deal.nextStage() + "\"]}";
  }
}
