package io.crmkit.kernel.event;

import io.crmkit.kernel.record.Ref;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Kept in the outbox by the transaction that made it happen, told to
 * listeners once that has committed.
 */
public interface CrmEvent {
  /** The stable name, for example {@code "opportunity.won"}. */
  String name();

  /** The record that it happened to. */
  Ref<?> record();

  /**
   * What else a receiver has to know: identities, codes, numbers as text. Never values of fields,
   * which a receiver may not be allowed to see.
   */
  default Map<String, @Nullable Object> facts() {
    return Map.of();
  }
}
