package io.crmkit.permission;

import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.org.Structure;
import java.util.Set;

/** Record types that no grant for all types reaches. */
final class Reserved {
  /** Whoever decides about rights may do everything to them. */
  private static final Set<EntityType<?>> ABOUT_RIGHTS =
      Set.of(
          Role.TYPE,
          RoleInclusion.TYPE,
          Grant.TYPE,
          FieldRule.TYPE,
          RoleAssignment.TYPE,
          Share.TYPE);

  private Reserved() {}

  static boolean isAboutRights(EntityType<?> type) {
    return ABOUT_RIGHTS.contains(type);
  }

  static boolean is(EntityType<?> type) {
    return isAboutRights(type) || type.namedOnly();
  }

  /** True for the organisation, which levels rest on, and what shapes records. */
  static boolean isFoundation(EntityType<?> type) {
    return Structure.isMadeOf(type) || Layouts.isShaping(type);
  }

  /** True where nobody owns the records and they are parts of nothing. */
  static boolean isReference(EntityType<?> type) {
    return type.owner() == null
        && type.wholes().isEmpty()
        && type.wholeOfAnyType() == null
        && !is(type);
  }
}
