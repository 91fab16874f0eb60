package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stage asks of the opportunities in it, in the making. Not thread-safe. */
public final class StageRules {
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<String> ways = new LinkedHashSet<>();
  private final List<ExitCriterion> exits = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private @Nullable Condition<Opportunity> guard;

  StageRules() {}

  /** An opportunity in this stage has a value in each of {@code fields}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final StageRules requires(Field<Opportunity, ?>... fields) {
    for (Field<Opportunity, ?> field : fields) {
      required.add(field.name());
    }
    return this;
  }

  /** An opportunity in this stage meets {@code condition}, whoever looks at it. */
  public StageRules guard(Condition<Opportunity> condition) {
    guard = guard == null ? condition : guard.and(condition);
    return this;
  }

  /**
   * As {@link #guard(Condition)}.
   *
   * @param sentence what is asked for, in the words of the sellers: what a refusal says instead of
   *     the condition, up to 500 characters for all guards of the stage together
   */
  public StageRules guard(Condition<Opportunity> condition, String sentence) {
    sentences.add(sentence);
    return guard(condition);
  }

  /** From here an opportunity moves to these stages alone; to any where none is named. */
  public StageRules leadsTo(String... stages) {
    Collections.addAll(ways, stages);
    return this;
  }

  /**
   * Something that has to be confirmed before an opportunity leaves this stage forwards, see {@link
   * SalesPipeline#confirm}.
   *
   * @param code names it within the stage, without line breaks, up to 45 characters
   * @param sentence what has to be so, in the words of the sellers
   * @throws InvalidRequestException where the stage has a criterion of that code
   */
  public StageRules exit(String code, String sentence) {
    if (exits.stream().anyMatch(known -> known.code().equals(code))) {
      throw new InvalidRequestException("sales.exit_twice", code);
    }
    exits.add(new ExitCriterion(code, sentence));
    return this;
  }

  Set<String> ways() {
    return ways;
  }

  void writeTo(Draft<Stage> d) {
    d.set(Stage.REQUIRES, required).set(Stage.LEADS_TO, ways);
    if (!exits.isEmpty()) {
      d.set(Stage.EXIT_CRITERIA, ExitCriterion.write(exits));
    }
    if (guard != null) {
      d.set(Stage.GUARD, ConditionJson.write(guard));
    }
    if (!sentences.isEmpty()) {
      d.set(Stage.GUARD_SENTENCE, String.join(" ", sentences));
    }
  }
}
