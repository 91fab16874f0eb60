package io.crmkit.kernel.secret;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys of one tenant as they were read, oldest first. Thread-safe. */
final class TenantKeys {
  /**
   * One generation: what it encrypts with and, for each field, what it makes blind indexes with.
   */
  static final class Generation {
    private final long number;
    private final Instant usedFrom;
    private final byte[] secret;
    private final byte[] encryption;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    Generation(long number, Instant usedFrom, byte[] secret) {
      this.number = number;
      this.usedFrom = usedFrom;
      this.secret = secret;
      this.encryption = Aes.derived(secret, "encryption");
    }

    long number() {
      return number;
    }

    Instant usedFrom() {
      return usedFrom;
    }

    byte[] encryption() {
      return encryption;
    }

    /** A key for one purpose, such as the blind index of one field. */
    byte[] forPurpose(String purpose) {
      return derived.computeIfAbsent(purpose, its -> Aes.derived(secret, its));
    }
  }

  private final TreeMap<Long, Generation> byNumber = new TreeMap<>();
  private final byte @Nullable [] permanent;

  /**
   * @param permanent the key that is never exchanged; null where there is none yet
   */
  TenantKeys(Collection<Generation> generations, byte @Nullable [] permanent) {
    this.permanent = permanent;
    generations.forEach(each -> byNumber.put(each.number(), each));
  }

  byte @Nullable [] permanent() {
    return permanent;
  }

  boolean isEmpty() {
    return byNumber.isEmpty();
  }

  /** The one that encrypts now: of those in use, the last. */
  Generation current(Instant now) {
    for (Generation each : byNumber.descendingMap().values()) {
      if (!each.usedFrom().isAfter(now)) {
        return each;
      }
    }
    return byNumber.firstEntry().getValue(); // clocks of nodes differ
  }

  @Nullable Generation of(long number) {
    return byNumber.get(number);
  }

  /** All of them, also the one that is not in use yet: another node's clock may be ahead. */
  List<Generation> all() {
    return new ArrayList<>(byNumber.values());
  }

  Generation last() {
    return byNumber.lastEntry().getValue();
  }
}
