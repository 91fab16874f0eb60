package io.crmkit.org;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import java.util.Set;

/**
 * Somebody acts for a user who is away.
 *
 * @param user who is away
 * @param deputy who acts
 * @param onlyFor the names of the record types that it is limited to; empty where it is not
 */
public record StandIn(Ref<User> user, Ref<User> deputy, Set<String> onlyFor) {
  /** Copies the names. */
  public StandIn {
    onlyFor = Set.copyOf(onlyFor);
  }

  /** True where the deputy may act on records of {@code type}. */
  public boolean covers(EntityType<?> type) {
    return onlyFor.isEmpty() || onlyFor.contains(type.name());
  }
}
