package io.crmkit.privacy;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;

/**
 * How long records of a type are kept, and what becomes of them then (GDPR Art. 5), or how long
 * they have to stay (GDPR Art. 17).
 */
public final class RetentionRule extends Entity<RetentionRule> {
  /** What becomes of a record, or keeps it until then. */
  public enum Action {
    /**
     * What it says about people is erased, with the files and the like that hang on it; a person is
     * erased as if they had asked for it.
     */
    ERASE,
    /** It is destroyed, with the files and the like that hang on it. */
    PURGE,
    /**
     * Until then it stays, with what is about it, even where somebody has asked to be erased: a law
     * demands it. The name of the rule is the ground.
     */
    KEEP
  }

  static final Definition<RetentionRule> DEF =
      Definition.of("retention_rule", RetentionRule::new).namedOnly();

  /** The name, which receipts give as the ground. */
  public static final TextField<RetentionRule> NAME =
      DEF.text("name").required().max(100).unique().notPersonal().add();

  /** The name of the record type. */
  public static final TextField<RetentionRule> RECORD_TYPE =
      DEF.text("record_type").required().max(48).immutable().notPersonal().add();

  /** Which records, as JSON; all of them where missing. */
  public static final ValueField<RetentionRule, Json> CONDITION =
      DEF.json("condition").notPersonal().add();

  /** So many days after its last change a record's time is over. */
  public static final NumberField<RetentionRule, Long> DAYS =
      DEF.integer("days").required().atLeast(0L).add();

  /** What becomes of it. */
  public static final ChoiceField<RetentionRule, Action> ACTION =
      DEF.choice("action", Action.class).required().add();

  /** The rule is in force; without, it can only be tried out. */
  public static final ValueField<RetentionRule, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(false).add();

  /** The type. */
  public static final EntityType<RetentionRule> TYPE = DEF.seal();

  private RetentionRule(Snapshot snapshot) {
    super(snapshot);
  }
}
