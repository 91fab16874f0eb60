package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The next revision of a pipeline in the making: stages in order. Not thread-safe. */
public final class PipelineDraft {
  record Step(
      String code, String name, StageCategory category, BigDecimal probability, StageRules rules) {}

  private final List<Step> steps = new ArrayList<>();
  private @Nullable String name;
  private Rollback rollback = Rollback.ALLOWED;

  PipelineDraft() {}

  /** The name that people read; the code unless said. */
  public PipelineDraft name(String text) {
    name = text;
    return this;
  }

  /** Whether opportunities may go back; they may unless said. */
  public PipelineDraft rollback(Rollback policy) {
    rollback = policy;
    return this;
  }

  /**
   * Adds an open stage.
   *
   * @param probability how likely a deal there is won, from 0 to 1, for example {@code "0.25"}
   * @throws InvalidRequestException where that is no number
   */
  public PipelineDraft open(String code, String stageName, String probability) {
    return open(code, stageName, probability, rules -> {});
  }

  /** Adds an open stage that asks something of the deals in it. */
  public PipelineDraft open(
      String code, String stageName, String probability, Consumer<StageRules> rules) {
    return add(code, stageName, StageCategory.OPEN, number(probability), rules);
  }

  /** Adds a stage for deals that are won. */
  public PipelineDraft won(String code, String stageName) {
    return won(code, stageName, rules -> {});
  }

  /** Adds a stage for deals that are won, which asks something of them. */
  public PipelineDraft won(String code, String stageName, Consumer<StageRules> rules) {
    return add(code, stageName, StageCategory.WON, BigDecimal.ONE, rules);
  }

  /** Adds a stage for deals that are lost. */
  public PipelineDraft lost(String code, String stageName) {
    return lost(code, stageName, rules -> {});
  }

  /** Adds a stage for deals that are lost, which asks something of them. */
  public PipelineDraft lost(String code, String stageName, Consumer<StageRules> rules) {
    return add(code, stageName, StageCategory.LOST, BigDecimal.ZERO, rules);
  }

  private PipelineDraft add(
      String code,
      String stageName,
      StageCategory category,
      BigDecimal probability,
      Consumer<StageRules> filling) {
    StageRules rules = new StageRules();
    filling.accept(rules);
    steps.add(new Step(code, stageName, category, probability, rules));
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

  Rollback rollback() {
    return rollback;
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
    Set<String> codes = new LinkedHashSet<>();
    for (Step step : steps) {
      if (!codes.add(step.code())) {
        throw new InvalidRequestException("sales.stage_twice", step.code());
      }
    }
    for (Step step : steps) {
      if (!codes.containsAll(step.rules().ways())) {
        throw new InvalidRequestException(
            "sales.leads_nowhere", step.code(), step.rules().ways(), codes);
      }
    }
  }
}
