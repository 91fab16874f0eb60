package io.crmkit.org;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Workspace;
import java.util.List;

/** What is known about a record. */
final class Facts {
  private Facts() {}

  /**
   * The records that refer to {@code ref}. Of one that is being made only its own unit of work can
   * know, so a bulk of new records asks the store nothing.
   */
  static <F extends Entity<F>, N extends Entity<N>> List<F> about(
      Workspace space, Definition<F> definition, RefField<F, N> field, Ref<N> ref) {
    EntityType<F> type = field.type();
    if (Guards.isMadeHere(space, ref)) {
      return Guards.written(space, definition, type).stream()
          .filter(fact -> !fact.deleted() && ref.equals(fact.get(field)))
          .toList();
    }
    return space.own(definition, type).where(field.is(ref)).list();
  }
}
