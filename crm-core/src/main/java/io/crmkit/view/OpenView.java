package io.crmkit.view;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.work.Query;

/**
 * A saved view as its reader may use it.
 *
 * @param view what was saved
 * @param list the columns that the reader may see, and the order
 * @param query the records that the reader may see; to be paged, counted and narrowed down further
 */
public record OpenView<E extends Entity<E>>(SavedView view, ListDescriptor list, Query<E> query) {}
