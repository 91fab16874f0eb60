package io.crmkit.org;

import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who works here, whatever the actor may see: for features that give people something to do. */
public final class Staff {
  private Staff() {}

  /** True where a user is there and has not left. */
  public static boolean works(Workspace space, Ref<User> user) {
    return users(space).find(user).map(Staff::works).orElse(false);
  }

  /** The user or, where they have left, the nearest of their successors who has not. */
  public static Optional<Ref<User>> presentFor(Workspace space, Ref<User> user) {
    Set<Ref<User>> asked = new HashSet<>();
    Ref<User> next = user;
    while (next != null && asked.add(next)) {
      User its = users(space).find(next).orElse(null);
      if (its == null) {
        return Optional.empty();
      }
      if (works(its)) {
        return Optional.of(next);
      }
      next = its.get(User.SUCCESSOR);
    }
    return Optional.empty();
  }

  private static boolean works(User user) {
    return user.require(User.ACTIVE);
  }

  private static Records<User> users(Workspace space) {
    return space.own(User.DEF, User.TYPE);
  }
}
