package io.crmkit.customer;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Page;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where a day stands to a period. Days are counted in UTC. */
public enum Phase {
  /** It has not begun. */
  FUTURE,
  /** It is in force. */
  CURRENT,
  /** It is over. */
  PAST;

  private static final int AT_ONCE = 100;

  static LocalDate today(Workspace space) {
    return LocalDate.ofInstant(space.now(), ZoneOffset.UTC);
  }

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
        Phase now = on(draft, today(space));
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
      LocalDate today = today(space);
      Condition<E> begun = phase.is(FUTURE).and(since.atMost(today));
      Condition<E> over = phase.is(CURRENT).and(until.lessThan(today));
      int moved = 0;
      CrmException failure = null;
      String token = null;
      do {
        Page<E> due =
            space
                .own(definition, type)
                .where(begun.or(over))
                .orderBy(since.asc())
                .limit(AT_ONCE)
                .after(token)
                .page();
        for (E record : due.items()) {
          try {
            moved += move(space, record) ? 1 : 0;
          } catch (CrmException refused) {
            failure = failure == null ? refused : failure;
          }
        }
        token = due.token();
      } while (token != null);
      if (failure != null) {
        throw failure;
      }
      return moved;
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
