package io.crmkit.kernel.store;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import java.util.Collection;

/**
 * Keeps the rows of all tenants. Thread-safe. Tenants never see each other's rows: every reader and
 * every transaction belongs to one.
 */
public interface Store extends AutoCloseable {
  /**
   * Makes the store ready for records of these types; called once, before anything else.
   *
   * @throws io.crmkit.kernel.error.StoreException where what is stored does not fit the types
   */
  void open(Collection<EntityType<?>> types);

  /** A reader each of whose calls sees everything committed before it. Costs nothing to make. */
  StoreReader reader(String tenant, Layout layout);

  /** Begins a transaction, see {@link StoreTransaction} for its isolation. */
  StoreTransaction begin(String tenant, Layout layout);

  /**
   * True where transactions are parts of the host's, which alone commits: what a transaction wrote
   * is not final when it ends, so nobody is told of it, and who wants to hear reads the outbox.
   */
  default boolean joinsHost() {
    return false;
  }

  /**
   * True where a store keeps the objects that rows consist of, rather than a text form of them:
   * what is costly to spell out may then wait until somebody reads it.
   */
  default boolean keepsObjects() {
    return false;
  }

  /** Lets everything go. Safe to call twice; what is used afterwards fails. */
  @Override
  void close();
}
