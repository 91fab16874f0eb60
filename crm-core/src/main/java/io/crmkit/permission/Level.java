package io.crmkit.permission;

import java.util.Locale;

/** How far a right reaches among the records of a type. */
public enum Level {
  /** To none. */
  NONE,
  /** To one's own. */
  OWN,
  /** To those of one's team: whoever reports to oneself, and the members of one's teams. */
  TEAM,
  /** To those of the people of one's unit. */
  UNIT,
  /** To those of the people of one's unit and all below it. */
  UNIT_AND_BELOW,
  /** To those that lie in one's territories and all below them. */
  TERRITORY,
  /** To all. */
  ALL;

  /** True where, seen from one person, this reaches as far as {@code other} or further. */
  boolean covers(Level other) {
    return this == other
        || this == ALL
        || other == NONE
        || (other == OWN && this != NONE)
        || (other == UNIT && this == UNIT_AND_BELOW);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
