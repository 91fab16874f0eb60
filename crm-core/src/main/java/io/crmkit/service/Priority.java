package io.crmkit.service;

/** How soon a case has to be dealt with. */
public enum Priority {
  /** When there is time. */
  LOW,
  /** In its turn. */
  NORMAL,
  /** Before others. */
  HIGH,
  /** At once. */
  URGENT;

  /** The next higher one; urgent stays urgent. */
  public Priority raised() {
    return switch (this) {
      case LOW -> NORMAL;
      case NORMAL -> HIGH;
      case HIGH, URGENT -> URGENT;
    };
  }
}
