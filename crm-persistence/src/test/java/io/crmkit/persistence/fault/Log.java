package io.crmkit.persistence.fault;

import java.util.UUID;

/** What writers are told of their units of work. Thread-safe. */
interface Log {
  /** A unit is begun. */
  void tried(long unit);

  /** Its commit has returned. */
  void acknowledged(long unit);

  /** The store has said that nothing was written. */
  void failed(long unit, RuntimeException why);

  /** The store has said that it does not know. */
  void unknown(long unit, UUID operation);
}
