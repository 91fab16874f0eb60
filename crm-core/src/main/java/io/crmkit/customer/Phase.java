package io.crmkit.customer;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.List;

/** Where today stands to a period, see {@link Workspace#today}. */
public enum Phase {
  /** It has not begun. */
  FUTURE,
  /** It is in force. */
  CURRENT,
  /** It is over. */
  PAST;

  private static final int AT_ONCE = 100;

  /**
   * The fields of a dated record type of this feature.
   *
   * @param phase what is kept of where today stands; written by this alone
   */
  record Dated<E extends Entity<E>>(
      Definition<E> definition,
      EntityType<E> type,
      DateField<E> since,
      DateField<E> until,
      ChoiceField<E, Phase> phase) {
    /** Says in every record that is written where today stands. */
    Hooks.Preparation<E> prepared() {
      return (space, draft) -> {
        Phase now = on(draft, space.today());
        if (draft.get(phase) != now) {
          draft.unlock(definition).set(phase, now);
        }
      };
    }

    private Phase on(Draft<E> draft, LocalDate day) {
      LocalDate first = draft.get(since);
      LocalDate last = draft.get(until);
      if (first != null && first.isAfter(day)) {
        return FUTURE;
      }
      return last != null && last.isBefore(day) ? PAST : CURRENT;
    }

    /** Writes those again that have begun or ended since they were written. */
    int moveOn(Workspace space) {
      LocalDate today = space.today();
      Condition<E> begun = phase.is(FUTURE).and(since.atMost(today));
      Condition<E> over = phase.is(CURRENT).and(until.lessThan(today));
      int moved = 0;
      while (true) {
        List<E> due =
            space
                .own(definition, type)
                .where(begun.or(over))
                .orderBy(since.asc())
                .limit(AT_ONCE)
                .list();
        if (due.isEmpty()) {
          return moved;
        }
        for (E record : due) {
          moved += move(space, record) ? 1 : 0;
        }
      }
    }

    /** False where another node was first. */
    private boolean move(Workspace space, E record) {
      try {
        space.own(definition, type).update(record, d -> d.unlock(definition).clear(phase));
        return true;
      } catch (ConflictException done) {
        return false;
      }
    }
  }
}
