package io.crmkit.org;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs where in trees. People lie in the order of the places they belong to, so those of a
 * place and of everything below it are a slice. Immutable.
 *
 * @param <G> the type of the places
 */
final class Grouped<G extends Entity<G>> {
  /** Somebody belongs somewhere. */
  record Link<G extends Entity<G>>(Ref<G> group, Ref<User> user) {}

  private final Forest<G> forest;
  private final List<Ref<User>> people;
  private final int[] first;
  private final Map<Ref<User>, List<Ref<G>>> groups = new HashMap<>();

  /**
   * Sorts people into places; links to places that are not in the forest are left out.
   *
   * @param links in the order in which the places of one person are to be told
   */
  Grouped(Forest<G> forest, List<Link<G>> links) {
    this.forest = forest;
    int places = forest.all().size();
    this.first = new int[places + 1];
    List<Link<G>> kept = new ArrayList<>(links.size());
    for (Link<G> link : links) {
      int place = forest.place(link.group());
      if (place >= 0) {
        first[place + 1]++;
        kept.add(link);
        groups.computeIfAbsent(link.user(), user -> new ArrayList<>(1)).add(link.group());
      }
    }
    for (int place = 0; place < places; place++) {
      first[place + 1] += first[place];
    }
    List<Ref<User>> sorted = new ArrayList<>(Collections.nCopies(kept.size(), null));
    int[] next = first.clone();
    for (Link<G> link : kept) {
      sorted.set(next[forest.place(link.group())]++, link.user());
    }
    this.people = Collections.unmodifiableList(sorted);
    groups.replaceAll((user, its) -> List.copyOf(its));
  }

  List<Ref<G>> of(Ref<User> user) {
    return groups.getOrDefault(user, List.of());
  }

  List<Ref<User>> members(Ref<G> group) {
    int place = forest.place(group);
    return place < 0 ? List.of() : people.subList(first[place], first[place + 1]);
  }

  Set<Ref<User>> membersAndBelow(Ref<G> group) {
    int place = forest.place(group);
    return place < 0
        ? Set.of()
        : Collections.unmodifiableSet(
            new LinkedHashSet<>(people.subList(first[place], first[forest.behind(place)])));
  }
}
