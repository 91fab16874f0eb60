package io.crmkit.examples.bench.sql;

import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.table.Column;
import io.crmkit.persistence.table.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that somebody would make who needs no more than these columns, with an index for each
 * list; the opportunities are the same as ours.
 */
final class PeerTables {
  private static final String STAMPS =
      "tenant T64 not null, id ID not null, version BIGINT not null, created_at TIME, created_by"
          + " T64, updated_at TIME, updated_by T64, ";
  private static final String[] TABLES = {
    "peer_user (id ID not null, primary key (id))",
    "peer_customer ("
        + STAMPS
        + "name T200 not null, kind T20 not null, external_id T100, level T50, industry T50, owner"
        + " ID, parent ID, email T254, phone T50, website T254, primary key (id), foreign key"
        + " (owner) references peer_user (id))",
    "peer_contact ("
        + STAMPS
        + "name T200 not null, customer ID, job_title T254, email T254, phone T50, mobile T50,"
        + " external_id T100, primary key (id), foreign key (customer) references"
        + " peer_customer (id))",
    "peer_opportunity ("
        + STAMPS
        + "deleted_at TIME, title T200 not null, customer ID, owner ID, amount NUMBER,"
        + " amount__currency T3, closes_on DATE, pipeline ID, stage T50 not null, stage_category"
        + " T20 not null, stage_since TIME, probability NUMBER, next_step T254, primary key (id))",
    "peer_stage_change (tenant T64 not null, id ID not null, created_at TIME, created_by T64,"
        + " opportunity ID not null, pipeline ID, from_stage T50, to_stage T50 not null,"
        + " to_category T20 not null, amount NUMBER, amount__currency T3, probability NUMBER,"
        + " primary key (id), foreign key (opportunity) references peer_opportunity (id))",
    "peer_audit (tenant T64 not null, id ID not null, created_at TIME, created_by T64,"
        + " record_type T50 not null, record_id ID not null, event T20 not null, changes TEXT,"
        + " primary key (id))",
    "peer_outbox (tenant T64 not null, id ID not null, created_at TIME, created_by T64,"
        + " record_type T50 not null, record_id ID not null, event T50 not null,"
        + " primary key (id))",
  };
  private static final String[] INDEXES = {
    "peer_customer (tenant, name, id)",
    "peer_customer (tenant, level, id)",
    "peer_customer (tenant, industry, id)",
    "peer_customer (tenant, owner, id)",
    "peer_customer (tenant, parent, id)",
    "peer_customer (tenant, email, id)",
    "peer_customer (tenant, phone, id)",
    "peer_contact (tenant, name, id)",
    "peer_contact (tenant, customer, id)",
    "peer_contact (tenant, email, id)",
    "peer_contact (tenant, phone, id)",
    "peer_contact (tenant, mobile, id)",
    "peer_opportunity (tenant, customer, id)",
    "peer_opportunity (tenant, owner, closes_on, id)",
    "peer_opportunity (tenant, pipeline, id)",
    "peer_opportunity (tenant, stage, id)",
    "peer_opportunity (tenant, stage_category, id)",
    "peer_opportunity (tenant, closes_on, id)",
    "peer_stage_change (tenant, opportunity, id)",
    "peer_stage_change (tenant, created_at, id)",
    "peer_audit (tenant, record_id, id)",
  };
  private static final String COPIED =
      "tenant,id,version,created_at,created_by,updated_at,updated_by,deleted_at,title,customer,"
          + "owner,amount,amount__currency,closes_on,pipeline,stage,stage_category,stage_since,"
          + "probability,next_step";

  private final Dialect dialect;
  private final Engine engine;

  PeerTables(Engine engine) {
    this.engine = engine;
    this.dialect = engine.dialect();
  }

  /** The statements that make the tables. */
  List<String> definitions() {
    List<String> texts = new ArrayList<>();
    for (String table : TABLES) {
      texts.add("create table " + typed(table));
    }
    texts.addAll(indexes());
    return texts;
  }

  private static List<String> indexes() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < INDEXES.length; i++) {
      texts.add("create index peer_" + i + "_ix on " + INDEXES[i]);
    }
    texts.add("create unique index peer_customer_uq on peer_customer (tenant, external_id)");
    texts.add("create unique index peer_contact_uq on peer_contact (tenant, external_id)");
    return texts;
  }

  /** Makes the tables and copies the users and opportunities. */
  void fill(Connection connection) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String table : TABLES) {
      texts.add("create table " + typed(table));
    }
    texts.add("insert into peer_user select id from crm_user");
    texts.add(
        "insert into peer_opportunity (" + COPIED + ") select " + COPIED + " from crm_opportunity");
    texts.addAll(indexes());
    try (Statement statement = connection.createStatement()) {
      for (String text : texts) {
        statement.execute(text);
      }
      connection.commit();
    }
    analyse(connection);
  }

  /** Lets the database know what is in its tables, and write down what it has not yet. */
  private void analyse(Connection connection) throws SQLException {
    List<String> texts =
        switch (engine) {
          case H2 -> List.of("analyze");
          case POSTGRESQL -> List.of("vacuum analyze", "checkpoint");
          case MARIADB ->
              List.of("analyze table crm_opportunity", "analyze table peer_opportunity");
        };
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      for (String text : texts) {
        statement.execute(text);
      }
    }
    connection.setAutoCommit(false);
  }

  private String typed(String table) {
    String text =
        table
            .replaceAll("\\bID\\b", type(ColumnType.UUID, 0))
            .replaceAll("\\bTIME\\b", type(ColumnType.INSTANT, 0))
            .replaceAll("\\bNUMBER\\b", type(ColumnType.DECIMAL, 0))
            .replaceAll("\\bTEXT\\b", type(ColumnType.LONG_TEXT, 0));
    for (int length : new int[] {3, 20, 50, 64, 100, 200, 254}) {
      text = text.replaceAll("\\bT" + length + "\\b", type(ColumnType.TEXT, length));
    }
    return text;
  }

  private String type(ColumnType type, int length) {
    return dialect.typeOf(new Column("", type, length, false)).replace("$", "\\$");
  }
}
