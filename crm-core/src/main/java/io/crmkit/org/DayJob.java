package io.crmkit.org;

import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;

/**
 * What a new day brings: units, primary units and managers that were planned for it become those of
 * today, and who leaves on it is active no more. Questions about a day do not wait for it.
 */
final class DayJob implements Job {
  @Override
  public String name() {
    return "new_day";
  }

  @Override
  public int runDue(Workspace space) {
    return Timelines.PLACES.catchUp(space)
        + Timelines.UNITS.catchUp(space)
        + Timelines.MANAGERS.catchUp(space)
        + leave(space);
  }

  private static int leave(Workspace space) {
    return Due.each(
        () ->
            space
                .own(User.DEF, User.TYPE)
                .where(User.ACTIVE.is(true), User.LEFT_ON.atMost(space.today())),
        user -> space.call(work -> leave(work, user)));
  }

  private static int leave(Workspace work, User user) {
    Leaving.takeEffect(work, user, user.get(User.SUCCESSOR));
    return 1;
  }
}
