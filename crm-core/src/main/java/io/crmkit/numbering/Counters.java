package io.crmkit.numbering;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The series and their counters within a unit of work, whatever the actor may see. */
final class Counters {
  private final Workspace unit;
  private final NumberingModule known;

  Counters(Workspace unit) {
    this.unit = unit;
    this.known = unit.module(NumberingModule.class);
  }

  /** The series of a code, made where there is none yet. */
  NumberSeries series(String code, String pattern) {
    return find(code)
        .orElseGet(
            () ->
                series()
                    .create(
                        d -> d.set(NumberSeries.CODE, code).set(NumberSeries.PATTERN, pattern)));
  }

  /** The series of a code. */
  Optional<NumberSeries> find(String code) {
    String tenant = unit.context().tenant();
    Ref<NumberSeries> ref = known.series(tenant, code);
    Optional<NumberSeries> found = ref == null ? Optional.empty() : series().find(ref);
    if (found.isEmpty()) {
      found = series().where(NumberSeries.CODE.is(code)).first();
      found.ifPresent(series -> known.remember(tenant, code, series.ref()));
    }
    return found;
  }

  /** Takes the next number of a series. */
  String take(NumberSeries series) {
    NumberPattern pattern = new NumberPattern(series.require(NumberSeries.PATTERN));
    long year = year(pattern);
    NumberCounter counter = counter(series.ref(), year);
    long number = 1;
    if (counter == null) {
      begin(counters(), series.ref(), year, 2);
    } else {
      number = counter.require(NumberCounter.NEXT);
      advance(counters(), counter, number + 1);
    }
    return pattern.format(year, number);
  }

  long year(NumberPattern pattern) {
    return pattern.yearly() ? unit.today().getYear() : 0;
  }

  @Nullable NumberCounter counter(Ref<NumberSeries> series, long year) {
    String tenant = unit.context().tenant();
    Ref<NumberCounter> ref = known.counter(tenant, series, year);
    Optional<NumberCounter> found = ref == null ? Optional.empty() : counters().find(ref);
    if (found.isEmpty()) {
      found =
          counters().where(NumberCounter.SERIES.is(series), NumberCounter.YEAR.is(year)).first();
      found.ifPresent(counter -> known.remember(tenant, series, year, counter.ref()));
    }
    return found.orElse(null);
  }

  static NumberCounter begin(
      Records<NumberCounter> counters, Ref<NumberSeries> series, long year, long next) {
    return counters.create(
        d ->
            d.unlock(NumberCounter.DEF)
                .set(NumberCounter.SERIES, series)
                .set(NumberCounter.YEAR, year)
                .set(NumberCounter.NEXT, next));
  }

  static NumberCounter advance(Records<NumberCounter> counters, NumberCounter counter, long next) {
    return counters.update(counter, d -> d.unlock(NumberCounter.DEF).set(NumberCounter.NEXT, next));
  }

  private Records<NumberSeries> series() {
    return unit.own(NumberSeries.DEF, NumberSeries.TYPE);
  }

  private Records<NumberCounter> counters() {
    return unit.own(NumberCounter.DEF, NumberCounter.TYPE);
  }
}
