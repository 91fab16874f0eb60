package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import org.jspecify.annotations.Nullable;

/**
 * Records whose parts are as good as values of their own: a change of a part counts as one of the
 * whole, so the version of the whole stands for all of it, and two changes of parts at once
 * conflict.
 *
 * @param definition the key to the managed field
 * @param type the type of the whole
 * @param revision a managed field of it that goes up whenever a part changes
 */
public record CountedParts<W extends Entity<W>>(
    Definition<W> definition, EntityType<W> type, NumberField<W, Long> revision) {

  /** Lets changes of {@code part} count. */
  public <P extends Entity<P>> void count(Hooks hooks, EntityType<P> part, RefField<P, W> whole) {
    hooks
        .prepare(part, (space, draft) -> changed(space, draft.get(whole)))
        .beforeCommit(part, (space, before, after) -> gone(space, before, after, whole));
  }

  /** What is deleted, restored or purged passes no preparation. */
  private <P extends Entity<P>> void gone(
      Workspace space, @Nullable P before, @Nullable P after, RefField<P, W> whole) {
    if (before != null && (after == null || after.deleted() != before.deleted())) {
      changed(space, before.get(whole));
    }
  }

  private void changed(Workspace space, @Nullable Ref<W> ref) {
    if (ref != null) {
      Records<W> wholes = space.own(definition, type);
      wholes.find(ref).ifPresent(whole -> wholes.update(whole, draft -> next(whole, draft)));
    }
  }

  private void next(W whole, Draft<W> draft) {
    draft.unlock(definition).set(revision, whole.require(revision) + 1);
  }
}
