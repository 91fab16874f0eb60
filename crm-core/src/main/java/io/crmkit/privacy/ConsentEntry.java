package io.crmkit.privacy;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/**
 * A fact: a person has given a consent for a purpose, or taken it back (GDPR Art. 7). Written once,
 * never changed; it stays when the person is erased, since it proves what was allowed until then,
 * and names the person by identity alone.
 */
public final class ConsentEntry extends Entity<ConsentEntry> {
  /** On what the processing rests (GDPR Art. 6). */
  public enum LegalBasis {
    /** The person has agreed. */
    CONSENT,
    /** It is needed for a contract with the person. */
    CONTRACT,
    /** A law demands it. */
    LEGAL_OBLIGATION,
    /** It protects somebody's life. */
    VITAL_INTEREST,
    /** It is in the public interest. */
    PUBLIC_INTEREST,
    /** An interest of ours outweighs. */
    LEGITIMATE_INTEREST
  }

  static final Definition<ConsentEntry> DEF =
      Definition.of("consent_entry", ConsentEntry::new).journal();

  /** The type of the person's record. */
  public static final TextField<ConsentEntry> SUBJECT_TYPE =
      DEF.text("subject_type").required().max(48).managed().notPersonal().add();

  /** The identity of the person's record. */
  public static final ValueField<ConsentEntry, UUID> SUBJECT_ID =
      DEF.uuid("subject_id").required().indexed().managed().add();

  /** What for: a code of {@code consent_purpose}. */
  public static final TextField<ConsentEntry> PURPOSE =
      DEF.code("purpose", "consent_purpose").required().managed().add();

  /** True where it was given, false where it was refused or taken back. */
  public static final ValueField<ConsentEntry, Boolean> GRANTED =
      DEF.yesNo("granted").required().managed().add();

  /** On what the processing rests. */
  public static final ChoiceField<ConsentEntry, LegalBasis> LEGAL_BASIS =
      DEF.choice("legal_basis", LegalBasis.class)
          .required()
          .managed()
          .defaultTo(LegalBasis.CONSENT)
          .add();

  /** Where it was given, for example {@code "web form"}. */
  public static final TextField<ConsentEntry> SOURCE =
      DEF.text("source").required().managed().notPersonal().add();

  /** From when it holds. */
  public static final InstantField<ConsentEntry> SINCE =
      DEF.instant("since").required().managed().add();

  /** Which text the person has agreed to. */
  public static final TextField<ConsentEntry> TEXT_VERSION =
      DEF.text("text_version").managed().notPersonal().add();

  /** Until when it holds; without end where missing. */
  public static final InstantField<ConsentEntry> EXPIRES_AT =
      DEF.instant("expires_at").managed().add();

  /** The type. */
  public static final EntityType<ConsentEntry> TYPE = DEF.seal();

  private ConsentEntry(Snapshot snapshot) {
    super(snapshot);
  }
}
