package io.crmkit.org;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Period;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a record refers to, day by day: facts with a first and a last day, of which no two overlap,
 * and a copy of today's in a field of the record itself, for lists, filters and reports.
 *
 * <p>Facts and copy are kept in agreement by guards, whichever of them is written: the facts rule
 * the copy, and a change of the copy is a change of the facts from today on. What was planned for a
 * later day is copied by a job once that day has come; questions about a day ask the facts alone.
 *
 * @param <F> the type of the facts
 * @param <N> the type of the records that they are about
 * @param <V> the type of what those refer to
 */
final class Timeline<F extends Entity<F>, N extends Entity<N>, V extends Entity<V>> {
  /** Says that something changes from a day on; the target is null where it comes to nothing. */
  interface Telling<N extends Entity<N>, V extends Entity<V>> {
    CrmEvent of(Ref<N> node, @Nullable Ref<V> target, @Nullable LocalDate day);
  }

  /** The fields of the facts and of the records that they are about. */
  record Fields<F extends Entity<F>, N extends Entity<N>, V extends Entity<V>>(
      Definition<F> definition,
      RefField<F, N> node,
      RefField<F, V> target,
      Period<F> period,
      TextField<F> reason,
      DateField<F> dueOn,
      Definition<N> owner,
      RefField<N, V> copy,
      DateField<N> begins) {}

  private final Fields<F, N, V> is;
  private final Predicate<F> which;
  private final Consumer<Draft<F>> made;
  private final Telling<N, V> telling;

  /**
   * @param which of the facts belong to the timeline
   * @param made completes a new fact so that it does
   */
  Timeline(
      Fields<F, N, V> fields, Predicate<F> which, Consumer<Draft<F>> made, Telling<N, V> telling) {
    this.is = fields;
    this.which = which;
    this.made = made;
    this.telling = telling;
  }

  /** The facts, for the feature itself. */
  Records<F> own(Workspace space) {
    return space.own(is.definition(), is.node().type());
  }

  /** The facts about a record, in the order of time. */
  List<F> of(Workspace space, Ref<N> node) {
    List<F> facts = new ArrayList<>();
    for (F fact : Facts.about(space, is.definition(), is.node(), node)) {
      if (which.test(fact)) {
        facts.add(fact);
      }
    }
    facts.sort(Comparator.comparing((F fact) -> span(fact).from()).thenComparing(F::ref));
    return facts;
  }

  Span span(F fact) {
    return Span.of(fact, is.period());
  }

  /** The fact in force on a day. */
  static <F extends Entity<F>> Optional<F> on(List<F> facts, Period<F> period, LocalDate day) {
    return facts.stream().filter(fact -> period.includes(fact, day)).findFirst();
  }

  Optional<F> on(Workspace space, Ref<N> node, LocalDate day) {
    return on(of(space, node), is.period(), day);
  }

  /**
   * From a day on, until what is planned next, the record refers to {@code target}; what was before
   * that day stays.
   *
   * @param target null for nothing
   * @param day null where it has been so for as long as anybody asks
   * @param keepEmpty true where to refer to nothing is a fact as well
   * @param writing the door that the facts are written through
   */
  void put(
      Workspace space,
      Records<F> writing,
      Ref<N> node,
      @Nullable Ref<V> target,
      @Nullable LocalDate day,
      boolean keepEmpty,
      @Nullable String reason) {
    LocalDate from = day == null ? LocalDate.MIN : day;
    List<F> facts = of(space, node);
    F last = on(facts, is.period(), from).orElse(null);
    if (last == null ? target == null && !keepEmpty : sameTarget(last, target)) {
      return;
    }
    LocalDate to = last == null ? dayBeforeNext(facts, from) : span(last).to();
    boolean fact = target != null || keepEmpty;
    if (last != null && span(last).from().equals(from)) {
      if (fact) {
        writing.update(
            last, d -> open(d).setOrClear(is.target(), target).setOrClear(is.reason(), reason));
      } else {
        writing.delete(last);
      }
    } else {
      if (last != null) {
        endAt(writing, last, from.minusDays(1));
      }
      if (fact) {
        create(writing, node, target, new Span(from, to), reason);
      }
    }
    space.publish(telling.of(node, target, day));
  }

  private boolean sameTarget(F fact, @Nullable Ref<V> target) {
    return Objects.equals(fact.get(is.target()), target);
  }

  private LocalDate dayBeforeNext(List<F> facts, LocalDate from) {
    return facts.stream()
        .map(fact -> span(fact).from())
        .filter(since -> since.isAfter(from))
        .min(Comparator.naturalOrder())
        .map(since -> since.minusDays(1))
        .orElse(LocalDate.MAX);
  }

