package io.crmkit.kernel.work;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some records of an ordered list.
 *
 * @param items the records
 * @param token what {@link Query#after} takes to go on; null where this is the last page. Opaque,
 *     tamper-proof, good for the same query by the same actor
 */
public record Page<E>(List<E> items, @Nullable String token) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** The token of the next page; empty where this is the last. */
  public Optional<String> next() {
    return Optional.ofNullable(token);
  }
}
