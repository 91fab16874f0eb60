package io.crmkit.examples.bench.access;

/** Decides. */
interface Side extends AutoCloseable {
  /**
   * True where the actor may change a record.
   *
   * @param own true for one of their own, false for somebody else's
   */
  boolean decide(boolean own);

  @Override
  default void close() {}
}
