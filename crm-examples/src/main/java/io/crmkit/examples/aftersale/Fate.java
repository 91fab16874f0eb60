package io.crmkit.examples.aftersale;

/** What becomes of an order. */
enum Fate {
  WRITTEN,
  CONFIRMED,
  PARTLY_SHIPPED,
  SHIPPED,
  CLOSED,
  RETURNED,
  CUT_SHORT,
  CANCELLED;

  /**
   * The older a deal the further its order; a few go wrong.
   *
   * @param place the place of the deal among all that were won, the oldest is 0
   * @param all how many there are
   */
  static Fate of(int place, int all) {
    return switch (place % 40) {
      case 13 -> RETURNED;
      case 22 -> CUT_SHORT;
      case 31 -> CANCELLED;
      default -> of((double) place / all);
    };
  }

  private static Fate of(double age) {
    if (age < 0.60) {
      return CLOSED;
    } else if (age < 0.80) {
      return SHIPPED;
    } else if (age < 0.90) {
      return PARTLY_SHIPPED;
    }
    return age < 0.97 ? CONFIRMED : WRITTEN;
  }

  /** True where it is delivered in two parts. */
  boolean inParts() {
    return this == PARTLY_SHIPPED || this == CUT_SHORT;
  }
}