  private void create(
      Records<F> writing, Ref<N> node, @Nullable Ref<V> target, Span span, @Nullable String why) {
    writing.create(
        d -> {
          open(d)
              .set(is.node(), node)
              .setOrClear(is.target(), target)
              .setOrClear(is.period().since(), span.since())
              .setOrClear(is.period().until(), span.until())
              .setOrClear(is.reason(), why);
          made.accept(d);
        });
  }

  private Draft<F> open(Draft<F> draft) {
    return draft.unlock(is.definition());
  }

  private void endAt(Records<F> writing, F fact, LocalDate last) {
    writing.update(fact, d -> open(d).set(is.period().until(), last));
  }

  /** Ends what is in force on the day behind {@code last}, and takes back what was planned. */
  void end(Records<F> writing, List<F> facts, LocalDate last) {
    for (F fact : facts) {
      if (span(fact).from().isAfter(last)) {
        writing.delete(fact);
      } else if (span(fact).to().isAfter(last)) {
        endAt(writing, fact, last);
      }
    }
  }

  /** Says when the copy has to follow. */
  Hooks.Preparation<F> due() {
    return (space, draft) -> {
      Span days = Span.of(draft.get(is.period().since()), draft.get(is.period().until()));
      open(draft).setOrClear(is.dueOn(), days.nextChange(space.today()));
    };
  }

  /** Refuses facts that overlap and lets the copy follow. */
  Hooks.Guard<F> consistent() {
    return (space, before, after) -> {
      Ref<N> node = Objects.requireNonNull(after == null ? before : after).require(is.node());
      List<F> facts = of(space, node);
      for (int i = 1; i < facts.size(); i++) {
        if (span(facts.get(i - 1)).overlaps(span(facts.get(i)))) {
          throw overlap(facts.get(i), facts.get(i - 1));
        }
      }
      facts.forEach(own(space)::expect);
      space
          .own(is.owner(), is.copy().type())
          .find(node)
          .ifPresent(its -> follow(space, its, facts));
    };
  }

  private ValidationException overlap(F fact, F other) {
    return new ValidationException(
        List.of(
            Violation.of(
                is.node().type().name(),
                is.period().since().name(),
                "violation.overlap",
                fact.ref(),
                other.ref())));
  }

  /** Brings the copy up to date and gives the record as it is then. */
  N follow(Workspace space, N node) {
    return follow(space, node, of(space, node.ref()));
  }

  private N follow(Workspace space, N node, List<F> facts) {
    Ref<V> now = current(facts, space.today());
    return space.own(is.owner(), is.copy().type()).update(node, d -> d.setOrClear(is.copy(), now));
  }

  private @Nullable Ref<V> current(List<F> facts, LocalDate today) {
    return on(facts, is.period(), today).map(fact -> fact.get(is.target())).orElse(null);
  }

  /**
   * Makes facts of what was written into the copy: of a new record from its first day on, else from
   * today on.
   *
   * @param keepEmpty as in {@link #put}
   */
  Hooks.Guard<N> copied(boolean keepEmpty) {
    return (space, before, after) -> {
      if (after == null || after.deleted()) {
        return;
      }
      Ref<V> wanted = after.get(is.copy());
      boolean asked = before == null ? keepEmpty || wanted != null : changed(before, after);
      if (!asked) {
        return;
      }
      List<F> facts = of(space, after.ref());
      boolean agreed = Objects.equals(current(facts, space.today()), wanted);
      if (agreed && !(facts.isEmpty() && keepEmpty)) {
        return;
      }
      LocalDate from = facts.isEmpty() && before == null ? after.get(is.begins()) : space.today();
      if (wanted != null && from != null && from.isAfter(space.today())) {
        throw new ValidationException(List.of(notYet(from)));
      }
      put(space, own(space), after.ref(), wanted, from, keepEmpty, space.context().reason());
    };
  }

  private Violation notYet(LocalDate from) {
    RefField<N, V> copy = is.copy();
    return Violation.of(copy.type().name(), copy.name(), "org.not_yet", from.toString());
  }

  private boolean changed(N before, N after) {
    return !Objects.equals(before.get(is.copy()), after.get(is.copy()));
  }

  /** Lets the copies follow what has begun or ended, each in a unit of work of its own. */
  int catchUp(Workspace space) {
    Records<F> facts = own(space);
    return Due.each(
        () -> facts.where(is.dueOn().atMost(space.today())),
        fact -> facts.update(fact, d -> {}).version() > fact.version() ? 1 : 0); // a guard does it
  }
}
