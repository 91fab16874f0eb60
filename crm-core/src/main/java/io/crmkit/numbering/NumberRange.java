package io.crmkit.numbering;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Retry;
import io.crmkit.kernel.work.Workspace;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where a feature takes the numbers of its documents from. Numbers have no gaps: a number is taken
 * in the unit of work that uses it, and what is not committed has taken none; {@link #kept} lets no
 * document be destroyed with its number. Thread-safe.
 *
 * <pre>{@code
 * private static final NumberRange NUMBERS = NumberRange.of("quote", "Q-{year}-{00000}");
 *
 * Quote draft(…) {
 *   return NUMBERS.give(space, (work, number) -> …);
 * }
 * }</pre>
 *
 * <p>On a session the unit is repeated where another node took the same number first, and the
 * threads of one node take turns. Within a unit of work, which only its owner can repeat, the
 * commit fails with a {@link ConflictException} instead: see {@code Session.retry}. Within a
 * transaction of the host others wait for, or conflict with, its commit.
 */
public final class NumberRange {
  /** Nodes that race for a number, not threads: those take turns. */
  private static final int ATTEMPTS = 50;

  private static final Set<EntityType<?>> OURS = Set.of(NumberSeries.TYPE, NumberCounter.TYPE);

  private final String code;
  private final String pattern;

  private NumberRange(String code, String pattern) {
    this.code = code;
    this.pattern = pattern;
  }

  /**
   * The numbers of a series.
   *
   * @param code the code of the {@link NumberSeries}
   * @param pattern its form where the tenant has not defined another
   */
  public static NumberRange of(String code, String pattern) {
    if (!NumberPattern.isOne(pattern)) {
      throw new IllegalArgumentException("no pattern of numbers: " + pattern);
    }
    return new NumberRange(code, pattern);
  }

  /**
   * Runs a unit of work with the next number.
   *
   * @param work may be run several times on a session, so it has no effect outside of the unit
   * @return what the work returns
   */
  public <T> T give(Workspace space, BiFunction<? super Workspace, String, T> work) {
    Function<Workspace, T> unit = inside -> work.apply(inside, next(inside));
    if (space.inUnit()) {
      return space.call(unit);
    }
    return space
        .module(NumberingModule.class)
        .inTurn(
            space.context().tenant(),
            code,
            () -> Retry.call(space, ATTEMPTS, NumberRange::isRace, unit));
  }

  /**
   * Refuses to destroy a record that has a number, since the number would be missing. In the bin it
   * still accounts for it.
   */
  public static <E extends Entity<E>> Hooks.Guard<E> kept(Field<E, String> number) {
    return (work, before, after) -> {
      if (before != null && after == null) {
        throw new InvalidRequestException(
            "numbering.numbered", before.ref(), number.of(before.snapshot().row()));
      }
    };
  }

  private String next(Workspace unit) {
    Counters counters = new Counters(unit);
    NumberSeries series = counters.series(code, pattern);
    return counters.take(series);
  }

  /** What else fails would fail again. */
  private static boolean isRace(CrmException failure) {
    if (failure instanceof ConflictException conflict) {
      return conflict.record() instanceof Ref<?> ref && OURS.contains(ref.type());
    }
    if (failure instanceof ValidationException taken) {
      return taken.violations().stream() // the number of the document itself is then taken as well
          .anyMatch(v -> OURS.stream().anyMatch(type -> type.name().equals(v.type())));
    }
    return failure instanceof StoreException broken && broken.isTransient();
  }
}
