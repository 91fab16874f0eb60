package io.crmkit.persistence.write;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the changes of units of work. Thread-safe. */
public final class Units {
  private final Tables tables;
  private final TableNames names;
  private final boolean pinning;
  private final Narrow narrow = new Narrow();
  private final StepWriter writer;
  private final Claims claims;
  private final Tokens tokens;

  /**
   * Writes into these tables.
   *
   * @param pinning what is referred to has to be pinned, since the database itself does not do it
   */
  public Units(Tables tables, Dialect dialect, TableNames names, Clock clock, boolean pinning) {
    this.tables = tables;
    this.names = names;
    this.pinning = pinning;
    this.writer = StepWriter.of(dialect, names);
    this.claims = new Claims(dialect, names);
    this.tokens = new Tokens(dialect, names, clock, writer);
  }

  /**
   * Writes changes, all of them or, after a rollback by the caller, none.
   *
   * @param token what the unit is known by, written with it; null where nobody will ask for it
   * @throws io.crmkit.kernel.error.ConflictException where changes do not follow from one another
   * @throws SQLException where the database refuses; the caller rolls back unless in {@link
   *     Mode#NESTED}
   */
  public void write(
      Connection connection,
      String tenant,
      Layout layout,
      Slots slots,
      List<Change> changes,
      Mode mode,
      @Nullable UUID token)
      throws SQLException {
    List<Step> steps = Steps.of(tables, tenant, layout, slots, pinning, Net.of(changes));
    if (steps.isEmpty() && (mode == Mode.PART || mode == Mode.NESTED)) {
      return;
    }
    if (token != null) {
      steps.add(0, tokens.step(tenant, token));
    }
    steps.replaceAll(narrow::of);
    Leftovers.remove(connection, names, changes);
    writer.write(connection, steps, mode);
  }

  /** What the units are known by. */
  public Tokens tokens() {
    return tokens;
  }

  /**
   * What stands in the way of changes that the database has refused, as it is committed now.
   *
   * @return the error to throw; null where nothing stands in the way any more
   */
  public @Nullable CrmException explain(
      Connection connection, Reading reading, Layout layout, List<Change> changes)
      throws SQLException {
    return new Diagnosis(connection, reading, layout, Net.of(changes)).find();
  }

  /**
   * What the database does not watch, asked before it is written: custom references to what is
   * purged, and unique custom fields whose older values nobody has claimed yet.
   *
   * @return the error to throw; null where nothing is against the changes
   */
  public @Nullable CrmException unwatched(
      Connection connection, Reading reading, Layout layout, Slots slots, List<Change> changes)
      throws SQLException {
    return new Diagnosis(connection, reading, layout, Net.of(changes)).findUnwatched(slots);
  }

  /** True where {@link #unwatched} has to be asked, which takes queries of its own. */
  public static boolean mayBeUnwatched(Layout layout, Slots slots, List<Change> changes) {
    for (Change change : changes) {
      if (Unwatched.concerns(layout, slots, change)) {
        return true;
      }
    }
    return false;
  }

  /** True where changes concern custom fields that the layout does not know. */
  public static boolean needsPlaces(Layout layout, List<Change> changes) {
    for (Change change : changes) {
      if (CustomKeys.concernsUnknown(layout, change)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes claims back that their holders no longer rest on: a node that did not know yet that a
   * field is unique has changed them.
   *
   * @return true where there were any, so that the unit may succeed now
   */
  public boolean releaseStaleClaims(
      Connection connection, Reading reading, String tenant, Layout layout, List<Change> changes)
      throws SQLException {
    return claims.releaseStale(connection, reading, tenant, layout, Net.of(changes));
  }

  /**
   * What a refusal means as far as its text tells; for transactions of the host's, which may see a
   * snapshot older than what is in their way.
   *
   * @param conflict a row was not in the version expected; else a key or a reference is concerned
   * @return the error to throw; null where it is not clear
   */
  public @Nullable CrmException named(
      SQLException failure, List<Change> changes, boolean conflict) {
    Named named = new Named(tables, names, Net.of(changes));
    return conflict ? named.conflict() : named.integrity(failure);
  }
}
