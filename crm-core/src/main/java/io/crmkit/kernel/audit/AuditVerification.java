package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the chain of a tenant's audit.
 *
 * @param sealed how many facts were found to be as they were sealed, from the first on
 * @param unsealed how many facts are too young to be sealed yet; 0 where something was found
 * @param finding the first thing that is wrong, or null
 */
public record AuditVerification(long sealed, long unsealed, @Nullable Finding finding) {
  /** What is wrong. */
  public enum Kind {
    /** The fact is not as it was sealed, or stands in another place. */
    CHANGED,
    /** A sealed fact is gone. */
    REMOVED,
    /** A fact was put in behind the seals, or became visible later than the host allows. */
    INSERTED,
    /** A seal is missing, was changed or was not made with the host's key. */
    SEAL,
    /** What is there ends before the anchor, or is not what was anchored. */
    ANCHOR
  }

  /**
   * The first thing that is wrong.
   *
   * @param kind what it is
   * @param n the number of the fact in the chain, of a seal or an anchor the number of the last
   *     fact before
   * @param fact the fact, or null where it is about a seal or an anchor
   */
  public record Finding(Kind kind, long n, @Nullable Ref<?> fact) {}

  /** True where nothing is wrong. */
  public boolean isIntact() {
    return finding == null;
  }

  /** The first thing that is wrong; empty where nothing is. */
  public Optional<Finding> found() {
    return Optional.ofNullable(finding);
  }
}
