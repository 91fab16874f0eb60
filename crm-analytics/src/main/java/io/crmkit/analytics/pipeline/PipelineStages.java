package io.crmkit.analytics.pipeline;

import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.sales.Opportunity;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.SalesPipeline;
import io.crmkit.sales.Stage;
import io.crmkit.sales.StageCategory;
import java.util.ArrayList;
import java.util.List;

/** The stages of a pipeline over all its revisions: a stage is known by its code. */
final class PipelineStages {
  private final List<Ref<Pipeline>> revisions = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();

  private PipelineStages() {}

  /**
   * @throws NotFoundException where the actor sees no pipeline of that code; names those there are
   */
  static PipelineStages of(Workspace space, String pipeline) {
    SalesPipeline sales = new SalesPipeline(space);
    PipelineStages all = new PipelineStages();
    space
        .records(Pipeline.TYPE)
        .where(Pipeline.CODE.is(pipeline))
        .withDeleted()
        .orderBy(Pipeline.REVISION.desc())
        .list()
        .forEach(revision -> all.add(revision.ref(), sales.stages(revision.ref()).all()));
    if (all.revisions.isEmpty()) {
      throw NotFoundException.named("pipeline", pipeline, known(space));
    }
    return all;
  }

  private static List<String> known(Workspace space) {
    return space
        .records(Pipeline.TYPE)
        .query()
        .groupBy(Pipeline.CODE)
        .measure(Measure.count())
        .stream()
        .map(group -> String.valueOf(group.get(Pipeline.CODE)))
        .toList();
  }

  /** Adds an older revision: a stage that is new comes behind the one before it there. */
  private void add(Ref<Pipeline> revision, List<Stage> itsStages) {
    revisions.add(revision);
    int place = 0;
    for (Stage stage : itsStages) {
      int known = indexOf(stages, stage.require(Stage.CODE));
      if (known < 0) {
        stages.add(place, stage);
        place++;
      } else {
        place = known + 1;
      }
    }
  }

  private static int indexOf(List<Stage> stages, String code) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).require(Stage.CODE).equals(code)) {
        return i;
      }
    }
    return -1;
  }

  /** The deals that are in one of the revisions. */
  Condition<Opportunity> deals() {
    return Opportunity.PIPELINE.in(revisions);
  }

  /** All stages, as the newest revision that has each of them defines it, in order. */
  List<Stage> all() {
    return stages;
  }

  /** The open stages, in order. */
  List<Stage> open() {
    return stages.stream()
        .filter(stage -> stage.require(Stage.CATEGORY) == StageCategory.OPEN)
        .toList();
  }
}
