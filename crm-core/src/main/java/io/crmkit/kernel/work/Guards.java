package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
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
}
