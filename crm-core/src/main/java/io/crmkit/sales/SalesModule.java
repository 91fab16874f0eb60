package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Overlaps;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.OrgModule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Pipelines, opportunities and the history of their stages. */
public final class SalesModule implements CrmModule {
  private record Revision(String tenant, Ref<Pipeline> pipeline) {}

  /** A revision never changes and its identity is never used again, so this is never wrong. */
  private final Map<Revision, Stages> stages = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "sales";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        Pipeline.TYPE,
        Stage.TYPE,
        Opportunity.TYPE,
        StageChange.TYPE,
        DealRole.TYPE,
        OpportunityChange.TYPE,
        PlaybookItem.TYPE,
        PlaybookMark.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "lead_source",
        List.of("website", "referral", "campaign", "event", "phone", "partner", "other"));
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Opportunity.TYPE, OrgModule.ownedByActor(Opportunity.OWNER))
        .beforeCommit(Stage.TYPE, SalesModule::keepStages)
        .beforeCommit(PlaybookItem.TYPE, SalesModule::checkPlace)
        .beforeCommit(Opportunity.TYPE, StageGate::check)
        .beforeCommit(Opportunity.TYPE, OpportunityChange::note);
    Overlaps.refused(hooks, DealRole.DEF, DealRole.PERIOD, DealRole.TURNS);
  }

  private static void keepStages(Workspace space, @Nullable Stage before, @Nullable Stage after) {
    if (before != null && (after == null || after.deleted())) {
      throw new InvalidRequestException("sales.stage_stays", before.code());
    }
  }

  /** An item is made for a stage of a pipeline as it is; afterwards it may outlive both. */
  private static void checkPlace(
      Workspace space, @Nullable PlaybookItem before, @Nullable PlaybookItem after) {
    if (before == null && after != null) {
      Revisions revisions = new Revisions(space);
      revisions
          .stages(revisions.current(after.require(PlaybookItem.PIPELINE)))
          .get(after.require(PlaybookItem.STAGE));
    }
  }

  Stages stages(Workspace space, Ref<Pipeline> pipeline) {
    Revision revision = new Revision(space.context().tenant(), pipeline);
    Stages known = stages.get(revision);
    if (known == null) {
      known =
          new Stages(
              new Revisions(space).get(pipeline),
              space
                  .own(Stage.DEF, Stage.TYPE)
                  .where(Stage.PIPELINE.is(pipeline))
                  .orderBy(Stage.POSITION.asc())
                  .list());
      if (!known.all().isEmpty()) {
        stages.put(revision, known);
      }
    }
    return known;
  }
}
