package io.crmkit.service;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CountedParts;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgModule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Cases, queues, service levels and escalation. */
public final class ServiceModule implements CrmModule {
  private final Map<String, Levels> levels = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "service";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        ServiceLevel.TYPE,
        ServiceTarget.TYPE,
        CaseQueue.TYPE,
        EscalationRung.TYPE,
        QueueMember.TYPE,
        Case.TYPE,
        CaseStep.TYPE,
        CaseLink.TYPE,
        Collaborator.TYPE,
        CaseMessage.TYPE,
        Escalation.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "case_channel",
        List.of("phone", "mail", "form", "social", "chat", "visit", "other"),
        "case_kind",
        List.of("complaint", "request", "question", "fault", "other"),
        "case_severity",
        List.of("minor", "major", "critical"));
  }

  @Override
  public List<Job> jobs() {
    return List.of(new LevelJob(), new EscalationJob());
  }

  @Override
  public void register(Hooks hooks) {
    CountedParts<ServiceLevel> parts =
        new CountedParts<>(ServiceLevel.DEF, ServiceLevel.TYPE, ServiceLevel.REVISION);
    parts.count(hooks, ServiceTarget.TYPE, ServiceTarget.LEVEL);
    parts.count(hooks, EscalationRung.TYPE, EscalationRung.LEVEL);
    hooks
        .prepare(ServiceLevel.TYPE, ServiceModule::check)
        .prepare(Case.TYPE, (space, draft) -> draft.unlock(Case.DEF))
        .prepare(Case.TYPE, OrgModule.ownedByActor(Case.OWNER))
        .prepare(Case.TYPE, (space, draft) -> new Clocks(space).fill(draft));
  }

  /** Refuses a level that no case could be measured by. */
  private static void check(Workspace space, Draft<ServiceLevel> draft) {
    String condition = draft.get(ServiceLevel.CONDITION);
    if (condition != null && draft.isTouched(ServiceLevel.CONDITION)) {
      ConditionJson.read(Case.TYPE, condition, space.layout());
    }
    Set<String> paused = draft.get(ServiceLevel.PAUSED_IN);
    if (paused != null) {
      Set<String> unknown = new HashSet<>(paused);
      for (CaseState state : CaseState.values()) {
        unknown.remove(state.name().toLowerCase(Locale.ROOT));
      }
      if (!unknown.isEmpty()) {
        throw new InvalidRequestException("service.paused_in", unknown);
      }
    }
  }

  Levels levels(Workspace space) {
    String tenant = space.context().tenant();
    @Nullable Levels known = levels.get(tenant);
    Levels current = Levels.current(space, known);
    if (current.settled()) {
      levels.put(tenant, current);
    }
    return current;
  }
}
