package io.crmkit.persistence.write;

import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.store.Change;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.query.Reading;
import io.crmkit.persistence.table.Bookkeeping;
import io.crmkit.persistence.table.Slots;
import io.crmkit.persistence.table.Table;
import io.crmkit.persistence.table.TableNames;
import io.crmkit.persistence.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the changes of units of work. Thread-safe. */
public final class Units {
  private static final Form TOKENS =
      new Form(
          Form.Verb.INSERT,
          Bookkeeping.WORK_TOKEN,
          List.of(Table.TENANT, Bookkeeping.TOKEN, Bookkeeping.CREATED_AT),
          List.of(Table.TENANT),
          List.of(),
          false);

  private final Tables tables;
  private final Clock clock;
  private final StepWriter writer;

  /** Writes into these tables. */
  public Units(Tables tables, Dialect dialect, TableNames names, Clock clock) {
    this.tables = tables;
    this.clock = clock;
    this.writer = StepWriter.of(dialect, names);
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
    List<Step> steps = Steps.of(tables, tenant, layout, slots, Net.of(changes));
    if (token != null) {
      Step known = new Step(TOKENS, List.of(tenant));
      known.add(tenant, token, clock.instant().truncatedTo(ChronoUnit.MICROS));
      steps.add(0, known);
    }
    writer.write(connection, steps, mode);
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
   * What custom fields, which the database does not watch, have against the purges among changes.
   *
   * @return the error to throw; null where nothing is against them
   */
  public @Nullable CrmException forbidPurges(
      Connection connection, Reading reading, Layout layout, List<Change> changes)
      throws SQLException {
    return new Diagnosis(connection, reading, layout, Net.of(changes)).checkPurges();
  }

  /** True where a purge may leave a custom reference behind that leads nowhere. */
  public static boolean mayStrand(Layout layout, List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.Purge purge) {
        for (EntityType<?> type : layout.types()) {
          if (refers(layout, type, purge.ref().type())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static <E extends Entity<E>> boolean refers(
      Layout layout, EntityType<E> type, EntityType<?> target) {
    for (Field<E, ?> field : layout.custom(type)) {
      RefField<E, ?> ref = field.asRef();
      if (ref != null && ref.target().name().equals(target.name())) {
        return true;
      }
    }
    return false;
  }
}
