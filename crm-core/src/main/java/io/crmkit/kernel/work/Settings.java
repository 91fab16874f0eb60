package io.crmkit.kernel.work;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.audit.Auditing;
import io.crmkit.kernel.event.EventListener;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.secret.KeyRing;
import io.crmkit.kernel.store.Store;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What a host gives an {@link Engine}.
 *
 * @param store where the records are
 * @param alone true where nobody else can write to the store
 * @param policy who may do what
 * @param clock the time
 * @param zone says what day it is
 * @param ids makes identities
 * @param random the source of nonces and jitter; has to be cryptographically strong in production
 * @param executor runs the listeners after a commit
 * @param secret a key of at least 32 bytes; nodes that serve the same users share it, so that a
 *     page token given out by one is good on the other
 * @param ring the host's keys, which protect encrypted fields; null where there are none
 * @param modules the features
 * @param extensions custom fields declared in code
 * @param listeners hear of every event
 * @param admission decides in which tenants sessions may work
 * @param auditing what is audited besides changes, and how that is sealed
 */
public record Settings(
    Store store,
    boolean alone,
    AccessPolicy policy,
    Clock clock,
    ZoneId zone,
    IdSource ids,
    Random random,
    Executor executor,
    SecretKey secret,
    @Nullable KeyRing ring,
    List<CrmModule> modules,
    List<Extension<?>> extensions,
    List<EventListener> listeners,
    Admission admission,
    Auditing auditing) {
  /** Copies the lists. */
  public Settings {
    modules = List.copyOf(modules);
    extensions = List.copyOf(extensions);
    listeners = List.copyOf(listeners);
  }
}
