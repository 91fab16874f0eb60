package io.crmkit.quote;

import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;

/** Lets quotes expire whose last day has passed. */
final class Expiry implements Job {
  @Override
  public String name() {
    return "quote.expiry";
  }

  @Override
  public int runDue(Workspace space) {
    LocalDate yesterday = space.today().minusDays(1);
    return Due.each(
        () ->
            space
                .own(Quote.DEF, Quote.TYPE)
                .where(Quote.STATE.is(QuoteState.SENT), Quote.VALID_UNTIL.atMost(yesterday))
                .orderBy(Quote.VALID_UNTIL.asc()),
        quote -> space.call(work -> expire(work, quote)));
  }

  private static int expire(Workspace work, Quote quote) {
    work.own(Quote.DEF, Quote.TYPE)
        .update(
            quote,
            d ->
                d.unlock(Quote.DEF)
                    .set(Quote.STATE, QuoteState.EXPIRED)
                    .set(Quote.CLOSED_AT, work.now()));
    work.publish(new QuoteEvent.Expired(quote.ref(), quote.fullNumber()));
    return 1;
  }
}
