package io.crmkit.currency;

/**
 * Which rates a report goes by, and how old one may be.
 *
 * @param code a code of {@code rate_basis}, for example {@code "closing"}
 * @param maxAgeDays how many days before the day asked for a rate may be of, from 0
 */
public record RateBasis(String code, int maxAgeDays) {
  /** The rate at the end of a day; a week old at the most, for holidays. */
  public static final RateBasis CLOSING = new RateBasis("closing", 7);

  /** The mean of a month, dated on its first day. */
  public static final RateBasis AVERAGE = new RateBasis("average", 31);

  /** The rate that a year was planned with, dated on its first day. */
  public static final RateBasis BUDGET = new RateBasis("budget", 366);

  /** Refuses an age below zero. */
  public RateBasis {
    if (maxAgeDays < 0) {
      throw new IllegalArgumentException("a rate of " + maxAgeDays + " days: at least 0");
    }
  }

  /** The same rates, where older or only newer ones are good enough. */
  public RateBasis maxAge(int days) {
    return new RateBasis(code, days);
  }
}
