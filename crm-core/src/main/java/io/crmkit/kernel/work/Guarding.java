package io.crmkit.kernel.work;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What guards have to look at in a unit of work, and the rounds in which they do. */
final class Guarding {
  /** How many times guards may cause further changes before that is a loop. */
  private static final int MAX_ROUNDS = 16;

  /** So many are looked through as quickly as a map is asked, and most units change fewer. */
  private static final int FEW = 8;

  private record Seen(Ref<?> ref, @Nullable Row before) {}

  private final UnitSpace unit;
  private List<Seen> guarded = List.of();
  private Set<Ref<?>> wholes = Set.of();

  Guarding(UnitSpace unit) {
    this.unit = unit;
  }

  /** Notes a change of a record of a type that this hangs in the writing of. */
  void note(Hooks.OfType hooks, Ref<?> ref, @Nullable Row before, @Nullable Row after) {
    if (hooks.isGuarded()) {
      guarded = UnitSpace.with(guarded, new Seen(ref, before));
    }
    for (RefField<?, ?> field : hooks.wholes()) {
      addWhole(field, before);
      addWhole(field, after);
    }
  }

  private void addWhole(RefField<?, ?> field, @Nullable Row part) {
    Ref<?> whole = part == null ? null : field.of(part);
    if (whole != null) {
      wholes = wholes.isEmpty() ? new LinkedHashSet<>() : wholes;
      wholes.add(whole);
    }
  }

  /** How many changes wait for guards. */
  int size() {
    return guarded.size();
  }

  /** Forgets all changes but the first {@code size}. */
  void cut(int size) {
    UnitSpace.cut(guarded, size);
  }

  /** Lets guards look at all changes, and at those that they cause. */
  void run() {
    List<Seen> begun = List.of();
    for (int round = 0; !guarded.isEmpty() || !wholes.isEmpty(); round++) {
      if (round == MAX_ROUNDS) {
        throw new InvalidRequestException("request.guard_loop", MAX_ROUNDS);
      }
      List<Seen> first = firstOfEach(guarded);
      Set<Ref<?>> ofParts = wholes;
      guarded = List.of();
      wholes = Set.of();
      begun = round == 0 ? first : joined(begun, first);
      for (Seen seen : first) {
        guard(seen.ref(), seen.before(), unit.engine.hooks()::check);
      }
      Map<Ref<?>, Seen> known = ofParts.isEmpty() ? Map.of() : byRef(begun);
      for (Ref<?> ref : ofParts) {
        Seen seen = known.get(ref);
        guard(ref, seen == null ? unit.row(ref) : seen.before(), unit.engine.hooks()::checkWhole);
      }
    }
  }

  private static List<Seen> joined(List<Seen> some, List<Seen> more) {
    List<Seen> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** What each record was like before the first of its changes. */
  private static List<Seen> firstOfEach(List<Seen> all) {
    if (all.size() <= 1) {
      return all;
    }
    if (all.size() > FEW) {
      return List.copyOf(byRef(all).values());
    }
    List<Seen> first = new ArrayList<>(all.size());
    for (Seen seen : all) {
      if (!has(first, seen.ref())) {
        first.add(seen);
      }
    }
    return first;
  }

  private static boolean has(List<Seen> few, Ref<?> ref) {
    for (Seen seen : few) {
      if (seen.ref().equals(ref)) {
        return true;
      }
    }
    return false;
  }

  private static Map<Ref<?>, Seen> byRef(List<Seen> all) {
    Map<Ref<?>, Seen> first = new LinkedHashMap<>();
    all.forEach(seen -> first.putIfAbsent(seen.ref(), seen));
    return first;
  }

  private <E extends Entity<E>> void guard(
      Ref<E> ref, @Nullable Row before, Hooks.WideGuard guarding) {
    EntityType<E> type = ref.type();
    Row after = unit.row(ref);
    if (before != null || after != null) {
      guarding.check(
          unit,
          type,
          before == null ? null : type.entity(before),
          after == null ? null : type.entity(after));
    }
  }
}
