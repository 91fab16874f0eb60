package io.crmkit.kernel.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts for all tenants, with keys of each tenant that lie in the database, wrapped
 * by the host's {@link KeyRing}. Thread-safe.
 *
 * <p>A ciphertext is bound to where it stands: tenant, type, record and field are authenticated
 * with it, so one that was moved is refused.
 */
public final class Vault {
  /**
   * A new key is used so long after it was made; by then every node has read it, since none goes on
   * for longer than half of that with what it has read.
   */
  public static final Duration SPREAD = Duration.ofMinutes(2);

  private static final Duration GOOD_FOR = SPREAD.dividedBy(2);

  /** No transaction of a host lasts so long that it could still take a key of that age back. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private static final int MANY_TENANTS = 10_000;
  private static final int HASH = 16;

  private final @Nullable KeyRing ring;
  private final Store store;
  private final Clock clock;
  private final Random random;
  private final WrappedKeys wrappedKeys;
  private final Cache<String, TenantKeys> byTenant;

  /** The key of fingerprints, number 0, which never changes; empty where there is none yet. */
  private final Cache<String, Optional<byte[]>> fingerprints;

  /**
   * @param ring the host's keys; null where there are none, and so no encrypted field either
   * @param store where the tenants' keys are
   * @param clock the time
   * @param random a strong source of chance
   * @param ids makes identities
   */
  public Vault(
      @Nullable KeyRing ring, Store store, Clock clock, Random random, Supplier<UUID> ids) {
    this.ring = ring;
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.wrappedKeys = new WrappedKeys(ring, store, clock, random, ids);
    this.byTenant = cache(clock);
    this.fingerprints = cache(clock);
  }

  private static <V> Cache<String, V> cache(Clock clock) {
    return Caffeine.newBuilder()
        .maximumSize(MANY_TENANTS)
        .executor(Runnable::run)
        .expireAfterWrite(GOOD_FOR)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .build();
  }

  /** True where there is a key ring: only then there may be encrypted fields. */
  public boolean protects() {
    return ring != null;
  }

  /** Refuses encrypted fields where there is no key ring. */
  public void requireRing(Object what) {
    if (ring == null) {
      throw KeyException.ringMissing(what);
    }
  }

  // What one record's history is encrypted with

  /** The wrapped key of a new record; opaque. */
  public String newKey(String tenant, Ref<?> record) {
    byte[] key = Aes.chance(random, Aes.KEY);
    if (ring == null) {
      return new Envelope(0, key).text();
    }
    TenantKeys.Generation current = current(tenant);
    return wrapped(current, tenant, record, key);
  }

  /** False for a key that is being wrapped anew, or was: the one in hand may be of no use soon. */
  public boolean isCurrent(String tenant, String key) {
    return key.startsWith(ring == null ? Envelope.OPEN : Envelope.begin(current(tenant).number()));
  }

  private String wrapped(TenantKeys.Generation by, String tenant, Ref<?> record, byte[] key) {
    byte[] context = Aes.bytes(place(tenant, record, "key"));
    return new Envelope(by.number(), Aes.encrypt(by.encryption(), key, context, random)).text();
  }

  private byte[] unwrapped(String tenant, Ref<?> record, String wrapped) {
    String where = place(tenant, record, "key");
    Envelope envelope = Envelope.parse(wrapped, where);
    return envelope.key() == 0
        ? envelope.bytes()
        : Aes.decrypt(
            generation(tenant, envelope.key(), where).encryption(),
            envelope.bytes(),
            Aes.bytes(where),
            where);
  }

  /** The same key wrapped with the current key of the tenant. */
  String rewrapped(String tenant, Ref<?> record, String wrapped) {
    return wrapped(current(tenant), tenant, record, unwrapped(tenant, record, wrapped));
  }

  /**
   * Encrypts a text with a record's own key.
   *
   * @param key what {@link #newKey} gave
   */
  public String seal(String tenant, Ref<?> record, String key, String text) {
    byte[] context = Aes.bytes(place(tenant, record, "history"));
    return Envelope.base64(
        Aes.encrypt(unwrapped(tenant, record, key), Aes.bytes(text), context, random));
  }

  /** The inverse of {@link #seal}. */
  public String open(String tenant, Ref<?> record, String key, String sealed) {
    String where = place(tenant, record, "history");
    byte[] plain =
        Aes.decrypt(
            unwrapped(tenant, record, key),
            Base64.getUrlDecoder().decode(sealed),
            Aes.bytes(where),
            where);
    return new String(plain, StandardCharsets.UTF_8);
  }

  // Fields

  String encrypt(String tenant, Ref<?> record, String field, String text) {
    TenantKeys.Generation current = current(tenant);
    byte[] context = Aes.bytes(place(tenant, record, field));
    byte[] sealed = Aes.encrypt(current.encryption(), Aes.bytes(text), context, random);
    return new Envelope(current.number(), sealed).text();
  }

