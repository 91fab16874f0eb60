package io.crmkit.kernel.record;

/** Whether the unit of work that wrote what a snapshot shows has committed. Thread-safe. */
public final class Outcome {
  private volatile boolean committed;

  /** Notes the commit. */
  public void commit() {
    committed = true;
  }

  /** True once the unit of work has committed; never where it failed. */
  public boolean committed() {
    return committed;
  }
}
