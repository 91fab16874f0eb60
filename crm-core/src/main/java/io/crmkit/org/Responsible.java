package io.crmkit.org;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who answers for what, one person each. Immutable. */
final class Responsible<G extends Entity<G>> {
  private final Map<Ref<G>, Ref<User>> people;
  private final Map<Ref<User>, List<Ref<G>>> groups = new HashMap<>();

  Responsible(Map<Ref<G>, Ref<User>> people) {
    this.people = people;
    people.forEach(
        (group, user) -> groups.computeIfAbsent(user, u -> new ArrayList<>(1)).add(group));
    groups.replaceAll((user, its) -> its.stream().sorted().toList());
  }

  Optional<Ref<User>> of(Ref<G> group) {
    return Optional.ofNullable(people.get(group));
  }

  List<Ref<G>> by(Ref<User> user) {
    return groups.getOrDefault(user, List.of());
  }
}
