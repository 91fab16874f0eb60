package io.crmkit.persistence.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.record.Ref;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many identities, as databases are asked for them. Who sees the records of thousands of users asks
 * for the same ones page by page, so what is made of them is kept as long as the condition that
 * names them. Thread-safe.
 */
final class Identities extends AbstractList<Object> implements RandomAccess {
  /** Fewer are made of the condition each time. */
  private static final int MANY = 64;

  private final UUID[] ids;
  private final int hash;
  private volatile byte @Nullable [] packed;

  private Identities(Set<?> refs) {
    ids = refs.stream().map(ref -> ((Ref<?>) ref).id()).toArray(UUID[]::new);
    hash = super.hashCode();
  }

  /** The identities that conditions name. */
  static final class Named {
    /** About 60 MB of them at the most. */
    private static final int KEPT = 1_000_000;

    private final Cache<Set<?>, Identities> named =
        Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(KEPT)
            .weigher((Set<?> refs, Identities its) -> its.size())
            .executor(Runnable::run)
            .build();

    /** Those of references; null for few. */
    @Nullable List<Object> of(Set<?> refs) {
      return refs.size() < MANY ? null : named.get(refs, Identities::new);
    }
  }

  /** In the binary form of PostgreSQL. */
  byte[] packed() {
    byte[] its = packed;
    if (its == null) {
      its = PackedIds.packed(this);
      packed = its;
    }
    return its;
  }

  @Override
  public Object get(int index) {
    return ids[index];
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }
}
