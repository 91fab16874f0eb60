package io.crmkit.activity;

import io.crmkit.customer.Contact;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;

/** A contact who took part in an interaction. */
public final class InteractionParty extends Entity<InteractionParty> {
  private static final Definition<InteractionParty> DEF =
      Definition.of("interaction_party", InteractionParty::new);

  /** In what. */
  public static final RefField<InteractionParty, Interaction> INTERACTION =
      DEF.ref("interaction", () -> Interaction.TYPE).required().immutable().add();

  /** Who. */
  public static final RefField<InteractionParty, Contact> CONTACT =
      DEF.ref("contact", () -> Contact.TYPE).required().immutable().add();

  /** The type. */
  public static final EntityType<InteractionParty> TYPE =
      DEF.unique("once", INTERACTION, CONTACT).partOf(INTERACTION, CONTACT).seal();

  private InteractionParty(Snapshot snapshot) {
    super(snapshot);
  }
}
