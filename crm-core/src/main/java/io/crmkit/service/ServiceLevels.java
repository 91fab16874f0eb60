package io.crmkit.service;

import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is promised about cases. Open cases follow a change of a level, a target, a ladder or a
 * calendar with the job {@code case.levels}, or with their own next change.
 */
public final class ServiceLevels extends Records<ServiceLevel> {
  /** The levels as {@code space} sees them. */
  public ServiceLevels(Workspace space) {
    super(space, ServiceLevel.TYPE);
  }

  /** The targets. */
  public Records<ServiceTarget> targets() {
    return space().records(ServiceTarget.TYPE);
  }

  /** The rungs of the ladders. */
  public Records<EscalationRung> ladders() {
    return space().records(EscalationRung.TYPE);
  }

  /** Makes a level for all cases that work by a calendar; narrow it down by its condition. */
  public ServiceLevel create(String code, Ref<BusinessCalendar> calendar) {
    return create(
        d ->
            d.set(ServiceLevel.CODE, code)
                .set(ServiceLevel.NAME, code)
                .set(ServiceLevel.CALENDAR, calendar));
  }

  /**
   * Promises an answer and a resolution.
   *
   * @param response working time, in whole minutes
   * @param resolution working time, in whole minutes
   */
  public ServiceTarget promise(
      Ref<ServiceLevel> level, Priority priority, Duration response, Duration resolution) {
    return targets()
        .create(
            d ->
                d.set(ServiceTarget.LEVEL, level)
                    .set(ServiceTarget.PRIORITY, priority)
                    .set(ServiceTarget.RESPONSE_MINUTES, response.toMinutes())
                    .set(ServiceTarget.RESOLUTION_MINUTES, resolution.toMinutes()));
  }

  /** Adds a rung to the ladder of a level. */
  public EscalationRung escalate(
      Ref<ServiceLevel> level,
      TargetKind target,
      long percent,
      Consumer<Draft<EscalationRung>> filling) {
    return ladders()
        .create(
            d -> {
              d.set(EscalationRung.LEVEL, level)
                  .set(EscalationRung.TARGET, target)
                  .set(EscalationRung.PERCENT, percent);
              filling.accept(d);
            });
  }
}
