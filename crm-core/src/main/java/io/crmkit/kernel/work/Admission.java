package io.crmkit.kernel.work;

/** Decides in which tenants sessions may work. Thread-safe and quick. */
@FunctionalInterface
public interface Admission {
  /**
   * Called when a session is first used, when the shape of its tenant has changed, and about once a
   * minute from then on; refuses by throwing.
   */
  void check(Engine engine, String tenant);
}
