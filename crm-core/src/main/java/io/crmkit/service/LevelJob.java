package io.crmkit.service;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;

/**
 * Computes anew what is promised about open cases where service levels or calendars have changed.
 * Each case is a unit of work; a case that somebody changes meanwhile is computed by that change.
 */
final class LevelJob implements Job {
  @Override
  public String name() {
    return "case.levels";
  }

  @Override
  public int runDue(Workspace space) {
    return Due.each(() -> stale(space), its -> space.call(unit -> renew(unit, its.ref())) ? 1 : 0);
  }

  private static Query<Case> stale(Workspace space) {
    String basis = new Clocks(space).basis();
    return space
        .own(Case.DEF, Case.TYPE)
        .where(Case.STATE.isNot(CaseState.CLOSED), Case.LEVEL_BASIS.isNot(basis));
  }

  private static boolean renew(Workspace unit, Ref<Case> ref) {
    Records<Case> cases = unit.own(Case.DEF, Case.TYPE);
    return cases
        .find(ref)
        .filter(its -> cases.update(its, d -> {}).version() > its.version())
        .isPresent();
  }
}
