package io.crmkit.examples.aftersale;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.sales.StageChange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * The second act of the demo. It begins on the first Monday behind the last fact of the pipeline
 * and takes two weeks of the {@link DemoClock}.
 */
public final class AfterSaleAct {
  private static final LocalTime MORNING = LocalTime.of(7, 0);

  private final Crm crm;
  private final DemoClock clock;
  private final Session manager;

  /**
   * @param manager an administrator, in whose name everything is prepared
   */
  public AfterSaleAct(Crm crm, DemoClock clock, Session manager) {
    this.crm = crm;
    this.clock = clock;
    this.manager = manager.from("demo").because("second act of the demo");
  }

  /** Plays the act, unless it has been played on this store before. */
  public void play() {
    if (manager.permissions().query().exists()) {
      return;
    }
    LocalDate monday = firstMonday();
    clock.moveTo(monday.atTime(MORNING).toInstant(ZoneOffset.UTC));
    People people = People.employ(manager);
    new OrderStory(manager).play();
    new QuoteStory(manager).play();
    new CaseStory(crm, clock, manager, people).play(monday);
  }

  private LocalDate firstMonday() {
    Instant last =
        manager
            .pipeline()
            .stageChanges()
            .query()
            .measure(StageChange.AT.max())
            .get(StageChange.AT.max());
    Instant from = last == null ? clock.instant() : last;
    return LocalDate.ofInstant(from, ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }
}
