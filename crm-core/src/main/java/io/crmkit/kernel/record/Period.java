package io.crmkit.kernel.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which a record is in force; both belong to it. Without a first day it always
 * was, without a last it lasts. Made by {@link Definition#period}, which refuses a last day before
 * the first.
 *
 * @param since the first day
 * @param until the last day
 */
public record Period<E extends Entity<E>>(DateField<E> since, DateField<E> until) {
  /** Matches what is in force on {@code day}. */
  public Condition<E> on(LocalDate day) {
    Condition<E> begun = since.atMost(day);
    return (since.required() ? begun : since.isMissing().or(begun)).and(notOver(day));
  }

  /** Matches what is in force on {@code day} or will be later. */
  public Condition<E> notOver(LocalDate day) {
    return until.isMissing().or(until.atLeast(day));
  }

  /** Matches what is in force on any day on which {@code record} is. */
  public Condition<E> overlaps(E record) {
    LocalDate first = since.of(record.snapshot().row());
    LocalDate last = until.of(record.snapshot().row());
    Condition<E> begun =
        last == null ? Condition.always() : since.isMissing().or(since.atMost(last));
    return first == null ? begun : begun.and(notOver(first));
  }

  /** True where {@code record} is in force on {@code day}. */
  public boolean includes(E record, LocalDate day) {
    LocalDate first = record.get(since);
    LocalDate last = record.get(until);
    return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
  }

  /** True where a draft is in force on days on which the record, as it is stored, is not. */
  public boolean extended(Draft<E> draft) {
    LocalDate first = draft.get(since);
    LocalDate last = draft.get(until);
    LocalDate storedFirst = draft.stored(since);
    LocalDate storedLast = draft.stored(until);
    return draft.isNew()
        || (storedFirst != null && (first == null || first.isBefore(storedFirst)))
        || (storedLast != null && (last == null || last.isAfter(storedLast)));
  }

  boolean holds(E record) {
    @Nullable LocalDate first = record.get(since);
    @Nullable LocalDate last = record.get(until);
    return first == null || last == null || !last.isBefore(first);
  }
}
