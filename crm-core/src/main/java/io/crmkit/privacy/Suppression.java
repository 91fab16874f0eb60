package io.crmkit.privacy;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A fact: somebody who was known by this must not be entered again. */
public final class Suppression extends Entity<Suppression> {
  static final Definition<Suppression> DEF =
      Definition.of("suppression", Suppression::new).journal();

  /** The fingerprint of the address, number or name that the person was known by. */
  public static final TextField<Suppression> FINGERPRINT =
      DEF.text("fingerprint").required().max(64).indexed().managed().notPersonal().add();

  /** The type. */
  public static final EntityType<Suppression> TYPE = DEF.seal();

  private Suppression(Snapshot snapshot) {
    super(snapshot);
  }
}