  String decrypt(String tenant, Ref<?> record, String field, String sealed) {
    String where = place(tenant, record, field);
    Envelope envelope = Envelope.parse(sealed, where);
    byte[] key = generation(tenant, envelope.key(), where).encryption();
    return new String(
        Aes.decrypt(key, envelope.bytes(), Aes.bytes(where), where), StandardCharsets.UTF_8);
  }

  /** The blind index to write: equal for equal texts of one field of one tenant, and else not. */
  String blind(String tenant, EntityType<?> type, String field, String text) {
    return blind(current(tenant), type, field, text);
  }

  /** The blind indexes by which a text may be found: one for each key there is. */
  List<String> blinds(String tenant, EntityType<?> type, String field, String text) {
    List<String> all = new ArrayList<>();
    for (TenantKeys.Generation each : keys(tenant).all()) {
      all.add(blind(each, type, field, text));
    }
    return all;
  }

  private static String blind(
      TenantKeys.Generation by, EntityType<?> type, String field, String text) {
    return hash(by.forPurpose("index " + type.name() + '.' + field), text);
  }

  /**
   * A fingerprint of a text, always the same for a tenant. Without a key ring its key lies in the
   * database as it is, so that who has that can try texts out.
   *
   * @param reader reads the key where it is not known, within the caller's transaction
   * @return null where the tenant has no such key, at the latest until a minute ago
   */
  public @Nullable String fingerprint(String tenant, String text, StoreReader reader) {
    if (ring != null) {
      byte[] secret = keys(tenant).permanent();
      return secret == null ? null : fingerprint(secret, text);
    }
    Optional<byte[]> key = fingerprints.getIfPresent(tenant);
    if (key == null) {
      key = wrappedKeys.permanent(tenant, reader);
      if (!store.joinsHost()) {
        fingerprints.put(tenant, key);
      }
    }
    return key.map(secret -> fingerprint(secret, text)).orElse(null);
  }

  /** As {@link #fingerprint}, and makes the key where there is none. */
  public String newFingerprint(String tenant, String text) {
    Optional<byte[]> key = fingerprints.getIfPresent(tenant);
    if (key == null || key.isEmpty()) {
      if (wrappedKeys.permanent(tenant).isEmpty()) {
        wrappedKeys.add(tenant, 0, now());
        byTenant.invalidate(tenant);
      }
      key = wrappedKeys.permanent(tenant);
      if (!store.joinsHost()) {
        fingerprints.put(tenant, key);
      }
    }
    return fingerprint(key.orElseThrow(), text);
  }

  private static String fingerprint(byte[] secret, String text) {
    return hash(Aes.derived(secret, "fingerprint"), text);
  }

  private static String hash(byte[] key, String text) {
    byte[] hash = Aes.hmac(key, Aes.bytes(text));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH));
  }

  /** Where something stands: what is encrypted there is good nowhere else. */
  private static String place(String tenant, Ref<?> record, String field) {
    return tenant.length()
        + ":"
        + tenant
        + '|'
        + record.type().name()
        + '|'
        + record.id()
        + '|'
        + field;
  }

  // Keys

  TenantKeys.Generation current(String tenant) {
    return keys(tenant).current(clock.instant());
  }

  private TenantKeys.Generation generation(String tenant, long number, String where) {
    TenantKeys.Generation known = keys(tenant).of(number);
    if (known == null) { // another node has just made it, or what was read is older than it
      byTenant.invalidate(tenant);
      known = keys(tenant).of(number);
    }
    if (known == null) {
      throw KeyException.unknown("data key " + number + " of " + where);
    }
    return known;
  }

  /** Reads the keys of a tenant, and makes the first where there is none. */
  TenantKeys keys(String tenant) {
    TenantKeys known = byTenant.getIfPresent(tenant);
    if (known == null) {
      known = wrappedKeys.read(tenant);
      if (known.isEmpty()) {
        wrappedKeys.add(tenant, 1, now());
        known = wrappedKeys.read(tenant);
      }
      Instant settled = now().minus(SETTLED);
      if (!store.joinsHost()
          || known.all().stream().allMatch(k -> k.usedFrom().isBefore(settled))) {
        byTenant.put(tenant, known);
      }
    }
    return known;
  }

  /** Makes another key, which is used once every node knows it; the ring wraps all of them anew. */
  void announce(String tenant) {
    TenantKeys known = wrappedKeys.read(tenant);
    if (known.isEmpty()) {
      keys(tenant);
    } else {
      wrappedKeys.add(tenant, known.last().number() + 1, now().plus(SPREAD));
    }
    wrappedKeys.renew(tenant);
    byTenant.invalidate(tenant);
  }

  /** Destroys a key that nothing is encrypted with any more. */
  void retire(String tenant, long number) {
    wrappedKeys.retire(tenant, number);
    byTenant.invalidate(tenant);
  }

  /**
   * Destroys the keys of a tenant in which nothing is encrypted, to make room for those of another.
   */
  public void discard(String tenant) {
    wrappedKeys.discard(tenant);
    readAgain(tenant);
  }

  /** Forgets what it knows of a tenant's keys, which somebody else has written or destroyed. */
  public void readAgain(String tenant) {
    byTenant.invalidate(tenant);
    fingerprints.invalidate(tenant);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
