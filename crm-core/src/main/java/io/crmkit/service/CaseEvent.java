package io.crmkit.service;

import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Ref;
import io.crmkit.org.User;
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
