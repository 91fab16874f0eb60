package io.crmkit.examples.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody would ask for a page of the deals of some owners by date who knows how many owners
 * there are, and how rare the deals: each way is the best somewhere.
 */
final class OwnersByHand {
  private static final String ASKED = "select " + Deal.COLUMNS + " from crm_opportunity t ";
  private static final String LIVE = " where tenant=? and deleted_at is null ";
  private static final String BY_DATE = " order by closes_on,id limit ";
  private static final int PAGE = Scene.PAGE;

  private final Engine engine;
  private final List<UUID> owners;
  private final int of;
  private final Scene.@Nullable Place after;
  private final Set<UUID> wanted;

  /**
   * @param owners whose deals are wanted
   * @param of how many owners there are
   * @param after where the page begins; null for the first
   */
  OwnersByHand(Engine engine, List<UUID> owners, int of, Scene.@Nullable Place after) {
    this.engine = engine;
    this.owners = owners;
    this.of = of;
    this.after = after;
    wanted = new HashSet<>(owners);
  }

  /** A page is got. */
  interface Got {
    List<Deal> page(Connection connection) throws SQLException;
  }

  /**
   * One way to get the page.
   *
   * @param picks the rows are asked for without saying whose, and picked from in Java
   */
  record Way(boolean picks, Got got) {}

  List<Way> ways() {
    return switch (engine) {
      case POSTGRESQL -> onPostgres();
      case H2 -> onH2();
      case MARIADB -> onMariaDb();
    };
  }

  private List<Way> onPostgres() {
    String end = BY_DATE + PAGE;
    String key = after == null ? "" : " and (closes_on,id)>((select ?),(select ?)) ";
    String one = ASKED + LIVE + key + " and owner=o.v";
    int heads = Math.min(PAGE, heads());
    String beginnings =
        "with h as materialized (select o.v,r.* from unnest(?::uuid[]) o(v) cross join lateral ("
            + one
            + BY_DATE
            + heads
            + ") r"
            + end
            + ") select * from (select h.* from h union all"
            + " select o.v,r.* from (select v from h group by v having count(*)="
            + heads
            + ") o cross join lateral ("
            + one
            + end
            + " offset "
            + heads
            + ") r) u"
            + end;
    List<Object> its = new ArrayList<>(List.of(Scene.TENANT));
    place(its, false);
    List<Object> walk = new ArrayList<>(its);
    walk.add(owners.toArray(UUID[]::new));
    List<Object> gather = new ArrayList<>(List.of((Object) owners.toArray(UUID[]::new)));
    gather.addAll(its);
    gather.addAll(its);
    List<Way> ways = new ArrayList<>();
    ways.add(way(ASKED + LIVE + key + " and owner=any(?)" + end, walk, 0));
    ways.add(
        way(
            ASKED + LIVE + key + " and (owner in (select unnest(?::uuid[]))) is true" + end,
            walk,
            0));
    ways.add(way(beginnings, gather, 1));
    ways.add(picking(ASKED + LIVE + key + BY_DATE + far(), its));
    if (owners.size() <= 20) {
      ways.add(lists(ASKED + LIVE + key + " and owner=?" + BY_DATE + PAGE, its));
    }
    return ways;
  }

  private List<Way> onH2() {
    String key = after == null ? "" : " and closes_on>=? and (closes_on>? or id>?) ";
    String present = LIVE + " and closes_on>=date '0001-01-01' " + key;
    String along = ASKED + " use index (crm_opportunity_closes_on_ix) " + present;
    String walked = " order by tenant,closes_on,id limit ";
    List<Object> its = new ArrayList<>(List.of(Scene.TENANT));
    place(its, true);
    List<Way> ways = new ArrayList<>();
    ways.add(picking(along + walked + far(), its));
    if (owners.size() <= 200) {
      ways.add(
          lists(
              ASKED
                  + "use index (crm_opportunity_owner_closes_on_ix)"
                  + present
                  + " and owner=? order by tenant,owner,closes_on,id limit "
                  + PAGE,
              its));
    }
    if (owners.size() >= 4 && owners.size() <= 1_000) {
      ways.add(reaching(present, its));
    }
    if (owners.size() >= 20) {
      List<Object> all = new ArrayList<>(its);
      all.addAll(owners);
      ways.add(way(along + " and owner in " + places() + walked + PAGE, all, 0));
    }
    return ways;
  }

