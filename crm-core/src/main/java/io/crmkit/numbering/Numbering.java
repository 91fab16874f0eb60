package io.crmkit.numbering;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Optional;

/** How documents are numbered: for administrators. Features take numbers by {@link NumberRange}. */
public final class Numbering {
  private final Workspace space;

  /** The numbering as {@code space} sees it. */
  public Numbering(Workspace space) {
    this.space = space;
  }

  /** The series. A series that nobody has defined is made with its first number. */
  public Records<NumberSeries> series() {
    return space.records(NumberSeries.TYPE);
  }

  /** How far the series have come. */
  public Records<NumberCounter> counters() {
    return space.records(NumberCounter.TYPE);
  }

  /**
   * Says how the numbers of a series are written from now on.
   *
   * @param code the code of the series, for example {@code "quote"}
   * @param pattern see {@link NumberSeries#PATTERN}
   * @throws io.crmkit.kernel.error.ValidationException where that is no pattern
   */
  public NumberSeries define(String code, String pattern) {
    return space.call(
        work -> {
          Records<NumberSeries> series = work.records(NumberSeries.TYPE);
          Optional<NumberSeries> found = series.where(NumberSeries.CODE.is(code)).first();
          return found.isPresent()
              ? series.update(found.get(), d -> d.set(NumberSeries.PATTERN, pattern))
              : series.create(
                  d -> d.set(NumberSeries.CODE, code).set(NumberSeries.PATTERN, pattern));
        });
  }

  /**
   * Lets a series go on with a number, such as one more than the last in the system before this
   * one. With a pattern that begins anew each year it is for the current one.
   *
   * @param next the next number, not smaller than without this
   * @throws NotFoundException where the series has not been defined
   * @throws InvalidRequestException where the number has been taken already
   */
  public NumberCounter startAt(String code, long next) {
    return space.call(work -> startAt(work, code, next));
  }

  private static NumberCounter startAt(Workspace unit, String code, long next) {
    Counters counters = new Counters(unit);
    NumberSeries series =
        counters
            .find(code)
            .orElseThrow(() -> NotFoundException.named("number_series", code, List.of()));
    Records<NumberCounter> asked = unit.records(NumberCounter.TYPE);
    long year = counters.year(new NumberPattern(series.require(NumberSeries.PATTERN)));
    NumberCounter counter = counters.counter(series.ref(), year);
    if (next < (counter == null ? 1 : counter.require(NumberCounter.NEXT))) {
      throw new InvalidRequestException("numbering.taken", next, code);
    }
    return counter == null
        ? Counters.begin(asked, series.ref(), year, next)
        : Counters.advance(asked, counter, next);
  }
}
