package io.crmkit.kernel.error;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the record first, or a whole unit of work ran into another one. Nothing was
 * written. Read the record again and decide anew, or let {@code Session.retry} repeat the work.
 */
public final class ConflictException extends CrmException {
  /** The code of a conflict of a unit of work with itself: a mistake, which repeating repeats. */
  public static final String TWICE = "conflict.twice";

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object record;

  private ConflictException(String code, Object record, Object... more) {
    super(code, null, Stream.concat(Stream.of(record), Stream.of(more)).toArray());
    this.record = record;
  }

  /** The record that somebody else was first with; null where it was lost on the way. */
  public @Nullable Object record() {
    return record;
  }

  /**
   * The record was changed, deleted or purged since the given version was read.
   *
   * @param record the record, for example {@code customer:0190…}
   * @param given the version that was handed in
   * @param stored the version in the store, or null where the record is gone or it is not known
   */
  public static ConflictException stale(Object record, long given, @Nullable Long stored) {
    return stored == null
        ? new ConflictException("conflict.gone", record, given)
        : new ConflictException("conflict.stale", record, given, stored);
  }

  /** The same record was handed in twice, in different versions, within one unit of work. */
  public static ConflictException twice(Object record, long given, long pending) {
    return new ConflictException(TWICE, record, given, pending);
  }
}
