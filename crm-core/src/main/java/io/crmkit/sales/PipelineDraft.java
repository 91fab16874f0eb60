package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next revision of a pipeline in the making: stages in order. Not thread-safe. */
public final class PipelineDraft {
  record Step(String code, String name, StageCategory category, BigDecimal probability) {}

  private final List<Step> steps = new ArrayList<>();
  private @Nullable String name;

  PipelineDraft() {}

  /** The name that people read; the code unless said. */
  public PipelineDraft name(String text) {
    name = text;
    return this;
  }

  /**
   * Adds an open stage.
   *
   * @param probability how likely a deal there is won, from 0 to 1, for example {@code "0.25"}
   */
  public PipelineDraft open(String code, String stageName, String probability) {
    steps.add(new Step(code, stageName, StageCategory.OPEN, new BigDecimal(probability)));
    return this;
  }

  /** Adds a stage for deals that are won. */
  public PipelineDraft won(String code, String stageName) {
    steps.add(new Step(code, stageName, StageCategory.WON, BigDecimal.ONE));
    return this;
  }

  /** Adds a stage for deals that are lost. */
  public PipelineDraft lost(String code, String stageName) {
    steps.add(new Step(code, stageName, StageCategory.LOST, BigDecimal.ZERO));
    return this;
  }

  String nameOr(String code) {
    return name == null ? code : name;
  }

  List<Step> steps() {
    for (StageCategory category : StageCategory.values()) {
      if (steps.stream().noneMatch(step -> step.category() == category)) {
        throw new InvalidRequestException("sales.stage_needed", category);
      }
    }
    return steps;
  }
}
