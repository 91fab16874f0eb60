package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.store.Change;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges the key of a tenant while everybody goes on working. {@link #begin} makes another key;
 * after {@link Vault#SPREAD}, when every node knows it, it is the one that encrypts; {@link #run}
 * then encrypts again, batch by batch, what an older one has encrypted, and in the end destroys the
 * older one. Each batch is a transaction, so it may be killed at any moment and is run again.
 */
public final class Rotation {
  /** The last transaction that may have used an older key has ended by then. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final int BATCH = 100;

  private final Vault vault;
  private final Store store;
  private final Clock clock;

  /**
   * @param store the store itself, which sees ciphertexts
   */
  public Rotation(Vault vault, Store store, Clock clock) {
    this.vault = vault;
    this.store = store;
    this.clock = clock;
  }

  /** Makes another key for a tenant. */
  public void begin(String tenant) {
    vault.requireRing(DataKey.TYPE);
    vault.announce(tenant);
  }

  /**
   * Encrypts anew what older keys have encrypted.
   *
   * @return how many records were written
   */
  public int run(String tenant, Layout layout) {
    Instant now = clock.instant();
    TenantKeys keys = vault.keys(tenant);
    TenantKeys.Generation current = keys.current(now);
    int done = 0;
    for (TenantKeys.Generation old : keys.all()) {
      if (old.number() < current.number()) {
        boolean used = false;
        for (EntityType<?> type : layout.types()) {
          if (!type.journal()) {
            done += renew(tenant, layout, type, old);
            used |= isUsed(tenant, layout, type, old);
          }
        }
        if (!used && current.usedFrom().plus(GRACE).isBefore(now)) {
          vault.retire(tenant, old.number());
        }
      }
    }
    return done;
  }

  private <E extends Entity<E>> boolean isUsed(
      String tenant, Layout layout, EntityType<E> type, TenantKeys.Generation old) {
    return store.reader(tenant, layout.stored()).exists(type, sealedBy(old, layout, type));
  }

  private static <E extends Entity<E>> Condition<E> sealedBy(
      TenantKeys.Generation old, Layout layout, EntityType<E> type) {
    String prefix = Envelope.begin(old.number());
    List<Condition<E>> any = new ArrayList<>();
    any.add(startsWith(key(type), prefix));
    any.add(startsWith(key(type), Envelope.OPEN)); // from before there was a ring
    for (SealedField<E> field : layout.sealed(type)) {
      any.add(startsWith(field.text(), prefix));
    }
    return Condition.any(any);
  }

  private <E extends Entity<E>> int renew(
      String tenant, Layout layout, EntityType<E> type, TenantKeys.Generation old) {
    Selection<E> some = new Selection<>(type, sealedBy(old, layout, type), List.of(), null, BATCH);
    int done = 0;
    while (true) {
      int written = batch(tenant, layout, some);
      if (written == 0) {
        return done;
      }
      done += written;
    }
  }

  @SuppressWarnings("unchecked") // the slot has a text
  private static <E extends Entity<E>> TextField<E> key(EntityType<E> type) {
    return (TextField<E>) type.slots().get(type.keySlot());
  }

  private static <E extends Entity<E>> Condition<E> startsWith(TextField<E> field, String prefix) {
    return new Condition.Text<>(field, Condition.TextOp.STARTS_WITH, prefix);
  }

  private <E extends Entity<E>> int batch(String tenant, Layout layout, Selection<E> some) {
    Sealing sealing = new Sealing(vault, tenant, layout);
    List<SealedField<E>> fields = layout.sealed(some.type());
    try (StoreTransaction transaction = store.begin(tenant, layout.stored())) {
      List<Change> changes = new ArrayList<>();
      for (Row row : transaction.select(some)) {
        String key = row.key();
        Row renewed = sealing.sealed(sealing.opened(row), fields);
        renewed = key == null ? renewed : renewed.withKey(vault.rewrapped(tenant, row.ref(), key));
        changes.add(new Change.Update(row, renewed)); // the same version: nothing has changed
      }
      transaction.commit(changes);
      return changes.size();
    } catch (ConflictException changed) {
      return 0; // somebody writes there; the next run comes back
    }
  }
}
