package io.crmkit.service;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Retry;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who takes a case. Whoever is chosen is counted up in their membership, and turns in the
 * queue, so of two dispatchers who choose by the same figures one begins anew.
 */
final class Dispatcher {
  private static final int ATTEMPTS = 50;

  private static final Set<EntityType<?>> OURS = Set.of(QueueMember.TYPE, CaseQueue.TYPE);

  /** Who can take the case. */
  private record Candidate(QueueMember member, long load, int matches) {
    Ref<User> user() {
      return member.require(QueueMember.USER);
    }
  }

  private record Choice(Candidate candidate, Reason why) {}

  private final Workspace unit;
  private final Case its;
  private final CaseQueue queue;

  private Dispatcher(Workspace unit, Case its, CaseQueue queue) {
    this.unit = unit;
    this.its = its;
    this.queue = queue;
  }

  static Case dispatch(Workspace space, Case its) {
    Ref<CaseQueue> queue = its.raw(Case.QUEUE);
    if (queue == null) {
      throw new InvalidRequestException("service.no_queue", its.called());
    }
    if (its.state().done()) {
      throw new InvalidRequestException("service.done", its.called());
    }
    return space.inUnit()
        ? space.call(unit -> dispatch(unit, its, queue))
        : Retry.call(space, ATTEMPTS, Dispatcher::isRace, unit -> dispatch(unit, its, queue));
  }

  private static boolean isRace(CrmException failure) {
    if (failure instanceof ConflictException conflict) {
      return conflict.record() instanceof Ref<?> ref && OURS.contains(ref.type());
    }
    return failure instanceof StoreException broken && broken.isTransient();
  }

  private static Case dispatch(Workspace unit, Case its, Ref<CaseQueue> ref) {
    CaseQueue queue =
        unit.own(CaseQueue.DEF, CaseQueue.TYPE)
            .find(ref)
            .orElseThrow(() -> NotFoundException.record(ref));
    Dispatcher dispatcher = new Dispatcher(unit, its, queue);
    Choice choice = dispatcher.choose();
    count(unit, choice.candidate().member());
    return CaseWork.of(unit).assign(its, ref, choice.candidate().user(), choice.why());
  }

  /** Counts a case that somebody gets without having been chosen, where they are a member. */
  static void count(Workspace unit, @Nullable Ref<CaseQueue> queue, Ref<User> user) {
    if (queue != null) {
      unit.own(QueueMember.DEF, QueueMember.TYPE)
          .where(QueueMember.QUEUE.is(queue), QueueMember.USER.is(user))
          .first()
          .ifPresent(member -> count(unit, member));
    }
  }

  private static void count(Workspace unit, QueueMember member) {
    unit.own(QueueMember.DEF, QueueMember.TYPE)
        .update(
            member,
            d ->
                d.unlock(QueueMember.DEF)
                    .set(QueueMember.DISPATCHED, member.require(QueueMember.DISPATCHED) + 1));
  }

  private Choice choose() {
    List<Candidate> candidates = candidates();
    if (candidates.isEmpty()) {
      throw new InvalidRequestException("service.nobody", queue.get(CaseQueue.CODE), its.called());
    }
    Comparator<Candidate> byLoad = Comparator.comparingLong(Candidate::load);
    return switch (queue.require(CaseQueue.STRATEGY)) {
      case LEAST_LOAD -> {
        Candidate least = first(candidates, byLoad);
        yield new Choice(least, Reason.of("least_load", least.load()));
      }
      case SKILL -> {
        Comparator<Candidate> bySkill = Comparator.comparingInt(Candidate::matches);
        Candidate best = first(candidates, bySkill.reversed().thenComparing(byLoad));
        yield new Choice(best, Reason.of("skill", best.matches(), wanted().size(), best.load()));
      }
      case ROUND_ROBIN -> {
        Candidate next = next(candidates);
        yield new Choice(next, Reason.of("round_robin", turn(next)));
      }
    };
  }

  /** Of equals whoever became a member first. */
  private static Candidate first(List<Candidate> candidates, Comparator<Candidate> order) {
    return candidates.stream().min(order).orElseThrow();
  }

  /** Whoever comes behind the last one, in the order in which they became members. */
  private Candidate next(List<Candidate> candidates) {
    Ref<QueueMember> last = queue.get(CaseQueue.LAST_TURN);
    return candidates.stream()
        .filter(candidate -> last == null || candidate.member().ref().compareTo(last) > 0)
        .findFirst()
        .orElse(candidates.get(0));
  }

  private long turn(Candidate next) {
    long turn = queue.require(CaseQueue.TURNS) + 1;
    unit.own(CaseQueue.DEF, CaseQueue.TYPE)
        .update(
            queue,
            d ->
                d.unlock(CaseQueue.DEF)
                    .set(CaseQueue.TURNS, turn)
                    .set(CaseQueue.LAST_TURN, next.member()));
    return turn;
  }

  /** Who has the skills, is there and has room, in the order in which they became members. */
  private List<Candidate> candidates() {
    LocalDate today = unit.today();
    Map<Ref<User>, Long> load = load();
    Set<String> needed = Objects.requireNonNullElse(its.raw(Case.SKILLS), Set.of());
    List<Candidate> candidates = new ArrayList<>();
    for (QueueMember member :
        unit.own(QueueMember.DEF, QueueMember.TYPE)
            .where(QueueMember.QUEUE.is(queue), QueueMember.USER.matches(User.ACTIVE.is(true)))
            .list()) {
      Set<String> skills = Objects.requireNonNullElse(member.get(QueueMember.SKILLS), Set.of());
      long open = load.getOrDefault(member.require(QueueMember.USER), 0L);
      Long capacity = member.get(QueueMember.CAPACITY);
      if (skills.containsAll(needed)
          && !isAway(member, today)
          && (capacity == null || open < capacity)) {
        Set<String> matching = wanted();
        matching.retainAll(skills);
        candidates.add(new Candidate(member, open, matching.size()));
      }
    }
    return candidates;
  }

  private static boolean isAway(QueueMember member, LocalDate day) {
    LocalDate since = member.get(QueueMember.AWAY_SINCE);
    LocalDate until = member.get(QueueMember.AWAY_UNTIL);
    return (since != null || until != null)
        && (since == null || !day.isBefore(since))
        && (until == null || !day.isAfter(until));
  }

  private Set<String> wanted() {
    Set<String> wanted = new HashSet<>(Objects.requireNonNullElse(its.raw(Case.SKILLS), Set.of()));
    wanted.addAll(Objects.requireNonNullElse(its.raw(Case.TAGS), Set.of()));
    return wanted;
  }

  /** How many open cases of the queue everybody has, this one aside. */
  private Map<Ref<User>, Long> load() {
    Records<Case> cases = unit.own(Case.DEF, Case.TYPE);
    Map<Ref<User>, Long> load = new HashMap<>();
    for (Group<Case> group :
        cases
            .where(Case.QUEUE.is(queue), Case.OWNER.isPresent(), Case.isOpen())
            .groupBy(Case.OWNER)
            .measure(Measure.count())) {
      load.put(Objects.requireNonNull(group.get(Case.OWNER)), group.count());
    }
    Ref<User> owner = its.raw(Case.OWNER);
    if (owner != null) {
      load.computeIfPresent(owner, (user, open) -> open - 1);
    }
    return load;
  }
}
