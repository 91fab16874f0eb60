package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.ActorCondition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what makes no sense, and lets nobody give what they do not have: who may decide about
 * roles, but not about everything, changes only roles that grant what they are granted themselves.
 */
final class GrantGuard {
  private final PermissionModule module;

  GrantGuard(PermissionModule module) {
    this.module = module;
  }

  void inclusion(Workspace work, @Nullable RoleInclusion before, @Nullable RoleInclusion after) {
    if (after != null && !after.deleted()) {
      refuseCycle(work, after);
    }
    requireGiven(work, before, after, RoleInclusion.INCLUDES);
  }

  private static void refuseCycle(Workspace work, RoleInclusion added) {
    Ref<Role> top = added.require(RoleInclusion.ROLE);
    Ref<Role> part = added.require(RoleInclusion.INCLUDES);
    if (Model.closure(part, Model.included(work)).contains(top)) {
      throw new ValidationException(
          List.of(
              Violation.of(
                  RoleInclusion.TYPE.name(),
                  RoleInclusion.INCLUDES.name(),
                  "violation.cycle",
                  top,
                  part)));
    }
  }

  void grant(Workspace work, @Nullable Grant before, @Nullable Grant after) {
    if (after != null && !after.deleted()) {
      check(work, after);
      requireMay(work, scope -> after.denies() || scope.covers(after));
    }
    if (before != null && before.denies()) {
      requireMay(work, scope -> false);
    }
    Grant any = after != null ? after : before;
    if (any != null) {
      requireCovered(work, any.require(Grant.ROLE));
    }
  }

  private static void check(Workspace work, Grant grant) {
    String permission = grant.get(Grant.PERMISSION);
    if (permission != null) {
      if (!permission.equals(Grant.ALL_TYPES) && !work.permissions().contains(permission)) {
        throw refused(Grant.TYPE, Grant.PERMISSION, "permission.unknown", permission);
      }
      return;
    }
    Optional<EntityType<?>> type =
        type(work.layout(), Grant.TYPE, Grant.RECORD_TYPE, grant.require(Grant.RECORD_TYPE));
    Json rule = grant.get(Grant.RULE);
    if (rule != null) {
      EntityType<?> its =
          type.orElseThrow(() -> refused(Grant.TYPE, Grant.RULE, "permission.rule_needs_type"));
      checkRule(its, rule, work.layout());
    }
  }

  private static void checkRule(EntityType<?> type, Json rule, Layout layout) {
    try {
      ActorCondition.check(type, rule, layout);
    } catch (CrmException | IllegalStateException unreadable) {
      throw refused(
          Grant.TYPE, Grant.RULE, "permission.rule", String.valueOf(unreadable.getMessage()));
    }
  }

  /** The type of that name; empty for several types together. */
  private static Optional<EntityType<?>> type(
      Layout layout, EntityType<?> where, Field<?, ?> field, String name) {
    if (name.equals(Grant.ALL_TYPES) || name.equals(Grant.REFERENCE_DATA)) {
      return Optional.empty();
    }
    for (EntityType<?> type : layout.types()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    throw refused(where, field, "permission.type", name);
  }

  private static ValidationException refused(
      EntityType<?> type, Field<?, ?> field, String code, Object... arguments) {
    return new ValidationException(
        List.of(Violation.of(type.name(), field.name(), code, arguments)));
  }

  void fieldRule(Workspace work, @Nullable FieldRule before, @Nullable FieldRule after) {
    if (after != null && !after.deleted()) {
      String name = after.require(FieldRule.FIELD);
      Optional<EntityType<?>> type =
          type(
              work.layout(),
              FieldRule.TYPE,
              FieldRule.RECORD_TYPE,
              after.require(FieldRule.RECORD_TYPE));
      if (type.isPresent() && !name.equals(FieldRule.PERSONAL)) {
        checkField(work.layout(), type.get(), name);
      }
    }
    boolean restricts =
        before == null
            && after != null
            && (after.denies() || after.require(FieldRule.RIGHT) == FieldRight.HIDDEN);
    requireMay(work, scope -> restricts);
  }

  private static <E extends Entity<E>> void checkField(
      Layout layout, EntityType<E> type, String name) {
    if (layout.find(type, name) == null) {
      throw refused(FieldRule.TYPE, FieldRule.FIELD, "permission.field", name, type.name());
    }
  }

  void assignment(Workspace work, @Nullable RoleAssignment before, @Nullable RoleAssignment after) {
    requireGiven(work, before, after, RoleAssignment.ROLE);
  }

  void role(Workspace work, @Nullable Role before, @Nullable Role after) {
    boolean lives = after != null && !after.deleted();
    if (before != null && before.deleted() == lives) {
      requireCovered(work, before.ref(), !lives);
    }
  }

  /** What was shared and is not any more is shared again by the verb alone. */
  void share(Workspace work, @Nullable Share before, @Nullable Share after) {
    if (before != null && before.deleted() && after != null && !after.deleted()) {
      requireMay(work, scope -> false);
    }
  }

  /** Who gives a role, or takes one away, has all it grants, and no denial goes along with it. */
  private <E extends Entity<E>> void requireGiven(
      Workspace work, @Nullable E before, @Nullable E after, RefField<E, Role> role) {
    if (before != null && !before.deleted()) {
      requireCovered(work, before.require(role), true);
    }
    if (after != null && !after.deleted()) {
      requireCovered(work, after.require(role), false);
    }
  }

  private void requireCovered(Workspace work, Ref<Role> role) {
    requireCovered(work, role, false);
  }

  /**
   * A role grants nothing that the actor has not.
   *
   * @param loosens true where somebody loses the role, and with it what it denies and limits
   */
  private void requireCovered(Workspace work, Ref<Role> role, boolean loosens) {
    if (!isBound(work)) {
      return;
    }
    Query<Role> live = work.records(Role.TYPE).query();
    Model.Whole whole = Model.roles(work, loosens ? live.withDeleted() : live).get(role);
    if (whole == null) {
      throw new InvalidRequestException("permission.role_gone", role);
    }
    requireMay(
        work,
        scope ->
            whole.grants().stream()
                    .allMatch(grant -> grant.denies() ? !loosens : scope.covers(grant))
                && whole.rules().stream().allMatch(rule -> !loosens && takes(rule)));
  }

  private static boolean takes(FieldRule rule) {
    return rule.denies() || rule.require(FieldRule.RIGHT) == FieldRight.HIDDEN;
  }

  private void requireMay(Workspace work, Predicate<Scope> may) {
    if (isBound(work) && module.roles().rights(work.context()).scopes().stream().noneMatch(may)) {
      throw AccessDeniedException.permission(work.context().actor(), "administer *");
    }
  }

  /** True for actors who may not do everything. */
  private boolean isBound(Workspace work) {
    Rights rights = module.roles().rights(work.context());
    return module.inForce()
        && !rights.everything()
        && rights.scopes().stream().noneMatch(Scope::administersAll);
  }
}
