package io.crmkit.service;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.List;

/**
 * Computes anew what is promised about open cases where service levels or calendars have changed.
 * Each case is a unit of work; a case that somebody changes meanwhile is computed by that change.
 */
final class LevelJob implements Job {
  private static final int BATCH = 200;

  @Override
  public String name() {
    return "case.levels";
  }

  @Override
  public int runDue(Workspace space) {
    int all = 0;
    int batch;
    do {
      batch = 0;
      for (Case stale : stale(space)) {
        if (renewed(space, stale.ref())) {
          batch++;
        }
      }
      all += batch;
    } while (batch > 0);
    return all;
  }

  private static List<Case> stale(Workspace space) {
    String basis = new Clocks(space).basis();
    return space
        .own(Case.DEF, Case.TYPE)
        .where(Case.STATE.isNot(CaseState.CLOSED), Case.LEVEL_BASIS.isNot(basis))
        .limit(BATCH)
        .list();
  }

  private static boolean renewed(Workspace space, Ref<Case> ref) {
    try {
      return space.call(
          unit -> {
            Records<Case> cases = unit.own(Case.DEF, Case.TYPE);
            return cases
                .find(ref)
                .filter(its -> cases.update(its, d -> {}).version() > its.version())
                .isPresent();
          });
    } catch (ConflictException changedMeanwhile) {
      return false;
    }
  }
}
