package io.crmkit.service;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to cases. */
public sealed interface CaseEvent extends CrmEvent {
  @Override
  Ref<Case> record();

  /** It came in. */
  record Opened(Ref<Case> record) implements CaseEvent {
    @Override
    public String name() {
      return "case.opened";
    }
  }

  /** A message of the customer is in it, the first one or a further one. */
  record Received(Ref<Case> record, Ref<CaseStep> step) implements CaseEvent {
    @Override
    public String name() {
      return "case.received";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("step", step.id().toString());
    }
  }

  /** It is in another state. */
  record Moved(Ref<Case> record, CaseState from, CaseState to) implements CaseEvent {
    @Override
    public String name() {
      return "case.moved";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("from", code(from), "to", code(to));
    }
  }

  /** It has another owner, or none. */
  record Assigned(Ref<Case> record, @Nullable Ref<User> owner) implements CaseEvent {
    @Override
    public String name() {
      return "case.assigned";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return owner == null ? Map.of() : Map.of("owner", owner.id().toString());
    }
  }

  /** Another moment was promised by which it will be dealt with. */
  record Rescheduled(Ref<Case> record, Instant due) implements CaseEvent {
    @Override
    public String name() {
      return "case.rescheduled";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("due", due.toString());
    }
  }

  /** Somebody was asked to help. */
  record Invited(Ref<Case> record, Ref<User> user) implements CaseEvent {
    @Override
    public String name() {
      return "case.invited";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("user", user.id().toString());
    }
  }

  /** Somebody wrote something down for colleagues. */
  record Noted(Ref<Case> record, Ref<CaseStep> step) implements CaseEvent {
    @Override
    public String name() {
      return "case.noted";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("step", step.id().toString());
    }
  }

  /** The customer was answered: a channel sends what the step says. */
  record Replied(Ref<Case> record, Ref<CaseStep> step) implements CaseEvent {
    @Override
    public String name() {
      return "case.replied";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("step", step.id().toString());
    }
  }

  /** It was merged into another. */
  record Merged(Ref<Case> record, Ref<Case> into) implements CaseEvent {
    @Override
    public String name() {
      return "case.merged";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("into", into.id().toString());
    }
  }

  /** It was split off another. */
  record Split(Ref<Case> record, Ref<Case> from) implements CaseEvent {
    @Override
    public String name() {
      return "case.split";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      return Map.of("from", from.id().toString());
    }
  }

  /** A part of the promised time has passed. */
  record Escalated(
      Ref<Case> record,
      TargetKind target,
      long percent,
      @Nullable Ref<User> owner,
      @Nullable Ref<User> informed)
      implements CaseEvent {
    @Override
    public String name() {
      return "case.escalated";
    }

    @Override
    public Map<String, @Nullable Object> facts() {
      Map<String, @Nullable Object> facts = new HashMap<>();
      facts.put("target", code(target));
      facts.put("percent", percent);
      if (owner != null) {
        facts.put("owner", owner.id().toString());
      }
      if (informed != null) {
        facts.put("informed", informed.id().toString());
      }
      return facts;
    }
  }

  private static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
