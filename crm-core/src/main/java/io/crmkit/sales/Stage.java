package io.crmkit.sales;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stage of one revision of a pipeline. Never changes. */
public final class Stage extends Entity<Stage> {
  static final Definition<Stage> DEF = Definition.of("stage", Stage::new);

  /** The revision it belongs to. */
  public static final RefField<Stage, Pipeline> PIPELINE =
      DEF.ref("pipeline", () -> Pipeline.TYPE).required().immutable().managed().add();

  /** The code, for example {@code "negotiation"}. */
  public static final TextField<Stage> CODE =
      DEF.text("code").required().max(50).immutable().managed().add();

  /** The name. */
  public static final TextField<Stage> NAME =
      DEF.text("name").required().max(100).immutable().managed().add();

  /** The place in the pipeline, from 1. */
  public static final NumberField<Stage, Long> POSITION =
      DEF.integer("position").required().immutable().managed().add();

  /** What it means. */
  public static final ChoiceField<Stage, StageCategory> CATEGORY =
      DEF.choice("category", StageCategory.class).required().immutable().managed().add();

  /** How likely a deal in this stage is won, from 0 to 1. */
  public static final NumberField<Stage, BigDecimal> PROBABILITY =
      DEF.decimal("probability")
          .required()
          .atLeast(BigDecimal.ZERO)
          .atMost(BigDecimal.ONE)
          .immutable()
          .managed()
          .add();

  /** The names of the fields that an opportunity in this stage has a value in. */
  public static final TagsField<Stage> REQUIRES = DEF.tags("requires").immutable().managed().add();

  /** The codes of the stages that an opportunity may move to from here; any where there is none. */
  public static final TagsField<Stage> LEADS_TO = DEF.tags("leads_to").immutable().managed().add();

  /** What an opportunity in this stage meets: a condition in its JSON form. */
  public static final TextField<Stage> GUARD = DEF.longText("guard").immutable().managed().add();

  /** What the guard asks for, in the words of the sellers. */
  public static final TextField<Stage> GUARD_SENTENCE =
      DEF.text("guard_sentence").max(500).immutable().managed().add();

  /** What has to be confirmed before an opportunity leaves this stage forwards. */
  public static final ValueField<Stage, Json> EXIT_CRITERIA =
      DEF.json("exit_criteria").immutable().managed().add();

  /** The type. */
  public static final EntityType<Stage> TYPE =
      DEF.partOf(PIPELINE).unique("code", PIPELINE, CODE).seal();

  private Stage(Snapshot snapshot) {
    super(snapshot);
  }

  /** What has to be confirmed before an opportunity leaves this stage forwards, in order. */
  public List<ExitCriterion> exitCriteria() {
    return ExitCriterion.read(get(EXIT_CRITERIA));
  }

  /** The code, for the feature itself, whatever the reader may see. */
  String code() {
    return raw(CODE);
  }

  StageCategory category() {
    return raw(CATEGORY);
  }

  BigDecimal probability() {
    return raw(PROBABILITY);
  }

  long position() {
    return raw(POSITION);
  }

  Set<String> requires() {
    return orNone(REQUIRES);
  }

  Set<String> leadsTo() {
    return orNone(LEADS_TO);
  }

  @Nullable String guard() {
    return GUARD.of(snapshot().row());
  }

  @Nullable String guardSentence() {
    return GUARD_SENTENCE.of(snapshot().row());
  }

  List<ExitCriterion> exits() {
    return ExitCriterion.read(EXIT_CRITERIA.of(snapshot().row()));
  }

  private Set<String> orNone(TagsField<Stage> field) {
    Set<String> tags = field.of(snapshot().row());
    return tags == null ? Set.of() : tags;
  }

  private <T> T raw(Field<Stage, T> field) {
    return Objects.requireNonNull(field.of(snapshot().row()), field::name);
  }
}
