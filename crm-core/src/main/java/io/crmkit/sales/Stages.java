package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The stages of one revision of a pipeline, in order. Immutable. */
public final class Stages {
  private final Pipeline pipeline;
  private final Map<String, Stage> byCode = new LinkedHashMap<>();

  Stages(Pipeline pipeline, List<Stage> inOrder) {
    this.pipeline = pipeline;
    inOrder.forEach(stage -> byCode.put(stage.code(), stage));
  }

  /** The revision. */
  public Ref<Pipeline> pipeline() {
    return pipeline.ref();
  }

  Rollback rollback() {
    return Objects.requireNonNull(Pipeline.ROLLBACK.of(pipeline.snapshot().row()));
  }

  /** All stages, in order. */
  public List<Stage> all() {
    return List.copyOf(byCode.values());
  }

  /** The stages of one category, in order. */
  public List<Stage> of(StageCategory category) {
    return all().stream().filter(stage -> stage.category() == category).toList();
  }

  /**
   * A stage by its code.
   *
   * @throws NotFoundException where there is none; names those there are
   */
  public Stage get(String code) {
    Stage stage = byCode.get(code);
    if (stage == null) {
      throw NotFoundException.named("stage", code, byCode.keySet());
    }
    return stage;
  }

  /**
   * The first open stage.
   *
   * @throws InvalidRequestException where the actor sees none
   */
  public Stage first() {
    for (Stage stage : byCode.values()) {
      if (stage.category() == StageCategory.OPEN) {
        return stage;
      }
    }
    throw new InvalidRequestException("sales.which_stage", StageCategory.OPEN, List.of());
  }

  /** The one stage of a closed category. */
  Stage only(StageCategory category) {
    List<Stage> stages = of(category);
    if (stages.size() != 1) {
      throw new InvalidRequestException(
          "sales.which_stage", category, stages.stream().map(stage -> stage.code()).toList());
    }
    return stages.get(0);
  }
}
