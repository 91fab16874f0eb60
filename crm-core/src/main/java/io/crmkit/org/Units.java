package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
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
    List<Placement> places = Timelines.PLACES.of(space, unit);
    return places.isEmpty() ? LocalDate.MAX : span(places.get(places.size() - 1)).to();
  }

  private static Span span(Placement place) {
    return Timelines.PLACES.span(place);
  }

  /** A unit that goes into the bin or is purged has nobody and nothing in it, on whatever day. */
  static void keepUsed(Workspace space, @Nullable OrgUnit before, @Nullable OrgUnit after) {
    if (before != null && !before.deleted() && (after == null || after.deleted())) {
      Occupants.refuse(space, before, null);
    }
    if (before != null && after == null) {
      Records<Placement> places = Timelines.PLACES.own(space);
      places
          .where(Placement.UNIT.is(before))
          .withDeleted()
          .list()
          .forEach(place -> places.purge(place));
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
    if (after != null && !after.deleted() && after.get(Placement.PARENT) != null) {
      Ref<OrgUnit> parent = after.require(Placement.PARENT);
      LocalDate gone = lastDay(space, parent);
      if (span(after).to().isAfter(gone)) {
        throw refusal(Placement.PARENT.name(), "org.closed", parent, gone.toString());
      }
    }
  }

  private static ValidationException refusal(String field, String code, Object one, Object other) {
    return new ValidationException(
        List.of(Violation.of(Placement.TYPE.name(), field, code, one, other)));
  }
}
