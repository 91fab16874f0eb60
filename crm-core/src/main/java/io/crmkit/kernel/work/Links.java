package io.crmkit.kernel.work;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links to records of any type, which have to be checked by whoever sets or follows them. */
public final class Links {
  private Links() {}

  /**
   * Refuses a new link to what does not exist, is deleted, or is out of the actor's sight, and to
   * parts that are named by their wholes.
   */
  public static <E extends Entity<E>> Hooks.Preparation<E> checked(Link<E> link) {
    return (space, draft) -> {
      if (link.isTouched(draft)) {
        Ref<?> to =
            link.of(draft, space.layout())
                .filter(ref -> sees(space, ref))
                .orElseThrow(() -> new ValidationException(List.of(link.broken(draft))));
        if (!to.type().linkable()) {
          throw new ValidationException(List.of(link.refused(to)));
        }
      }
    };
  }

  /** True where {@code record} exists, is not deleted and may be seen by the actor. */
  public static boolean sees(Workspace space, Ref<?> record) {
    return find(space, record).isPresent();
  }

  /** A record of any type; empty where it is absent, deleted or invisible. */
  public static Optional<Entity<?>> find(Workspace space, Ref<?> record) {
    return typed(space, record);
  }

  private static <E extends Entity<E>> Optional<Entity<?>> typed(Workspace space, Ref<E> record) {
    return space.may(Operation.READ, record.type())
        ? space.records(record.type()).find(record).map(found -> found)
        : Optional.empty();
  }

  /**
   * Those of {@code records} that exist, are not deleted and may be seen by the actor: one question
   * per type.
   */
  public static Set<Ref<?>> visible(Workspace space, Collection<Ref<?>> records) {
    Map<EntityType<?>, List<Ref<?>>> byType = new LinkedHashMap<>();
    for (Ref<?> record : records) {
      byType.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record);
    }
    Set<Ref<?>> visible = new HashSet<>();
    byType.forEach((type, refs) -> visible.addAll(of(space, type, refs)));
    return visible;
  }

  @SuppressWarnings("unchecked") // gathered by their type
  private static <E extends Entity<E>> Set<Ref<E>> of(
      Workspace space, EntityType<E> type, List<Ref<?>> refs) {
    return space.may(Operation.READ, type)
        ? space.records(type).find((List<Ref<E>>) (List<?>) refs).keySet()
        : Set.of();
  }
}
