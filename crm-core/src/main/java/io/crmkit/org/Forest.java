package io.crmkit.org;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees of records as they stood on a day. Immutable, thread-safe.
 *
 * <p>The records are kept in pre-order, each before what is below it. So a record and everything
 * below it is a slice of one list, and whether one lies below another is a comparison of two
 * numbers. No answer depends on how large the trees are.
 *
 * @param <E> the record type
 */
public final class Forest<E extends Entity<E>> {
  private static final int NONE = -1;

  private final List<Ref<E>> order;
  private final Map<Ref<E>, Integer> places;
  private final int[] above;
  private final int[] behind;

  private Forest(List<Ref<E>> order, Map<Ref<E>, Integer> places, int[] above, int[] behind) {
    this.order = Collections.unmodifiableList(order);
    this.places = places;
    this.above = above;
    this.behind = behind;
  }

  /**
   * Puts trees together. A record whose parent is not among the nodes stands at the top; a circle,
   * which no verb lets come about, is left out with all that hangs on it.
   *
   * @param nodes each record once; siblings come in the order of their identities
   * @param parents what is below something else, and below what
   */
  static <E extends Entity<E>> Forest<E> of(Collection<Ref<E>> nodes, Map<Ref<E>, Ref<E>> parents) {
    List<Ref<E>> sorted = new ArrayList<>(nodes);
    sorted.sort(null);
    int size = sorted.size();
    Map<Ref<E>, Integer> numbers = new HashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      numbers.put(sorted.get(i), i);
    }
    int[] parent = new int[size];
    int[] child = filled(size);
    int[] sibling = filled(size);
    for (int i = size - 1; i >= 0; i--) {
      Ref<E> up = parents.get(sorted.get(i));
      parent[i] = up == null ? NONE : numbers.getOrDefault(up, NONE);
      if (parent[i] != NONE) {
        sibling[i] = child[parent[i]];
        child[parent[i]] = i;
      }
    }
    Walk<E> walk = new Walk<>(sorted, child, sibling);
    for (int i = 0; i < size; i++) {
      if (parent[i] == NONE) {
        walk.from(i);
      }
    }
    return new Forest<>(walk.order, walk.places, walk.above, walk.behind);
  }

  /** Goes down the trees and turns the numbers of nodes into places in the order. */
  private static final class Walk<E extends Entity<E>> {
    private final List<Ref<E>> sorted;
    private final Map<Ref<E>, Integer> places;
    private final int[] child;
    private final int[] sibling;
    private final List<Ref<E>> order;
    private final int[] above;
    private final int[] behind;

    Walk(List<Ref<E>> sorted, int[] child, int[] sibling) {
      this.sorted = sorted;
      this.places = new HashMap<>(sorted.size() * 2);
      this.child = child;
      this.sibling = sibling;
      this.order = new ArrayList<>(sorted.size());
      this.above = filled(sorted.size());
      this.behind = new int[sorted.size()];
    }

    void from(int root) {
      int[] path = new int[16]; // of nodes that are being walked, from the root
      int[] next = new int[16]; // the child of each that comes next
      int depth = 0;
      path[0] = enter(root, NONE);
      next[0] = child[root];
      while (depth >= 0) {
        int node = next[depth];
        if (node == NONE) {
          behind[path[depth]] = order.size();
          depth--;
          continue;
        }
        next[depth] = sibling[node];
        if (depth + 1 == path.length) {
          path = Arrays.copyOf(path, path.length * 2);
          next = Arrays.copyOf(next, next.length * 2);
        }
        int place = enter(node, path[depth]);
        depth++;
        path[depth] = place;
        next[depth] = child[node];
      }
    }

    private int enter(int node, int parent) {
      int place = order.size();
      order.add(sorted.get(node));
      places.put(sorted.get(node), place);
      above[place] = parent;
      return place;
    }
  }

  private static int[] filled(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, NONE);
    return numbers;
  }

  /** The record's place in {@link #all}; -1 where it is not here. */
  int place(Ref<E> node) {
    return places.getOrDefault(node, NONE);
  }

  /** The first place behind everything that is below the record at {@code place}. */
  int behind(int place) {
    return behind[place];
  }

  /** All records, each before what is below it. */
  public List<Ref<E>> all() {
    return order;
  }

  /** True where the record is in one of the trees. */
  public boolean contains(Ref<E> node) {
    return places.containsKey(node);
  }

  /** The records at the top. */
  public List<Ref<E>> roots() {
    return level(0, order.size());
  }

  /** The record directly above; empty at the top and for a record that is not here. */
  public Optional<Ref<E>> parentOf(Ref<E> node) {
    int place = place(node);
    return place == NONE || above[place] == NONE
        ? Optional.empty()
        : Optional.of(order.get(above[place]));
  }

  /** The records directly below; none for a record that is not here. */
  public List<Ref<E>> childrenOf(Ref<E> node) {
    int place = place(node);
    return place == NONE ? List.of() : level(place + 1, behind[place]);
  }

  private List<Ref<E>> level(int from, int to) {
    List<Ref<E>> found = new ArrayList<>();
    for (int place = from; place < to; place = behind[place]) {
      found.add(order.get(place));
    }
    return Collections.unmodifiableList(found);
  }

  /** The record and everything below it, itself first; nothing for a record that is not here. */
  public List<Ref<E>> andBelow(Ref<E> top) {
    int place = place(top);
    return place == NONE ? List.of() : order.subList(place, behind[place]);
  }

  /** True where {@code node} is {@code top} itself or lies below it. */
  public boolean isWithin(Ref<E> node, Ref<E> top) {
    int place = place(node);
    int upper = place(top);
    return place != NONE && upper != NONE && place >= upper && place < behind[upper];
  }

  /** The way from the top down to the record, both included; empty for one that is not here. */
  public List<Ref<E>> pathTo(Ref<E> node) {
    List<Ref<E>> path = new ArrayList<>();
    for (int place = place(node); place != NONE; place = above[place]) {
      path.add(order.get(place));
    }
    Collections.reverse(path);
    return Collections.unmodifiableList(path);
  }
}
