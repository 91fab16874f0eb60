package io.crmkit.org;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;

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
    LocalDate today = space.today();
    return space
        .own(User.DEF, User.TYPE)
        .where(User.ACTIVE.is(true), User.LEFT_ON.atMost(today))
        .list()
        .stream()
        .mapToInt(user -> step(() -> space.run(work -> leave(work, user))))
        .sum();
  }

  private static void leave(Workspace work, User user) {
    Leaving.takeEffect(work, user, user.get(User.SUCCESSOR));
  }

  /**
   * Does one thing that is due.
   *
   * @return 0 where another node did it, or somebody changed it just now and the next run will
   */
  static int step(Runnable what) {
    try {
      what.run();
      return 1;
    } catch (ConflictException another) {
      return 0;
    }
  }
}
