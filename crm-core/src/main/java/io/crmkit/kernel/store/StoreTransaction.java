package io.crmkit.kernel.store;

import java.util.List;

/**
 * One transaction of one tenant. Not thread-safe.
 *
 * <p><b>Isolation.</b> Reads see one snapshot, taken at the latest by the first of them, and the
 * transaction's own writes. Of two transactions that change the same row, the second to commit
 * fails with a {@link io.crmkit.kernel.error.ConflictException}: an update is never lost. A
 * decision that rests on rows the transaction does not change is guarded by {@link Change.Expect}.
 *
 * <p><b>Waiting.</b> A store may let a writer wait for another transaction that has written the
 * same row or refers to it, and refuse it with a transient error if that takes too long; the other
 * one can still commit. Readers wait for nobody.
 */
public interface StoreTransaction extends StoreReader, AutoCloseable {
  /**
   * Writes changes, in order, so that the transaction's later reads see them.
   *
   * @throws io.crmkit.kernel.error.ConflictException where a row is not in the version expected
   * @throws io.crmkit.kernel.error.ValidationException where a key is taken or a row is referred to
   */
  void write(List<Change> changes);

  /**
   * Writes the last changes and commits: all of the transaction or, with the same errors as {@link
   * #write}, nothing.
   */
  void commit(List<Change> changes);

  /** Ends the transaction; without a commit before, it leaves nothing. */
  @Override
  void close();
}
