package io.crmkit.tenant;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/**
 * A tenant of the installation. Since every query is about one tenant, no query could list them
 * where they are: these records are kept in a tenant of their own, {@value #REGISTRY}, in which
 * nobody else may work. Each node asks it once a minute for the tenants that it works for.
 */
public final class Tenant extends Entity<Tenant> {
  /** The tenant in which these records are. */
  public static final String REGISTRY = "crmkit.tenants";

  /** What may be done in a tenant. */
  public enum State {
    /** Everything. */
    ACTIVE,
    /** Nothing, until it is resumed. */
    SUSPENDED,
    /** Nothing ever again: its data is being destroyed. */
    DELETING
  }

  static final Definition<Tenant> DEF = Definition.of("registered_tenant", Tenant::new).namedOnly();

  /** The name, by which sessions are opened. */
  public static final TextField<Tenant> NAME =
      DEF.text("name").required().max(64).unique().immutable().managed().add();

  /** What may be done in it. */
  public static final ChoiceField<Tenant, State> STATE =
      DEF.choice("state", State.class).required().managed().add();

  /** The type. */
  public static final EntityType<Tenant> TYPE = DEF.seal();

  private Tenant(Snapshot snapshot) {
    super(snapshot);
  }
}
