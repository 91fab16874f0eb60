package io.crmkit.service;

import io.crmkit.calendar.BusinessCalendar;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.Set;

/**
 * What is promised about cases, to whom: {@linkplain ServiceTarget targets} for each priority, and
 * a {@linkplain EscalationRung ladder}. Of several that a case meets the first by position holds.
 */
public final class ServiceLevel extends Entity<ServiceLevel> {
  static final Definition<ServiceLevel> DEF = Definition.of("service_level", ServiceLevel::new);

  /** The code, for example {@code "gold"}. */
  public static final TextField<ServiceLevel> CODE =
      DEF.text("code").required().max(50).unique().add();

  /** The name. */
  public static final TextField<ServiceLevel> NAME = DEF.text("name").required().max(200).add();

  /** The order in which levels are tried. */
  public static final NumberField<ServiceLevel, Long> POSITION =
      DEF.integer("position").required().defaultTo(100L).add();

  /**
   * For which cases it holds: a condition on cases as {@link io.crmkit.kernel.query.ConditionJson}
   * reads it; missing for all.
   */
  public static final TextField<ServiceLevel> CONDITION = DEF.longText("condition").add();

  /** When work is done; missing where it is done day and night. */
  public static final RefField<ServiceLevel, BusinessCalendar> CALENDAR =
      DEF.ref("calendar", () -> BusinessCalendar.TYPE).add();

  /** The codes of the states in which the clock stands still. */
  public static final TagsField<ServiceLevel> PAUSED_IN =
      DEF.tags("paused_in").defaultTo(Set.of("waiting_customer", "on_hold")).add();

  /** Holds now. */
  public static final ValueField<ServiceLevel, Boolean> ACTIVE =
      DEF.yesNo("active").required().defaultTo(true).add();

  /** Goes up whenever a target or the ladder changes. */
  public static final NumberField<ServiceLevel, Long> REVISION =
      DEF.integer("revision").required().defaultTo(1L).managed().add();

  /** The type. */
  public static final EntityType<ServiceLevel> TYPE = DEF.seal();

  private ServiceLevel(Snapshot snapshot) {
    super(snapshot);
  }
}
