package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages that an opportunity has passed elsewhere, in order, with the moments it entered them
 * as far as they are known. Immutable.
 */
public final class StageTrail {
  record Step(String stage, @Nullable Instant at) {}

  private final List<Step> steps;

  private StageTrail(List<Step> steps) {
    this.steps = steps;
  }

  /** Entered the pipeline in {@code stage}, nobody knows when: no fact is recorded of that. */
  public static StageTrail in(String stage) {
    return new StageTrail(List.of(new Step(stage, null)));
  }

  /** Entered the pipeline in {@code stage} at a known moment. */
  public static StageTrail in(String stage, Instant at) {
    return new StageTrail(List.of(new Step(stage, at)));
  }

  /**
   * Then entered {@code stage}.
   *
   * @throws InvalidRequestException where that was before the step before
   */
  public StageTrail then(String stage, Instant at) {
    Instant before = last().at();
    if (before != null && at.isBefore(before)) {
      throw new InvalidRequestException("sales.trail", stage, at, last().stage(), before);
    }
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(stage, at));
    return new StageTrail(List.copyOf(longer));
  }

  List<Step> steps() {
    return steps;
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }
}
