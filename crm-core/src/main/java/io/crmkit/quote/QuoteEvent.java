package io.crmkit.quote;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to quotes. */
public sealed interface QuoteEvent extends CrmEvent {
  @Override
  Ref<Quote> record();

  /** The number and revision that people know it by. */
  String number();

  @Override
  default Map<String, @Nullable Object> facts() {
    return Map.of("number", number());
  }

  /** A discount was approved. */
  record Approved(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.approved";
    }
  }

  /** It went to the customer. */
  record Sent(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.sent";
    }
  }

  /** The customer agreed. */
  record Accepted(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.accepted";
    }
  }

  /** The customer refused. */
  record Declined(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.declined";
    }
  }

  /** We took it back. */
  record Withdrawn(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.withdrawn";
    }
  }

  /** Its time was over. */
  record Expired(Ref<Quote> record, String number) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.expired";
    }
  }

  /** A new revision, which is the record, took its place. */
  record Revised(Ref<Quote> record, String number, Ref<Quote> before) implements QuoteEvent {
    @Override
    public String name() {
      return "quote.revised";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("number", number, "before", before.id().toString());
    }
  }
}
