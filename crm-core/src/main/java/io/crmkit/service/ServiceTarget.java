package io.crmkit.service;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** In how much working time cases of one priority have to be answered and resolved. */
public final class ServiceTarget extends Entity<ServiceTarget> {
  static final Definition<ServiceTarget> DEF = Definition.of("service_target", ServiceTarget::new);

  private static final long YEARS = 10L * 366 * 24 * 60;

  /** Of which level. */
  public static final RefField<ServiceTarget, ServiceLevel> LEVEL =
      DEF.ref("level", () -> ServiceLevel.TYPE).required().immutable().add();

  /** For cases of this priority. */
  public static final ChoiceField<ServiceTarget, Priority> PRIORITY =
      DEF.choice("priority", Priority.class).required().immutable().add();

  /** Minutes until the first answer; missing where none is promised. */
  public static final NumberField<ServiceTarget, Long> RESPONSE_MINUTES =
      DEF.integer("response_minutes").atLeast(1L).atMost(YEARS).add();

  /** Minutes until the resolution; missing where none is promised. */
  public static final NumberField<ServiceTarget, Long> RESOLUTION_MINUTES =
      DEF.integer("resolution_minutes").atLeast(1L).atMost(YEARS).add();

  /** The type. */
  public static final EntityType<ServiceTarget> TYPE =
      DEF.partOf(LEVEL).unique("level_priority", LEVEL, PRIORITY).seal();

  private ServiceTarget(Snapshot snapshot) {
    super(snapshot);
  }
}
