package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
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
   * @throws InvalidRequestException where that is no number
   */
  public PipelineDraft open(String code, String stageName, String probability) {
    steps.add(new Step(code, stageName, StageCategory.OPEN, number(probability)));
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

  private static BigDecimal number(String text) {
    try {
      return Kinds.DECIMAL.parse(text);
    } catch (Refused bad) {
      throw new InvalidRequestException("sales.probability", text);
    }
  }

  String nameOr(String code) {
    return name == null ? code : name;
  }

  List<Step> steps() {
    return steps;
  }

  /** Refuses a plan that nothing could pass through. */
  void check() {
    for (StageCategory category : StageCategory.values()) {
      if (steps.stream().noneMatch(step -> step.category() == category)) {
        throw new InvalidRequestException("sales.stage_needed", category);
      }
    }
  }
}
