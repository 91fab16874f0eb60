package io.crmkit.kernel.record;

import org.jspecify.annotations.Nullable;

/** Finds the rows that a condition or a path refers to, in one consistent view of the data. */
@FunctionalInterface
public interface Lookup {
  /** Finds nothing: for conditions that stay within one record. */
  Lookup NONE = ref -> null;

  /** The row behind {@code ref}, deleted ones included; null where there is none. */
  @Nullable Row row(Ref<?> ref);
}
