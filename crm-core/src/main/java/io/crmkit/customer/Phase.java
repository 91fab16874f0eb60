package io.crmkit.customer;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;

/** Where today stands to a period, see {@link Workspace#today}. */
public enum Phase {
  /** It has not begun. */
  FUTURE,
  /** It is in force. */
  CURRENT,
  /** It is over. */
  PAST;

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

    /**
     * Writes those again that have begun or ended since they were written; one that is refused
     * keeps no other from it.
     */
    int moveOn(Workspace space) {
      LocalDate today = space.today();
      Condition<E> begun = phase.is(FUTURE).and(since.atMost(today));
      Condition<E> over = phase.is(CURRENT).and(until.lessThan(today));
      return Due.each(
          () -> space.own(definition, type).where(begun.or(over)).orderBy(since.asc()),
          record -> move(space, record));
    }

    private int move(Workspace space, E record) {
      space.own(definition, type).update(record, d -> d.unlock(definition).clear(phase));
      return 1;
    }
  }
}
