package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;

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
}
