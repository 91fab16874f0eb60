package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold between units and their places. */
final class Units {
  private Units() {}

  /** The last day on which a unit exists; {@link LocalDate#MAX} where none is known. */
  static LocalDate lastDay(Workspace space, Ref<OrgUnit> unit) {
    return space
        .own(OrgUnit.DEF, OrgUnit.TYPE)
        .find(unit)
        .map(known -> known.get(OrgUnit.CLOSED_ON))
        .orElse(LocalDate.MAX);
  }

  private static Span span(Placement place) {
    return Timelines.PLACES.span(place);
  }

  /** A unit that goes into the bin or is purged has nobody and nothing in it, on whatever day. */
  static void keepUsed(Workspace space, @Nullable OrgUnit before, @Nullable OrgUnit after) {
    if (before != null && !before.deleted() && (after == null || after.deleted())) {
      Occupants.refuse(space, before, null);
    }
  }

  /** Places follow each other without a gap, and what is in a unit does not outlast it. */
  static void checkPlaces(Workspace space, @Nullable Placement before, @Nullable Placement after) {
    Ref<OrgUnit> ref =
        Objects.requireNonNull(after == null ? before : after).require(Placement.UNIT);
    OrgUnit unit = space.own(OrgUnit.DEF, OrgUnit.TYPE).find(ref).orElse(null);
    List<Placement> places = Timelines.PLACES.of(space, ref);
    if (unit == null) {
      return;
    }
    if (places.isEmpty()) {
      throw refusal(Placement.UNIT.name(), "org.gap", ref, "-");
    }
    for (int i = 1; i < places.size(); i++) {
      LocalDate next = span(places.get(i - 1)).behind();
      if (span(places.get(i)).from().isAfter(next)) {
        throw refusal(Placement.UNIT.name(), "org.gap", ref, next.toString());
      }
    }
    Span last = span(places.get(places.size() - 1));
    if (last.until() != null) {
      Occupants.refuse(space, unit, last.behind());
    }
    followEnd(space, unit, last.until());
    if (after != null && !after.deleted() && after.get(Placement.PARENT) != null) {
      Ref<OrgUnit> parent = after.require(Placement.PARENT);
      LocalDate gone = lastDay(space, parent);
      if (span(after).to().isAfter(gone)) {
        throw refusal(Placement.PARENT.name(), "org.closed", parent, gone.toString());
      }
    }
  }

  /** Keeps the unit's last day what its places say, and gives the unit as it is then. */
  static OrgUnit followEnd(Workspace space, OrgUnit unit, @Nullable LocalDate last) {
    return space
        .own(OrgUnit.DEF, OrgUnit.TYPE)
        .update(unit, d -> d.unlock(OrgUnit.DEF).setOrClear(OrgUnit.CLOSED_ON, last));
  }

  private static ValidationException refusal(String field, String code, Object one, Object other) {
    return new ValidationException(
        List.of(Violation.of(Placement.TYPE.name(), field, code, one, other)));
  }
}
