package io.crmkit.org;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition in JSON as it reads for one actor: {@code {"actor":"unit"}} in the place of a value
 * stands for what that field of the actor's user record says, {@code {"actor":"user"}} for the user
 * itself. A comparison with what it does not say matches nothing.
 *
 * <pre>{@code
 * {"field":"owner","op":"is","value":{"actor":"user"}}
 * }</pre>
 */
public final class ActorCondition {
  private static final String ACTOR = "actor";
  private static final String USER = "user";
  private static final Map<String, @Nullable Object> NOTHING = Map.of("any", List.of());

  private final @Nullable User user;
  private final boolean checks;
  private final Layout layout;
  private boolean missing;

  private ActorCondition(@Nullable User user, boolean checks, Layout layout) {
    this.user = user;
    this.checks = checks;
    this.layout = layout;
  }

  /** True where {@code json} may stand for different conditions to different actors. */
  public static boolean isOne(String json) {
    return json.contains("\"actor\"");
  }

  /** The user in whose name {@code space} is, whether or not they may read users; or null. */
  public static @Nullable User actor(Workspace space) {
    return space
        .own(User.DEF, User.TYPE)
        .where(User.USERNAME.is(space.context().actor()))
        .first()
        .orElse(null);
  }

  /**
   * The condition.
   *
   * @param user the actor; without one every comparison with them matches nothing
   * @throws InvalidRequestException where the rule does not fit the type
   * @throws IllegalStateException where it is no JSON object
   */
  public static <E extends Entity<E>> Condition<E> of(
      EntityType<E> type, Json rule, @Nullable User user, Layout layout) {
    Object filled = new ActorCondition(user, false, layout).fill(rule.toMap());
    return ConditionJson.read(type, Json.of(filled).toString(), layout);
  }

  /**
   * Refuses a rule that fits no actor.
   *
   * @throws InvalidRequestException where the rule does not fit the type
   * @throws IllegalStateException where it is no JSON object
   */
  public static void check(EntityType<?> type, Json rule, Layout layout) {
    Object filled = new ActorCondition(null, true, layout).fill(rule.toMap());
    ConditionJson.read(type, Json.of(filled).toString(), layout);
  }

  private @Nullable Object fill(@Nullable Object part) {
    if (part instanceof List<?> list) {
      List<@Nullable Object> filled = new ArrayList<>();
      list.forEach(item -> filled.add(fill(item)));
      return filled;
    }
    if (!(part instanceof Map<?, ?> map)) {
      return part;
    }
    if (map.size() == 1 && map.get(ACTOR) instanceof String name) {
      String value = value(name);
      missing |= value == null;
      return value;
    }
    boolean outside = missing;
    missing = false;
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    map.forEach((key, value) -> filled.put(String.valueOf(key), fill(value)));
    boolean nothing = missing && map.containsKey("field");
    missing = outside || (missing && !nothing);
    if (nothing && checks) {
      return Map.of("field", String.valueOf(map.get("field")), "op", "missing");
    }
    return nothing ? NOTHING : filled;
  }

  private @Nullable String value(String name) {
    if (name.equals(USER)) {
      return user == null ? null : user.ref().id().toString();
    }
    Field<User, ?> field = layout.find(User.TYPE, name);
    if (field == null) {
      throw new InvalidRequestException("org.actor_field", name);
    }
    return user == null ? null : user.display(field);
  }
}
