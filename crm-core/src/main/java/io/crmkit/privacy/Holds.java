package io.crmkit.privacy;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Workspace;

/** Keeps what must be kept. */
final class Holds {
  private Holds() {}

  static void requireNone(Workspace space, Ref<?> record) {
    Condition<LegalHold> its =
        LegalHold.SUBJECT_ID.is(record.id()).and(LegalHold.SUBJECT_TYPE.is(record.type().name()));
    if (space.own(LegalHold.DEF, LegalHold.TYPE).where(its).exists()) {
      throw new InvalidRequestException("privacy.held", record);
    }
  }

  /** Neither the record itself nor what it is about may be held. */
  static <E extends Entity<E>> void requireNone(Workspace unit, EntityType<E> type, E purged) {
    requireNone(unit, purged.ref());
    for (RefField<E, ?> field : CustomRecord.about(unit.layout(), type)) {
      Ref<?> whole = purged.get(field);
      if (whole != null) {
        requireNone(unit, whole);
      }
    }
    type.links()
        .forEach(link -> link.of(purged, unit.layout()).ifPresent(to -> requireNone(unit, to)));
  }
}
