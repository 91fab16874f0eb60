package io.crmkit.sales;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to opportunities. */
public sealed interface OpportunityEvent extends CrmEvent {
  @Override
  Ref<Opportunity> record();

  /** It moved to another open stage. */
  record Advanced(Ref<Opportunity> record, @Nullable String from, String to)
      implements OpportunityEvent {
    @Override
    public String name() {
      return "opportunity.advanced";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return from == null ? Map.of("to", to) : Map.of("from", from, "to", to);
    }
  }

  /** It was won. */
  record Won(Ref<Opportunity> record) implements OpportunityEvent {
    @Override
    public String name() {
      return "opportunity.won";
    }
  }

  /** It was lost. */
  record Lost(Ref<Opportunity> record) implements OpportunityEvent {
    @Override
    public String name() {
      return "opportunity.lost";
    }
  }

  /** It was won or lost and is open again. */
  record Reopened(Ref<Opportunity> record, String to) implements OpportunityEvent {
    @Override
    public String name() {
      return "opportunity.reopened";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("to", to);
    }
  }
}
