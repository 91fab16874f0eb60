package io.crmkit.permission;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.org.OrgUnit;
import io.crmkit.org.Team;
import io.crmkit.org.User;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody lets others see or change one record. Made and ended by the verbs of {@link
 * Permissions}.
 */
public final class Share extends Entity<Share> {
  /** What others may do. */
  public enum Access {
    /** See it. */
    READ,
    /** See and change it. */
    WRITE
  }

  static final Definition<Share> DEF = Definition.of("share", Share::new);

  /** The type of the record. */
  public static final TextField<Share> RECORD_TYPE =
      DEF.text("record_type").required().max(48).immutable().managed().notPersonal().add();

  /** The identity of the record. */
  public static final ValueField<Share, UUID> RECORD_ID =
      DEF.uuid("record_id").required().indexed().immutable().managed().add();

  /** The person it is shared with. */
  public static final RefField<Share, User> WITH_USER =
      DEF.ref("with_user", () -> User.TYPE).immutable().managed().add();

  /** The unit whose people, and those of all units below, it is shared with. */
  public static final RefField<Share, OrgUnit> WITH_UNIT =
      DEF.ref("with_unit", () -> OrgUnit.TYPE).immutable().managed().add();

  /** The team whose members it is shared with. */
  public static final RefField<Share, Team> WITH_TEAM =
      DEF.ref("with_team", () -> Team.TYPE).immutable().managed().add();

  /** What they may do. */
  public static final ChoiceField<Share, Access> ACCESS =
      DEF.choice("access", Access.class).required().managed().add();

  /** The moment it ends; without one, it lasts. */
  public static final InstantField<Share> EXPIRES_AT = DEF.instant("expires_at").managed().add();

  /** Why. */
  public static final TextField<Share> REASON =
      DEF.text("reason").max(500).managed().notPersonal().add();

  /** The type. */
  public static final EntityType<Share> TYPE =
      DEF.rule(
              "with_one",
              WITH_USER,
              share ->
                  Stream.of(WITH_USER, WITH_UNIT, WITH_TEAM)
                          .filter(with -> share.get(with) != null)
                          .count()
                      == 1)
          .seal();

  private Share(Snapshot snapshot) {
    super(snapshot);
  }
}
