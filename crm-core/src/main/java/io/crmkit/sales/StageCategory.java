package io.crmkit.sales;

/** What a stage means, whatever a company calls it. */
public enum StageCategory {
  /** The deal is being worked on. */
  OPEN,
  /** The customer has bought. */
  WON,
  /** The customer has not bought. */
  LOST;

  /** True for the ends of a pipeline. */
  public boolean closed() {
    return this != OPEN;
  }
}
