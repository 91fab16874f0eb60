package io.crmkit.exchange;

import io.crmkit.kernel.work.Workspace;

/**
 * Makes records of one row.
 *
 * <p>It may be called more than once for the same row, since a batch that cannot be committed is
 * begun anew row by row: so it has no effect but through {@code work}, and what has to follow once
 * the row is safely in goes into {@link ImportRow#whenImported}.
 */
@FunctionalInterface
public interface RowHandler {
  /**
   * Makes records of one row. Whatever of {@link io.crmkit.kernel.error.CrmException} the verbs
   * throw rejects this row alone, and nothing of it remains; any other exception ends the import.
   *
   * @param work the unit of work that the row belongs to
   * @param row the row
   */
  void row(Workspace work, ImportRow row);
}
