package io.crmkit.service;

/** By what a queue chooses among the members who have the skills, are there and have room. */
public enum DispatchStrategy {
  /** Whose skills match the labels of the case best; of equals who has the fewest open cases. */
  SKILL,
  /** Who has the fewest open cases of the queue. */
  LEAST_LOAD,
  /** One after the other. */
  ROUND_ROBIN
}
