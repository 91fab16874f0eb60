package io.crmkit.service;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.org.User;

/** Somebody who helps with a case without owning it. */
public final class Collaborator extends Entity<Collaborator> {
  static final Definition<Collaborator> DEF = Definition.of("case_collaborator", Collaborator::new);

  /** The case. */
  public static final RefField<Collaborator, Case> CASE =
      DEF.ref("service_case", () -> Case.TYPE).required().immutable().add();

  /** Who helps. */
  public static final RefField<Collaborator, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** With what. */
  public static final TextField<Collaborator> TASK = DEF.text("task").max(200).personal().add();

  /** The type. */
  public static final EntityType<Collaborator> TYPE =
      DEF.partOf(CASE).unique("case_user", CASE, USER).seal();

  private Collaborator(Snapshot snapshot) {
    super(snapshot);
  }
}
