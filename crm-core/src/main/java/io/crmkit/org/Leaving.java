package io.crmkit.org;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody leaves: what they belonged to ends, and what they answered for passes on. */
final class Leaving {
  private final Workspace space;
  private final Ref<User> user;
  private final @Nullable Ref<User> successor;
  private final LocalDate day;
  private final LocalDate last;

  private Leaving(Workspace space, Ref<User> user, @Nullable Ref<User> successor, LocalDate day) {
    this.space = space;
    this.user = user;
    this.successor = successor;
    this.day = day;
    this.last = day.minusDays(1);
  }

  /**
   * Plans that a user leaves, or does it where the day has come.
   *
   * @param writing the door that the user is written through
   * @param day the first day on which they are not there any more
   */
  static User plan(
      Workspace space,
      Records<User> writing,
      User user,
      LocalDate day,
      @Nullable Ref<User> successor) {
    if (user.ref().equals(successor)) {
      throw new InvalidRequestException("org.own_successor", user.ref());
    }
    User leaving =
        writing.update(
            user,
            d -> d.unlock(User.DEF).set(User.LEFT_ON, day).setOrClear(User.SUCCESSOR, successor));
    Leaving plan = new Leaving(space, user.ref(), successor, day);
    plan.passReportsOn();
    plan.end();
    space.publish(new OrgEvent.UserLeft(user.ref(), successor, day));
    User left = Timelines.MANAGERS.follow(space, Timelines.UNITS.follow(space, leaving));
    return day.isAfter(space.today()) ? left : takeEffect(space, left, successor);
  }

  /** On the day itself: active no more, and what has no dates passes to the successor. */
  static User takeEffect(Workspace space, User user, @Nullable Ref<User> heir) {
    pass(space, OrgUnit.DEF, OrgUnit.MANAGER, user.ref(), heir);
    pass(space, Team.DEF, Team.LEADER, user.ref(), heir);
    pass(space, Territory.DEF, Territory.MANAGER, user.ref(), heir);
    return space.own(User.DEF, User.TYPE).update(user, d -> d.set(User.ACTIVE, false));
  }

  private static <E extends Entity<E>> void pass(
      Workspace space,
      Definition<E> definition,
      RefField<E, User> field,
      Ref<User> from,
      @Nullable Ref<User> to) {
    Records<E> records = space.own(definition, field.type());
    for (E record : records.where(field.is(from)).list()) {
      records.update(record, d -> d.setOrClear(field, to));
    }
  }

  private void end() {
    end(Membership.DEF, Membership.PERIOD, Membership.USER);
    end(ReportingLine.DEF, ReportingLine.PERIOD, ReportingLine.USER);
    end(TeamMember.DEF, TeamMember.PERIOD, TeamMember.USER);
    end(TerritoryMember.DEF, TerritoryMember.PERIOD, TerritoryMember.USER);
    end(Deputy.DEF, Deputy.PERIOD, Deputy.USER);
    end(Deputy.DEF, Deputy.PERIOD, Deputy.DEPUTY);
  }

  private <E extends Entity<E>> void end(
      Definition<E> definition, Period<E> period, RefField<E, User> whose) {
    Records<E> records = space.own(definition, whose.type());
    Condition<E> its = whose.is(user).and(period.notOver(day));
    for (E fact : records.where(its).list()) {
      if (Span.of(fact, period).from().isAfter(last)) {
        records.delete(fact);
      } else {
        records.update(fact, d -> d.unlock(definition).set(period.until(), last));
      }
    }
  }

  /**
   * Who reports to the leaver reports to the successor, who comes to stand where the leaver did.
   */
  private void passReportsOn() {
    Optional<Ref<User>> above = managerOf(user);
    if (successor != null && isBelow(successor)) {
      report(successor, above.orElse(null), day);
    }
    List<ReportingLine> lines =
        Timelines.MANAGERS
            .own(space)
            .where(ReportingLine.MANAGER.is(user), ReportingLine.PERIOD.notOver(day))
            .list();
    for (ReportingLine line : lines) {
      Ref<User> who = line.require(ReportingLine.USER);
      LocalDate since = Timelines.MANAGERS.span(line).from();
      boolean heir = who.equals(successor);
      report(who, heir ? above.orElse(null) : successor, since.isAfter(day) ? since : day);
    }
  }

  private void report(Ref<User> who, @Nullable Ref<User> manager, LocalDate from) {
    Timelines.MANAGERS.put(
        space, Timelines.MANAGERS.own(space), who, manager, from, false, space.context().reason());
  }

  private Optional<Ref<User>> managerOf(Ref<User> somebody) {
    return Timelines.MANAGERS
        .on(space, somebody, day)
        .map(line -> line.require(ReportingLine.MANAGER));
  }

  private boolean isBelow(Ref<User> somebody) {
    Set<Ref<User>> passed = new HashSet<>();
    Optional<Ref<User>> up = managerOf(somebody);
    while (up.isPresent() && passed.add(up.get())) {
      if (up.get().equals(user)) {
        return true;
      }
      up = managerOf(up.get());
    }
    return false;
  }
}
