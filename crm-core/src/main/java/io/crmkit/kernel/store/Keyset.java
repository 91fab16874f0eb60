package io.crmkit.kernel.store;

import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order: the values of the keys and the identity of the row that stands there.
 *
 * @param values one per key, null where missing
 * @param ref the row, whether it still exists or not
 */
public record Keyset(List<@Nullable Object> values, Ref<?> ref) {
  /** Copies the values. */
  public Keyset {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
