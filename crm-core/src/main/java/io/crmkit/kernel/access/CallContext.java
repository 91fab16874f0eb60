package io.crmkit.kernel.access;

import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
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

  private static final int MAX_TENANT = 64;
  private static final int MAX_NAME = 255;
  private static final int MAX_REASON = 1000;

  /** Refuses a blank tenant or actor, nothing is done by nobody, and what no store could keep. */
  public CallContext {
    check("tenant", tenant, MAX_TENANT);
    check("actor", actor, MAX_NAME);
    check("origin", origin, MAX_NAME);
    if (onBehalfOf != null) {
      check("onBehalfOf", onBehalfOf, MAX_NAME);
    }
    if (reason != null) {
      check("reason", reason, MAX_REASON);
    }
  }

  private static void check(String what, String text, int max) {
    boolean good = !text.isBlank() && text.length() <= max;
    try {
      good = good && Kinds.TEXT.normalise(text) != null;
    } catch (Refused unstorable) {
      good = false;
    }
    if (!good) {
      throw new IllegalArgumentException(
          what + " '" + text + "': give 1 to " + max + " characters, none of them NUL or broken");
    }
  }

  /** {@code actor} in {@code tenant}, for themselves, without a reason. */
  public static CallContext of(String tenant, String actor) {
    return new CallContext(tenant, actor, null, "api", null);
  }

  /** The same with a reason of at most 1,000 characters. */
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
