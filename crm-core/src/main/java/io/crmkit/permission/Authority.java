package io.crmkit.permission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.work.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in one tenant, as this node knows it.
 *
 * <p>What is known is good while nothing changes. A change on this node says so in {@link #changed}
 * before its commit returns; one on another node shows in the marks, which are looked at again
 * after a while. What was read before a change was noticed is never used after it: everything
 * carries the number of changes noticed when its reading began.
 */
final class Authority {
  private static final int MANY_ACTORS = 20_000;

  private record Key(String actor, String onBehalfOf) {}

  private record Held(Rights rights, long change, long until) {}

  private record KnownModel(Model model, long change) {}

  private final RolePolicy policy;
  private final CallContext self;
  private final Cache<Object, Held> byActor =
      Caffeine.newBuilder().maximumSize(MANY_ACTORS).executor(Runnable::run).build();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong changesOfTheModel = new AtomicLong();
  private volatile long lookedAt = Long.MIN_VALUE;
  private volatile Set<UUID> marks = Set.of();
  private volatile @Nullable UUID markOfTheModel;
  private volatile @Nullable Layout layout;
  private volatile @Nullable KnownModel model;

  Authority(RolePolicy policy, String tenant) {
    this.policy = policy;
    this.self = new CallContext(tenant, "permissions", null, "permissions", null);
  }

  /** True for the context in which this itself reads. */
  boolean isSelf(CallContext who) {
    return who == self;
  }

  /** Looks whether anything has changed, where that was longer ago than it may be. */
  void enter(CallContext who) {
    long now = policy.millis();
    if (isOlder(now, policy.bound() / 2)) {
      look(now, policy.bound() / 2);
    }
    Layout current = space().layout();
    if (current != layout) {
      layout = current;
      changed(false);
    }
    if (who.onBehalfOf() != null && rights(who).scopes().isEmpty() && !rights(who).everything()) {
      throw AccessDeniedException.permission(who.actor(), "on_behalf_of " + who.onBehalfOf());
    }
  }

  /** Something has changed on this node. */
  void changed(boolean ofTheModel) {
    if (ofTheModel) {
      changesOfTheModel.incrementAndGet();
    }
    changes.incrementAndGet();
  }

  Rights rights(CallContext who) {
    long now = policy.millis();
    long bound = policy.bound() == 0 ? RolePolicy.BOUND.toMillis() : policy.bound();
    if (isOlder(now, bound)) {
      look(now, bound);
    }
    String other = who.onBehalfOf();
    Object key = other == null ? who.actor() : new Key(who.actor(), other);
    Held held = byActor.getIfPresent(key);
    if (held == null || held.change() != changes.get() || now >= held.until()) {
      held = read(who);
      byActor.put(key, held);
    }
    return held.rights();
  }

  private boolean isOlder(long now, long bound) {
    long last = lookedAt;
    return last == Long.MIN_VALUE || now - last >= bound || now < last;
  }

  private synchronized void look(long now, long bound) {
    if (!isOlder(now, bound)) {
      return;
    }
    Set<UUID> found = new HashSet<>();
    UUID ofTheModel = null;
    for (PermissionMark mark :
        space().own(PermissionMark.DEF, PermissionMark.TYPE).query().list()) {
      found.add(mark.ref().id());
      if (mark.require(PermissionMark.NAME).equals(Marks.MODEL)) {
        ofTheModel = mark.ref().id();
      }
    }
    if (!found.equals(marks)) {
      boolean model = ofTheModel != null && !ofTheModel.equals(markOfTheModel);
      marks = found;
      markOfTheModel = ofTheModel;
      changed(model);
    }
    lookedAt = now;
  }

  private Held read(CallContext who) {
    long change = changes.get();
    Workspace space = space();
    Layout shape = space.layout();
    Model known = model(space);
    Instant now = space.now();
    List<Scope> scopes = new ArrayList<>();
    @Nullable Instant until = null;
    for (Person person : persons(space, known, who, now)) {
      scopes.add(new Scope(person, known.people(), shape));
      until = Person.sooner(until, person.until());
    }
    return new Held(
        Rights.of(scopes, shape), change, until == null ? Long.MAX_VALUE : until.toEpochMilli());
  }

  /** Nobody may act for somebody whom they do not stand in for. */
  private static List<Person> persons(Workspace space, Model model, CallContext who, Instant now) {
    Optional<Person> actor = Person.of(space, model, who.actor(), now);
    return who.onBehalfOf() == null ? actor.map(List::of).orElse(List.of()) : List.of();
  }

  /** The roles and the organisation; what was read before a change is not kept. */
  Model model(Workspace space) {
    KnownModel known = model;
    if (known == null || known.change() != changesOfTheModel.get()) {
      synchronized (this) {
        known = model;
        if (known == null || known.change() != changesOfTheModel.get()) {
          long change = changesOfTheModel.get();
          known = new KnownModel(new Model(space), change);
          model = known;
        }
      }
    }
    return known.model();
  }

  /** The tenant's records, all of them. */
  Workspace space() {
    return policy.space(self);
  }
}
