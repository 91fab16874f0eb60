package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;

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
    if (!(space instanceof UnitSpace unit)) {
      throw new InvalidRequestException("request.guards_only");
    }
    return unit.reading(true).store().exists(type, condition);
  }

  /** How many such records there are, see {@link #anyRecord}. */
  public static <E extends Entity<E>> long countRecords(
      Workspace space, EntityType<E> type, Condition<E> condition) {
    if (!(space instanceof UnitSpace unit)) {
      throw new InvalidRequestException("request.guards_only");
    }
    return unit.reading(true).store().count(type, condition);
  }
}
