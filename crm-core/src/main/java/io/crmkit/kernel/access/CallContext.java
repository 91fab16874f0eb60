package io.crmkit.kernel.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something happens; every read and write has one.
 *
 * @param tenant whose data it is about
 * @param actor who acts, by the name the host knows them by
 * @param onBehalfOf for whom the actor stands in, or null
 * @param origin through which door of the host, for example {@code "web"}
 * @param reason why, in the actor's words, or null
 */
public record CallContext(
    String tenant,
    String actor,
    @Nullable String onBehalfOf,
    String origin,
    @Nullable String reason) {
  /** The tenant of an installation that has one. */
  public static final String DEFAULT_TENANT = "main";

  /** Refuses a blank tenant or actor: nothing is done by nobody. */
  public CallContext {
    if (tenant.isBlank() || tenant.length() > 64) {
      throw new IllegalArgumentException("tenant '" + tenant + "': give a name of 1 to 64 letters");
    }
    if (actor.isBlank() || actor.length() > 255) {
      throw new IllegalArgumentException("actor '" + actor + "': give a name of 1 to 255 letters");
    }
    Objects.requireNonNull(origin, "origin");
  }

  /** {@code actor} in {@code tenant}, for themselves, without a reason. */
  public static CallContext of(String tenant, String actor) {
    return new CallContext(tenant, actor, null, "api", null);
  }

  /** The same with a reason. */
  public CallContext because(String why) {
    return new CallContext(tenant, actor, onBehalfOf, origin, why);
  }

  /** The same, standing in for somebody. */
  public CallContext onBehalfOf(String other) {
    return new CallContext(tenant, actor, other, origin, reason);
  }

  /** The same through another door. */
  public CallContext from(String door) {
    return new CallContext(tenant, actor, onBehalfOf, door, reason);
  }
}
