package io.crmkit.privacy;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/** What is kept about a person is stored and not used (GDPR Art. 18), until this is deleted. */
public final class Restriction extends Entity<Restriction> {
  static final Definition<Restriction> DEF = Definition.of("restriction", Restriction::new);

  /** The type of the person's record. */
  public static final TextField<Restriction> SUBJECT_TYPE =
      DEF.text("subject_type").required().max(48).managed().notPersonal().add();

  /** The identity of the person's record. */
  public static final ValueField<Restriction, UUID> SUBJECT_ID =
      DEF.uuid("subject_id").required().managed().add();

  /** Why, without personal data. */
  public static final TextField<Restriction> REASON =
      DEF.text("reason").required().max(500).managed().notPersonal().add();

  /** The type. */
  public static final EntityType<Restriction> TYPE =
      DEF.unique("once", SUBJECT_ID, SUBJECT_TYPE).seal();

  private Restriction(Snapshot snapshot) {
    super(snapshot);
  }
}
