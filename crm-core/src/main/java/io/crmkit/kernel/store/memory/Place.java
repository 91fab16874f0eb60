package io.crmkit.kernel.store.memory;

import io.crmkit.kernel.record.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A gap between two entries of an index, so never an entry itself.
 *
 * @param rank the rank of the value; the greatest number where it is missing
 * @param value the value of the entries beside the gap; null among the missing ones
 * @param ref the row beside the gap; null for the gap before or behind all entries of the value
 * @param side -1 for the gap before, 1 for the one behind
 */
record Place(long rank, @Nullable Object value, @Nullable Ref<?> ref, int side) {}
