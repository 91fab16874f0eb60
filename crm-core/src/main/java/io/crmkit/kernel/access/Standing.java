package io.crmkit.kernel.access;

/**
 * What a policy says to an actor as things stand: to be asked in the policy's place about what is
 * decided at once, without looking each time whether it still holds. It does while it is current
 * and its time has not run out. Thread-safe.
 */
public interface Standing {
  /** What is said. */
  AccessPolicy policy();

  /** False once something that it rests on is known to have changed. */
  boolean isCurrent();

  /** The moment from which on it holds, in milliseconds: a clock may be set back. */
  long since();

  /** The moment at which it has to be found again, in milliseconds; see {@link #FOREVER}. */
  long until();

  /** Where the passing of time changes nothing, so that no clock need be read. */
  long FOREVER = Long.MAX_VALUE;

  /** Of a policy that has to be entered each time. */
  static Standing once(AccessPolicy policy) {
    return new Unchanging(policy, false);
  }

  /** Of a policy that always says the same. */
  static Standing always(AccessPolicy policy) {
    return new Unchanging(policy, true);
  }
}
