package io.crmkit.examples.aftersale;

import io.crmkit.Session;
import io.crmkit.document.HtmlPrinter;
import io.crmkit.document.Letterhead;
import io.crmkit.quote.Quote;
import java.util.List;
import java.util.Optional;

/** Prints the quote of the demo. */
public final class QuotePage {
  private static final Letterhead FROM =
      new Letterhead(
          "Nordlicht Systems GmbH",
          "Pumps, valves and the software for them",
          List.of("Speicherstraße 12 · 20457 Hamburg", "Germany", "sales@nordlicht.example"),
          List.of("VAT DE123456789", "Hamburg HRB 12345"),
          Letterhead.BLUE);

  private QuotePage() {}

  /** The current revision of the first quote as an HTML page in UTF-8; empty without a quote. */
  public static Optional<byte[]> of(Session session) {
    return session
        .quotes()
        .where(Quote.CURRENT.is(true))
        .orderBy(Quote.NUMBER.asc())
        .first()
        .map(quote -> HtmlPrinter.standard().print(session.quotes().print(quote, FROM)));
  }
}
