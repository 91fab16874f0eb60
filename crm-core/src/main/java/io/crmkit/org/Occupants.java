package io.crmkit.org;

import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who and what keeps a unit from going. */
final class Occupants {
  private static final int SHOWN = 5;

  private Occupants() {}

  /**
   * Refuses where a unit has members or units below it, and lists them.
   *
   * @param from what ended before this day is not in the way; null where all that ever was is
   */
  static void refuse(Workspace space, OrgUnit unit, @Nullable LocalDate from) {
    Set<Ref<User>> members = new TreeSet<>();
    space
        .own(Membership.DEF, Membership.TYPE)
        .where(Membership.UNIT.is(unit), since(Membership.PERIOD, from))
        .list()
        .forEach(membership -> members.add(membership.require(Membership.USER)));
    Set<Ref<OrgUnit>> below = new TreeSet<>();
    space
        .own(Placement.DEF, Placement.TYPE)
        .where(Placement.PARENT.is(unit), since(Placement.PERIOD, from))
        .list()
        .forEach(place -> below.add(place.require(Placement.UNIT)));
    Set<Ref<OrgUnit>> live =
        new TreeSet<>(space.own(OrgUnit.DEF, OrgUnit.TYPE).find(below).keySet());
    if (!members.isEmpty() || !live.isEmpty()) {
      throw new InvalidRequestException(
          "org.unit_used",
          unit.ref(),
          members.size(),
          shown(space, User.TYPE, User.FULL_NAME, members),
          live.size(),
          shown(space, OrgUnit.TYPE, OrgUnit.NAME, live));
    }
  }

  private static <E extends Entity<E>> Condition<E> since(
      Period<E> period, @Nullable LocalDate from) {
    return from == null ? Condition.always() : period.notOver(from);
  }

  /** The names that the actor may read, and the identities of the others; a few of them. */
  private static <E extends Entity<E>> List<String> shown(
      Workspace space, EntityType<E> type, TextField<E> name, Collection<Ref<E>> refs) {
    List<Ref<E>> few = refs.stream().limit(SHOWN).toList();
    List<String> shown = new ArrayList<>();
    for (Ref<E> ref : few) {
      shown.add(nameOf(space, type, name, ref));
    }
    if (refs.size() > SHOWN) {
      shown.add("…");
    }
    return shown;
  }

  private static <E extends Entity<E>> String nameOf(
      Workspace space, EntityType<E> type, TextField<E> name, Ref<E> ref) {
    try {
      String known = space.records(type).find(ref).map(record -> record.get(name)).orElse(null);
      return known == null ? ref.toString() : known;
    } catch (AccessDeniedException hidden) {
      return ref.toString();
    }
  }
}
