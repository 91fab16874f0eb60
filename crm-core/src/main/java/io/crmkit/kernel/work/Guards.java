package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import java.util.List;

/** What {@linkplain Hooks.Guard guards} may ask besides what the actor may see. */
public final class Guards {
  private Guards() {}

  /**
   * True where there is any record that meets the condition, be it deleted or invisible: for
   * decisions that concern the whole installation. What comes of it is told to the actor, so it
   * must not give away what such a record holds.
   *
   * @param space the workspace that the guard was given
   */
  public static <E extends Entity<E>> boolean anyRecord(
      Workspace space, EntityType<E> type, Condition<E> condition) {
    return unit(space).reading(true).store().exists(type, condition);
  }

  /**
   * True where a draft, as it stands, meets the condition: for rules of the installation, so that
   * what comes of them does not depend on who writes.
   *
   * @param space the workspace that the {@linkplain Hooks.Preparation preparation} was given
   */
  public static <E extends Entity<E>> boolean meets(
      Workspace space, Condition<E> condition, Draft<E> draft) {
    return condition.predicate(unit(space)::row).test(draft.preview(space.layout()));
  }

  private static UnitSpace unit(Workspace space) {
    if (space instanceof UnitSpace unit) {
      return unit;
    }
    throw new InvalidRequestException("request.guards_only");
  }

  /**
   * True where a record is in the bin or destroyed: what referred to it may then lead elsewhere,
   * such as to the record it was merged into.
   *
   * @param space the workspace that the guard was given
   */
  public static boolean isGone(Workspace space, Ref<?> ref) {
    if (!(space instanceof UnitSpace unit)) {
      throw new InvalidRequestException("request.guards_only");
    }
    Row row = unit.row(ref);
    return row == null || row.deleted();
  }

  /** How many such records there are, see {@link #anyRecord}. */
  public static <E extends Entity<E>> long countRecords(
      Workspace space, EntityType<E> type, Condition<E> condition) {
    return unit(space).reading(true).store().count(type, condition);
  }

  /**
   * True where the unit of work itself makes the record, so nothing outside of it can refer to it
   * yet. Asks no store.
   *
   * @param space any workspace; outside of a unit of work nothing is being made
   */
  public static boolean isMadeHere(Workspace space, Ref<?> ref) {
    return space instanceof UnitSpace unit && unit.makes(ref);
  }

  /**
   * What the unit of work has written of a type, as it will be, deleted ones included. Asks no
   * store: for a new record everything that refers to it is here.
   *
   * @param definition shows that the caller is the feature that the type belongs to
   */
  public static <E extends Entity<E>> List<E> written(
      Workspace space, Definition<E> definition, EntityType<E> type) {
    Shaped.requireOwner(definition, type);
    return space instanceof UnitSpace unit
        ? unit.written(type).stream().map(type::entity).toList()
        : List.of();
  }
}
