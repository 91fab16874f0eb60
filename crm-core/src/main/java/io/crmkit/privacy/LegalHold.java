package io.crmkit.privacy;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/** A record that must be kept, such as for a law suit, until the hold is deleted. */
public final class LegalHold extends Entity<LegalHold> {
  static final Definition<LegalHold> DEF = Definition.of("legal_hold", LegalHold::new).namedOnly();

  /** The type of the record. */
  public static final TextField<LegalHold> SUBJECT_TYPE =
      DEF.text("subject_type").required().max(48).managed().notPersonal().add();

  /** The identity of the record. */
  public static final ValueField<LegalHold, UUID> SUBJECT_ID =
      DEF.uuid("subject_id").required().indexed().managed().add();

  /** Why, such as the number of the case. */
  public static final TextField<LegalHold> REASON =
      DEF.text("reason").required().max(500).managed().notPersonal().add();

  /** The type. */
  public static final EntityType<LegalHold> TYPE = DEF.seal();

  private LegalHold(Snapshot snapshot) {
    super(snapshot);
  }
}
