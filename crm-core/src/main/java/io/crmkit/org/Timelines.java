package io.crmkit.org;

import io.crmkit.kernel.work.Hooks;

/** What changes in the organisation from day to day. */
final class Timelines {
  /** Where units stand. */
  static final Timeline<Placement, OrgUnit, OrgUnit> PLACES =
      new Timeline<>(
          new Timeline.Fields<>(
              Placement.DEF,
              Placement.UNIT,
              Placement.PARENT,
              Placement.PERIOD,
              Placement.REASON,
              Placement.DUE_ON,
              OrgUnit.DEF,
              OrgUnit.PARENT,
              OrgUnit.OPENED_ON),
          fact -> true,
          draft -> {},
          OrgEvent.UnitMoved::new);

  /** To which unit people belong in the first place. */
  static final Timeline<Membership, User, OrgUnit> UNITS =
      new Timeline<>(
          new Timeline.Fields<>(
              Membership.DEF,
              Membership.USER,
              Membership.UNIT,
              Membership.PERIOD,
              Membership.REASON,
              Membership.DUE_ON,
              User.DEF,
              User.UNIT,
              User.JOINED_ON),
          membership -> membership.require(Membership.PRIMARY),
          draft -> draft.set(Membership.PRIMARY, true),
          OrgEvent.UserTransferred::new);

  /** To whom people report. */
  static final Timeline<ReportingLine, User, User> MANAGERS =
      new Timeline<>(
          new Timeline.Fields<>(
              ReportingLine.DEF,
              ReportingLine.USER,
              ReportingLine.MANAGER,
              ReportingLine.PERIOD,
              ReportingLine.REASON,
              ReportingLine.DUE_ON,
              User.DEF,
              User.MANAGER,
              User.JOINED_ON),
          fact -> true,
          draft -> {},
          OrgEvent.ManagerChanged::new);

  private Timelines() {}

  /** Refuses that a unit comes to stand above itself. */
  static Hooks.Guard<Placement> unitsWithoutCircles() {
    return Circles.refused(
        Placement.DEF, Placement.PERIOD, Placement.UNIT, Placement.PARENT, OrgUnit.PARENT);
  }

  /** Refuses that somebody comes to report to themselves. */
  static Hooks.Guard<ReportingLine> managersWithoutCircles() {
    return Circles.refused(
        ReportingLine.DEF,
        ReportingLine.PERIOD,
        ReportingLine.USER,
        ReportingLine.MANAGER,
        User.MANAGER);
  }
}
