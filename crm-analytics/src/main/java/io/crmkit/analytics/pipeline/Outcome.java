package io.crmkit.analytics.pipeline;

/** What became of the deals that entered a stage of a {@link Funnel}. */
public enum Outcome {
  /** Entered the stage, whatever became of it: the three others together. */
  ENTERED,
  /** Has reached a later open stage, or is won. */
  ADVANCED,
  /** Is lost, and had come no further than this stage. */
  LOST,
  /** Is open, and has come no further than this stage. */
  STILL_OPEN
}
