package io.crmkit.org;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;

/** A part of the market that people are responsible for; territories form a tree. */
public final class Territory extends Entity<Territory> {
  static final Definition<Territory> DEF = Definition.of("territory", Territory::new);

  /** A code that it is known by. */
  public static final TextField<Territory> CODE =
      DEF.text("code").required().max(50).unique().notPersonal().add();

  /** The name. */
  public static final TextField<Territory> NAME =
      DEF.text("name").required().max(200).searchable().notPersonal().add();

  /** The territory it is a part of. */
  public static final RefField<Territory, Territory> PARENT =
      DEF.ref("parent", () -> Territory.TYPE).add();

  /** Who answers for it. */
  public static final RefField<Territory, User> MANAGER = DEF.ref("manager", () -> User.TYPE).add();

  /** The type. */
  public static final EntityType<Territory> TYPE = DEF.seal();

  private Territory(Snapshot snapshot) {
    super(snapshot);
  }
}
