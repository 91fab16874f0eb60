package io.crmkit.permission;

import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import org.jspecify.annotations.Nullable;

/** What the roles of one person let them do with fields. */
record FieldScope(Person person) {
  /**
   * The most that any role gives, at most what none denies, and no more than of what it repeats.
   */
  FieldRight of(Field<?, ?> field) {
    FieldRight own = itself(field);
    for (Field<?, ?> original : field.originals()) {
      own = own.and(of(original));
    }
    return own;
  }

  private FieldRight itself(Field<?, ?> field) {
    FieldRight most = null;
    FieldRight limit = FieldRight.WRITE;
    for (Model.Whole role : person.roles()) {
      FieldRight its = of(role, field);
      most = its == null ? most : most == null ? its : most.or(its);
      for (FieldRule rule : role.rules()) {
        limit =
            rule.denies() && rule.isAbout(field) ? limit.and(rule.require(FieldRule.RIGHT)) : limit;
      }
    }
    FieldRight given =
        most != null ? most : field.personal() ? FieldRight.HIDDEN : FieldRight.WRITE;
    return given.and(limit);
  }

  /** What one role says of a field; null where it says nothing of records of the type. */
  private static @Nullable FieldRight of(Model.Whole role, Field<?, ?> field) {
    FieldRight named = null;
    FieldRight personal = null;
    for (FieldRule rule : role.rules()) {
      if (!rule.denies() && rule.isAbout(field)) {
        FieldRight right = rule.require(FieldRule.RIGHT);
        if (rule.require(FieldRule.FIELD).equals(FieldRule.PERSONAL)) {
          personal = personal == null ? right : personal.or(right);
        } else {
          named = named == null ? right : named.or(right);
        }
      }
    }
    if (named != null) {
      return named;
    }
    if (personal != null) {
      return personal;
    }
    boolean seesPersonal = gives(role, field.type(), Operation.SEE_PERSONAL);
    if (!seesPersonal && !gives(role, field.type(), Operation.READ)) {
      return null;
    }
    return field.personal() && !seesPersonal ? FieldRight.HIDDEN : FieldRight.WRITE;
  }

  private static boolean gives(Model.Whole role, EntityType<?> type, Operation operation) {
    return role.about(type, operation).stream()
        .anyMatch(grant -> !grant.denies() && grant.get(Grant.LEVEL) != Level.NONE);
  }
}
