package io.crmkit.service;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** One case relates to another. */
public final class CaseLink extends Entity<CaseLink> {
  static final Definition<CaseLink> DEF = Definition.of("case_link", CaseLink::new);

  /** The case. */
  public static final RefField<CaseLink, Case> CASE =
      DEF.ref("service_case", () -> Case.TYPE).required().managed().add();

  /** The other. */
  public static final RefField<CaseLink, Case> OTHER =
      DEF.ref("other", () -> Case.TYPE).required().managed().add();

  /** How the case relates to the other. */
  public static final ChoiceField<CaseLink, LinkKind> KIND =
      DEF.choice("kind", LinkKind.class).required().managed().add();

  /** The type. */
  public static final EntityType<CaseLink> TYPE =
      DEF.partOf(CASE, OTHER).unique("pair", CASE, OTHER, KIND).seal();

  private CaseLink(Snapshot snapshot) {
    super(snapshot);
  }
}
