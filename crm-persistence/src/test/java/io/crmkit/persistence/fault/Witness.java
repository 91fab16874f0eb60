package io.crmkit.persistence.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.persistence.Outcome;
import io.crmkit.persistence.SqlStore;
import io.crmkit.testing.Planet;
import io.crmkit.testing.Star;
import io.crmkit.testing.Universe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * Remembers what the writers of one tenant were told, and holds it against what is stored. A unit
 * that was tried and of which nothing was heard afterwards counts as unknown.
 */
final class Witness implements Log {
  private final String tenant;
  private final Set<Long> tried = ConcurrentHashMap.newKeySet();
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Long, RuntimeException> failed = new ConcurrentHashMap<>();
  private final Map<Long, UUID> unknown = new ConcurrentHashMap<>();

  Witness(String tenant) {
    this.tenant = tenant;
  }

  String tenant() {
    return tenant;
  }

  @Override
  public void tried(long unit) {
    tried.add(unit);
  }

  @Override
  public void acknowledged(long unit) {
    acknowledged.add(unit);
  }

  @Override
  public void failed(long unit, RuntimeException why) {
    failed.put(unit, why);
  }

  @Override
  public void unknown(long unit, UUID operation) {
    unknown.put(unit, operation);
  }

  int acknowledged() {
    return acknowledged.size();
  }

  boolean isAcknowledged(long unit) {
    return acknowledged.contains(unit);
  }

  int unknown() {
    return unknown.size();
  }

  Map<Long, RuntimeException> failures() {
    return failed;
  }

  /**
   * Asks the store about each unit of which it said that it does not know; from then on the answer
   * counts as what the writer was told.
   *
   * @return how many of them were committed
   */
  int resolve(SqlStore store) {
    int committed = 0;
    for (Map.Entry<Long, UUID> each : unknown.entrySet()) {
      Outcome outcome = store.outcome(tenant, each.getValue());
      assertEquals(outcome, store.outcome(tenant, each.getValue()), "the same when asked again");
      if (outcome == Outcome.COMMITTED) {
        committed++;
        acknowledged.add(each.getKey());
      } else {
        failed.put(each.getKey(), new IllegalStateException("not committed, as the store says"));
      }
    }
    unknown.clear();
    return committed;
  }

  /** Reads everything that is stored of the tenant. */
  Findings compare(SqlStore store, Connection raw) throws SQLException {
    Map<Long, Integer> rows = new HashMap<>();
    StoreReader reader = store.reader(tenant, Universe.EXTENDED);
    count(reader, Star.TYPE, Work::unitOfStar, rows);
    count(reader, Planet.TYPE, Work::unitOfPlanet, rows);
    rows.remove(-1L); // the counter
    Set<Long> whole = new TreeSet<>();
    Set<Long> torn = new TreeSet<>();
    rows.forEach((unit, number) -> (number == Work.ROWS ? whole : torn).add(unit));
    Set<Long> lost = new TreeSet<>(acknowledged);
    lost.removeAll(rows.keySet());
    Set<Long> ghosts = new TreeSet<>(rows.keySet());
    ghosts.removeIf(unit -> tried.contains(unit) && !failed.containsKey(unit));
    long counted = whole.stream().filter(Work::counts).count();
    return new Findings(
        acknowledged.size(),
        failed.size(),
        tried.size() - acknowledged.size() - failed.size(),
        whole.size(),
        lost,
        ghosts,
        torn,
        counted,
        Work.counter(store, tenant),
        claims(raw),
        acknowledged.stream().filter(Work::counts).count(),
        tried.stream().filter(unit -> Work.counts(unit) && !failed.containsKey(unit)).count());
  }

  private static <E extends Entity<E>> void count(
      StoreReader reader, EntityType<E> type, LongUnaryOperator unitOf, Map<Long, Integer> rows) {
    Selection<E> all =
        new Selection<>(type, Condition.always(), List.of(), null, Integer.MAX_VALUE);
    try (Stream<Row> each = reader.stream(all)) {
      each.forEach(row -> rows.merge(unitOf.applyAsLong(numberOf(row)), 1, Integer::sum));
    }
  }

  /** What {@link Universe#ref} was given. */
  private static long numberOf(Row row) {
    UUID id = row.ref().id();
    return id.getLeastSignificantBits() & 0x7FFF_FFFF_FFFF_FFFFL;
  }

  private long claims(Connection raw) throws SQLException {
    String quote = raw.getMetaData().getIdentifierQuoteString();
    String text =
        "select count(*) from "
            + quote
            + "crm_custom_key"
            + quote
            + " where "
            + quote
            + "tenant"
            + quote
            + "=?";
    try (PreparedStatement statement = raw.prepareStatement(text)) {
      statement.setString(1, tenant);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /**
   * What came out.
   *
   * @param acknowledged how many units were said to be committed
   * @param failed how many were said not to be
   * @param unknown of how many nothing is known
   * @param stored how many are there, all of them
   * @param lost those acknowledged that are not there
   * @param ghosts those there that were said not to be, or that nobody has tried
   * @param torn those of which a part is there
   * @param counted how many of those there have counted
   * @param counter how far the counter has come
   * @param claims how many custom keys are claimed
   * @param least how far the counter must have come
   * @param most how far it may have come
   */
  record Findings(
      int acknowledged,
      int failed,
      int unknown,
      int stored,
      Set<Long> lost,
      Set<Long> ghosts,
      Set<Long> torn,
      long counted,
      long counter,
      long claims,
      long least,
      long most) {
    /** Nothing is lost, nothing appeared, nothing is half there. */
    void requireSound() {
      assertEquals(Set.of(), lost, () -> "lost of " + this);
      assertEquals(Set.of(), ghosts, () -> "ghosts in " + this);
      assertEquals(Set.of(), torn, () -> "torn in " + this);
      assertEquals(counted, counter, () -> "the counter in " + this);
      assertEquals(counted, claims, () -> "the keys in " + this);
      assertTrue(least <= counter && counter <= most, () -> "the counter in " + this);
    }

    @Override
    public String toString() {
      return "acknowledged "
          + acknowledged
          + ", failed "
          + failed
          + ", unknown "
          + unknown
          + ", stored "
          + stored
          + ", lost "
          + lost.size()
          + ", ghosts "
          + ghosts.size()
          + ", torn "
          + torn.size()
          + ", counter "
          + counter
          + " of "
          + least
          + ".."
          + most;
    }
  }
}
