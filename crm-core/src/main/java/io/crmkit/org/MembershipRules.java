package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold between all memberships of a person, besides that primary ones do not overlap. */
final class MembershipRules {
  private MembershipRules() {}

  static void check(Workspace space, @Nullable Membership before, @Nullable Membership after) {
    Ref<User> user =
        Objects.requireNonNull(after == null ? before : after).require(Membership.USER);
    List<Membership> all = Facts.about(space, Membership.DEF, Membership.USER, user);
    List<Span> primary =
        all.stream()
            .filter(one -> one.require(Membership.PRIMARY))
            .map(MembershipRules::span)
            .sorted(Comparator.comparing(Span::from))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      Membership one = all.get(i);
      for (Membership other : all.subList(0, i)) {
        if (sameUnit(one, other) && span(one).overlaps(span(other))) {
          throw refusal(Membership.UNIT.name(), "violation.overlap", one.ref(), other.ref());
        }
      }
      LocalDate bare = firstBareDay(span(one), primary);
      if (bare != null) {
        throw refusal(
            Membership.PRIMARY.name(), "org.no_primary", user, Objects.toString(shown(bare)));
      }
    }
    if (after != null && !after.deleted()) {
      lasts(space, after);
    }
  }

  private static Span span(Membership membership) {
    return Span.of(membership, Membership.PERIOD);
  }

  private static boolean sameUnit(Membership one, Membership other) {
    return one.require(Membership.UNIT).equals(other.require(Membership.UNIT));
  }

  /** The first of the days that no primary membership covers; null where they cover all. */
  private static @Nullable LocalDate firstBareDay(Span days, List<Span> primary) {
    LocalDate day = days.from();
    for (Span covered : primary) {
      if (covered.includes(day)) {
        if (!covered.to().isBefore(days.to())) {
          return null;
        }
        day = covered.behind();
      }
    }
    return day;
  }

  private static String shown(LocalDate day) {
    return day.equals(LocalDate.MIN) ? "-" : day.toString();
  }

  /** A unit that is closed one day has nobody from then on. */
  private static void lasts(Workspace space, Membership membership) {
    Ref<OrgUnit> unit = membership.require(Membership.UNIT);
    LocalDate last = Units.lastDay(space, unit);
    if (span(membership).to().isAfter(last)) {
      throw refusal(Membership.UNIT.name(), "org.closed", unit, last.toString());
    }
  }

  private static ValidationException refusal(String field, String code, Object one, Object other) {
    return new ValidationException(
        List.of(Violation.of(Membership.TYPE.name(), field, code, one, other)));
  }
}
