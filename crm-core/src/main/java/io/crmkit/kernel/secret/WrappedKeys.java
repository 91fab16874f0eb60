package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import io.crmkit.kernel.store.StoreTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys of tenants as they lie in the database, wrapped by the host's ring. Thread-safe. */
final class WrappedKeys {
  private static final Layout SHAPE = new Layout(List.of(DataKey.TYPE), List.of(), Map.of());

  private final @Nullable KeyRing ring;
  private final Store store;
  private final Clock clock;
  private final Random random;
  private final Supplier<UUID> ids;

  WrappedKeys(@Nullable KeyRing ring, Store store, Clock clock, Random random, Supplier<UUID> ids) {
    this.ring = ring;
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.ids = ids;
  }

  Optional<byte[]> permanent(String tenant) {
    return permanent(tenant, store.reader(tenant, SHAPE));
  }

  /** The tenant's key with the number 0, which is never exchanged. */
  Optional<byte[]> permanent(String tenant, StoreReader reader) {
    for (Row row : rows(reader)) {
      if (Long.valueOf(0).equals(DataKey.NUMBER.of(row))) {
        return Optional.of(secret(tenant, row));
      }
    }
    return Optional.empty();
  }

  /** Makes a key, unless somebody else does so at the same time. */
  void add(String tenant, long number, Instant usedFrom) {
    byte[] secret = Aes.chance(random, Aes.KEY);
    UUID id = ids.get();
    @Nullable Object[] slots = new @Nullable Object[DataKey.TYPE.slots().size()];
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    slots[EntityType.CREATED_AT] = now;
    slots[EntityType.UPDATED_AT] = now;
    slots[DataKey.NUMBER.slot()] = number;
    slots[DataKey.WRAPPED.slot()] = wrapped(tenant, number, secret).text();
    slots[DataKey.USED_FROM.slot()] = usedFrom;
    Ref<DataKey> ref = DataKey.TYPE.ref(id.getMostSignificantBits(), id.getLeastSignificantBits());
    try (StoreTransaction transaction = store.begin(tenant, SHAPE)) {
      transaction.commit(List.of(new Change.Insert(new Row(ref, 1, slots, Map.of()))));
    } catch (ValidationException | ConflictException another) {
      // Another node was first; its key is read.
    }
  }

  /** Wraps all of a tenant's keys with the key that the ring wraps with now. */
  void renew(String tenant) {
    try (StoreTransaction transaction = store.begin(tenant, SHAPE)) {
      List<Change> changes = new ArrayList<>();
      for (Row row : rows(transaction)) {
        @Nullable Object[] slots = row.copyOfSlots();
        long number = Objects.requireNonNull(DataKey.NUMBER.of(row));
        slots[DataKey.WRAPPED.slot()] = wrapped(tenant, number, secret(tenant, row)).text();
        changes.add(new Change.Update(row, new Row(row.ref(), row.version(), slots, row.extra())));
      }
      transaction.commit(changes);
    } catch (ConflictException another) {
      // Another node does the same.
    }
  }

  /** Destroys a key. */
  void retire(String tenant, long number) {
    purge(tenant, row -> Long.valueOf(number).equals(DataKey.NUMBER.of(row)));
  }

  /** Destroys all keys of a tenant. */
  void discard(String tenant) {
    purge(tenant, row -> true);
  }

  private void purge(String tenant, Predicate<Row> which) {
    try (StoreTransaction transaction = store.begin(tenant, SHAPE)) {
      List<Change> purges = new ArrayList<>();
      for (Row row : rows(transaction)) {
        if (which.test(row)) {
          purges.add(new Change.Purge(row));
        }
      }
      transaction.commit(purges);
    }
  }

  /** The keys of a tenant. */
  TenantKeys read(String tenant) {
    List<TenantKeys.Generation> all = new ArrayList<>();
    byte[] permanent = null;
    for (Row row : rows(store.reader(tenant, SHAPE))) {
      DataKey key = DataKey.TYPE.entity(row);
      long number = key.require(DataKey.NUMBER);
      if (number > 0) {
        Instant usedFrom = key.require(DataKey.USED_FROM);
        all.add(new TenantKeys.Generation(number, usedFrom, secret(tenant, row)));
      } else {
        permanent = secret(tenant, row);
      }
    }
    return new TenantKeys(all, permanent);
  }

  private Envelope wrapped(String tenant, long number, byte[] secret) {
    return ring == null
        ? new Envelope(0, secret)
        : new Envelope(1, ring.wrap(secret, context(tenant, number)));
  }

  private byte[] secret(String tenant, Row row) {
    DataKey key = DataKey.TYPE.entity(row);
    Envelope wrapped = Envelope.parse(key.require(DataKey.WRAPPED), "a data key");
    return wrapped.key() == 0
        ? wrapped.bytes()
        : ring().unwrap(wrapped.bytes(), context(tenant, key.require(DataKey.NUMBER)));
  }

  private static List<Row> rows(StoreReader reader) {
    return reader.select(
        new Selection<>(
            DataKey.TYPE,
            DataKey.TYPE.deletedAt().isMissing(),
            List.of(),
            null,
            Integer.MAX_VALUE));
  }

  private KeyRing ring() {
    if (ring == null) {
      throw KeyException.ringMissing(DataKey.TYPE);
    }
    return ring;
  }

  private static byte[] context(String tenant, long number) {
    return Aes.bytes(tenant.length() + ":" + tenant + "|data key " + number);
  }
}
