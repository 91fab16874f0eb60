package io.crmkit.quote;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;

/** Lets quotes expire whose last day has passed. */
final class Expiry implements Job {
  private static final int AT_ONCE = 500;

  @Override
  public String name() {
    return "quote.expiry";
  }

  @Override
  public int runDue(Workspace space) {
    LocalDate yesterday = space.today().minusDays(1);
    int done = 0;
    int before;
    do {
      before = done;
      List<Quote> due =
          space
              .own(Quote.DEF, Quote.TYPE)
              .where(Quote.STATE.is(QuoteState.SENT), Quote.VALID_UNTIL.atMost(yesterday))
              .orderBy(Quote.VALID_UNTIL.asc())
              .limit(AT_ONCE)
              .list();
      for (Quote quote : due) {
        done += expire(space, quote);
      }
    } while (done > before);
    return done;
  }

  private static int expire(Workspace space, Quote quote) {
    try {
      return space.call(
          work -> {
            Records<Quote> quotes = work.own(Quote.DEF, Quote.TYPE);
            quotes.update(
                quote,
                d ->
                    d.unlock(Quote.DEF)
                        .set(Quote.STATE, QuoteState.EXPIRED)
                        .set(Quote.CLOSED_AT, work.now()));
            work.publish(new QuoteEvent.Expired(quote.ref(), quote.fullNumber()));
            return 1;
          });
    } catch (ConflictException somebodyWasFirst) {
      return 0;
    }
  }
}
