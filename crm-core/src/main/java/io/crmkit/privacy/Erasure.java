package io.crmkit.privacy;

import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The erasure of what is kept about a person, and in the end the receipt for it: when, why, and how
 * much of what. It has no personal data in it.
 */
public final class Erasure extends Entity<Erasure> {
  /** How far it is. */
  public enum State {
    /** Under way; what was interrupted is gone on with by the job. */
    RUNNING,
    /** Done but for what has to be kept; the job erases that when its time is over. */
    WAITING,
    /** Done. */
    DONE
  }

  static final Definition<Erasure> DEF = Definition.of("erasure", Erasure::new).namedOnly();

  /** The type of the person's record. */
  public static final TextField<Erasure> SUBJECT_TYPE =
      DEF.text("subject_type").required().max(48).managed().notPersonal().add();

  /** The identity of the person's record. */
  public static final ValueField<Erasure, UUID> SUBJECT_ID =
      DEF.uuid("subject_id").required().indexed().managed().add();

  /** Why, as somebody said it; missing where a rule of retention decided. */
  public static final TextField<Erasure> GROUND =
      DEF.text("ground").max(200).managed().notPersonal().add();

  /** The name of the rule of retention that decided; missing where somebody asked for it. */
  public static final TextField<Erasure> RULE =
      DEF.text("retention_rule").max(100).managed().notPersonal().add();

  /** How far it is. */
  public static final ChoiceField<Erasure, State> STATE =
      DEF.choice("state", State.class).required().indexed().managed().add();

  /** When it was done. */
  public static final InstantField<Erasure> DONE_AT = DEF.instant("done_at").managed().add();

  /** When the job looks again whether anything still has to be kept; missing where nothing has. */
  public static final InstantField<Erasure> RESUMES_AT =
      DEF.instant("resumes_at").managed().indexed().add();

  /** How many of what: an object of numbers. */
  public static final ValueField<Erasure, Json> COUNTS =
      DEF.json("counts").managed().notPersonal().add();

  /** The type. */
  public static final EntityType<Erasure> TYPE =
      DEF.rule("ground", GROUND, its -> (its.get(GROUND) == null) != (its.get(RULE) == null))
          .seal();

  private Erasure(Snapshot snapshot) {
    super(snapshot);
  }

  /**
   * Why: as somebody said it or, where a rule of retention decided, in the language of {@code
   * locale}.
   */
  public String ground(Locale locale) {
    String ground = get(GROUND);
    return ground == null ? Messages.text(locale, "privacy.ground_rule", get(RULE)) : ground;
  }

  /**
   * How much was erased: by name of the record type how many records, under {@code history} how
   * many facts about them lost their values, under {@code suppression} by how many marks the person
   * will be recognised, under {@code kept} how many records have to stay for now, and by name of
   * other stores how many things there.
   */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    Json json = get(COUNTS);
    if (json != null) {
      json.toMap().forEach((name, value) -> counts.put(name, ((BigDecimal) value).longValue()));
    }
    return counts;
  }

  /** True once nothing is left to do. */
  public boolean isDone() {
    return require(STATE) == State.DONE;
  }
}
