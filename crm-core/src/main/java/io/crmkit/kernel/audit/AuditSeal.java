package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import java.util.UUID;

/**
 * A link of the chain that shows whether somebody has tampered with the audit: it names, in order,
 * a number of audited facts and carries the hash over them and all before. When it was made is
 * {@code created_at}. What is hashed is said at {@link AuditHash}.
 */
public final class AuditSeal extends Entity<AuditSeal> {
  private static final Definition<AuditSeal> DEF =
      Definition.of("audit_seal", AuditSeal::new).journal();

  /** Which seal of the tenant it is, from 1, without gaps; of two sealers at once one wins. */
  public static final NumberField<AuditSeal, Long> NUMBER =
      DEF.integer("number").required().unique().managed().add();

  /** How many facts are sealed by this seal and all before. */
  public static final NumberField<AuditSeal, Long> SEALED =
      DEF.integer("sealed").required().managed().add();

  /** The facts looked at were those with a greater identity; missing where it was all of them. */
  public static final ValueField<AuditSeal, UUID> BEHIND = DEF.uuid("behind").managed().add();

  /** The greatest identity of a fact that this seal or one before it names. */
  public static final ValueField<AuditSeal, UUID> UP_TO =
      DEF.uuid("up_to").required().managed().add();

  /** The facts in order, in the form of {@link SealedFacts}. */
  public static final TextField<AuditSeal> FACTS = DEF.longText("facts").required().managed().add();

  /** The hash of the last of them, hexadecimal. */
  public static final TextField<AuditSeal> HEAD =
      DEF.text("head").required().max(64).managed().add();

  /** The name of the host's key; missing where the host has given none. */
  public static final TextField<AuditSeal> KEY = DEF.text("key").max(100).managed().add();

  /** The keyed hash over this seal, hexadecimal; missing without a key. */
  public static final TextField<AuditSeal> MAC = DEF.text("mac").max(64).managed().add();

  /** The type. */
  public static final EntityType<AuditSeal> TYPE = DEF.seal();

  private AuditSeal(Snapshot snapshot) {
    super(snapshot);
  }
}