  /** The lists of all owners come together. */
  private Way lists(String one, List<Object> its) {
    List<Object> all = new ArrayList<>();
    for (UUID owner : owners) {
      all.addAll(its);
      all.add(owner);
    }
    if (owners.size() == 1) {
      return way(one, all, 0);
    }
    String each = "(" + one + ")";
    String lists = String.join(" union all ", Collections.nCopies(owners.size(), each));
    return way("select * from (" + lists + ") u" + BY_DATE + PAGE, all, 0);
  }

  /** How far the page reaches is looked up in each list before it is read up to there. */
  private Way reaching(String present, List<Object> its) {
    int row = PAGE * 4 / (owners.size() * 3) + 1;
    int list = (PAGE + row - 1) / row;
    String of = " from crm_opportunity t use index (crm_opportunity_owner_closes_on_ix) ";
    String reach =
        "select d from (select (select closes_on"
            + of
            + present
            + " and owner=o.v order by tenant,owner,closes_on,id limit 1 offset "
            + (row - 1)
            + ") d from unnest(?) o(v)) e where d is not null order by d limit 1 offset "
            + (list - 1);
    String page =
        "select "
            + Deal.COLUMNS
            + " from unnest(?) o(v) left join crm_opportunity t"
            + " use index (crm_opportunity_owner_closes_on_ix) on "
            + present.replaceFirst("where", "")
            + " and owner=o.v and closes_on<=? where id is not null"
            + BY_DATE
            + PAGE;
    List<Object> far = new ArrayList<>(its);
    far.add(owners.toArray(UUID[]::new));
    Got got =
        connection -> {
          LocalDate reached;
          try (PreparedStatement query = bound(connection, reach, far);
              ResultSet results = query.executeQuery()) {
            reached = results.next() ? results.getObject(1, LocalDate.class) : LocalDate.MAX;
          }
          List<Object> near = new ArrayList<>(List.of((Object) owners.toArray(UUID[]::new)));
          near.addAll(its);
          near.add(reached);
          return page(connection, page, near, 0);
        };
    return new Way(false, got);
  }

  private List<Way> onMariaDb() {
    String key = after == null ? "" : " and closes_on>=? and (closes_on>? or id>?) ";
    String end = LIVE + key + " and owner in " + places() + BY_DATE + PAGE;
    List<Object> its = new ArrayList<>(List.of(Scene.TENANT));
    place(its, true);
    its.addAll(owners);
    return List.of(
        way(ASKED + "force index (crm_opportunity_closes_on_ix)" + end, its, 0),
        way(ASKED + "force index (crm_opportunity_owner_closes_on_ix)" + end, its, 0));
  }

  /** How many rows of everybody have a page of these owners in them. */
  private int far() {
    int expected = (int) Math.min((long) PAGE * of / owners.size(), 100_000);
    return owners.size() == of ? PAGE : expected + expected / 2;
  }

  private int heads() {
    double each = (double) PAGE / owners.size();
    return Math.max(owners.size() == 1 ? PAGE : 2, (int) (each + 3 * Math.sqrt(each) + 1));
  }

  private String places() {
    return "(?" + ",?".repeat(owners.size() - 1) + ")";
  }

  private void place(List<Object> to, boolean twice) {
    if (after != null) {
      to.add(after.closesOn());
      if (twice) {
        to.add(after.closesOn());
      }
      to.add(after.id());
    }
  }

  private Way way(String text, List<Object> values, int skipped) {
    return new Way(false, connection -> page(connection, text, values, skipped));
  }

  private Way picking(String text, List<Object> values) {
    return new Way(true, connection -> page(connection, text, values, 0));
  }

  private List<Deal> page(Connection connection, String text, List<Object> values, int skipped)
      throws SQLException {
    List<Deal> found = new ArrayList<>(PAGE);
    try (PreparedStatement query = bound(connection, text, values);
        ResultSet results = query.executeQuery()) {
      while (results.next() && found.size() < PAGE) {
        Deal deal = Deal.read(engine, results, skipped);
        if (wanted.contains(deal.owner())) {
          found.add(deal);
        }
      }
    }
    return found;
  }

  private PreparedStatement bound(Connection connection, String text, List<Object> values)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(text);
    Binder to = new Binder(engine, query);
    for (Object value : values) {
      if (value instanceof UUID id) {
        to.id(id);
      } else if (value instanceof UUID[] ids) {
        to.array(ids);
      } else if (value instanceof LocalDate day) {
        to.date(day);
      } else {
        to.text((String) value);
      }
    }
    return query;
  }
}
