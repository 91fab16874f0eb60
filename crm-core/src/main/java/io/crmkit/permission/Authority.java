package io.crmkit.permission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Standing;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.StandIn;
import io.crmkit.org.Structure;
import io.crmkit.org.User;
import java.time.Duration;
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

  /** Beyond, a moment need not be thought of: rights are compiled again long before. */
  private static final Duration FAR = Duration.ofDays(10_000);

  private record Key(String actor, String onBehalfOf) {}

  /** What an actor may do by the layout, and until when that is right. */
  record Held(Rights rights, Layout layout, long change, long until) {}

  private record Stands(Authority authority, Held held, long since, long until)
      implements Standing {
    @Override
    public AccessPolicy policy() {
      return held.rights();
    }

    @Override
    public boolean isCurrent() {
      return held.change() == authority.changes.get();
    }
  }

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
  private volatile @Nullable Workspace space;
  private volatile @Nullable KnownModel model;

  Authority(RolePolicy policy, String tenant) {
    this.policy = policy;
    this.self = new CallContext(tenant, "permissions", null, "permissions", null);
  }

  /** True for the context in which this itself reads, which nobody else can hold. */
  @SuppressWarnings("ReferenceEquality") // an equal one can be made by anybody
  boolean isSelf(CallContext who) {
    return who == self;
  }

  /** Looks whether anything has changed, where that was longer ago than it may be. */
  void enter() {
    if (!policy.alone()) {
      long now = policy.millis();
      if (isOlder(now, policy.bound() / 2)) {
        look(now, policy.bound() / 2);
      }
    }
  }

  /** What is held, until it is time to look again. */
  Standing standing(Held held) {
    long last = policy.alone() ? Long.MIN_VALUE : lookedAt;
    long again = policy.alone() ? Standing.FOREVER : last + policy.bound() / 2;
    return new Stands(this, held, last, Math.min(again, held.until()));
  }

  /** Refuses an actor who acts for somebody whom they do not stand in for. */
  void requireStandIn(Rights rights, CallContext who) {
    if (rights.scopes().isEmpty()) {
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

  /** True while nothing that is known to have changed, or may have, changes what is held. */
  boolean isGood(Held held) {
    if (held.change() != changes.get()) {
      return false;
    }
    if (policy.alone()) {
      return held.until() == Standing.FOREVER || policy.millis() < held.until();
    }
    long now = policy.millis();
    return now < held.until() && !isOlder(now, bound());
  }

  /**
   * What somebody may do by a layout. Whoever is alone looks nevertheless, since all records of a
   * tenant may have been brought in at once.
   */
  Held held(CallContext who, Layout layout) {
    long now = policy.millis();
    long bound = policy.alone() ? 0 : bound();
    if (isOlder(now, bound)) {
      look(now, bound);
    }
    String other = who.onBehalfOf();
    Object key = other == null ? who.actor() : new Key(who.actor(), other);
    Held known = byActor.getIfPresent(key);
    if (known == null
        || known.layout() != layout
        || known.change() != changes.get()
        || now >= known.until()) {
      known = read(who, layout);
      byActor.put(key, known);
    }
    return known;
  }

  private long bound() {
    return policy.bound() == 0 ? RolePolicy.BOUND.toMillis() : policy.bound();
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

  private Held read(CallContext who, Layout layout) {
    long change = changes.get();
    Workspace space = space();
    Moment now = policy.now(space);
    Model known = model(space, now);
    List<Scope> scopes = scopes(space, known, who, now, layout);
    Instant until = now.startOf(known.people().structure().goodUntil());
    for (Scope scope : scopes) {
      Instant its = scope.person().until();
      until = its != null && its.isBefore(until) ? its : until;
    }
    boolean far = until.isAfter(now.instant().plus(FAR));
    return new Held(
        Rights.of(scopes, known.withheld(), layout),
        layout,
        change,
        far ? Standing.FOREVER : until.toEpochMilli());
  }

  /** Nobody may act for somebody whom they do not stand in for. */
  private static List<Scope> scopes(
      Workspace space, Model model, CallContext who, Moment now, Layout layout) {
    People people = model.people();
    Optional<Scope> own =
        Person.of(space, model, who.actor(), now).map(person -> Scope.of(person, people, layout));
    String other = who.onBehalfOf();
    if (other == null || own.isEmpty()) {
      return own.map(List::of).orElse(List.of());
    }
    Ref<User> me = own.get().person().user().ref();
    Optional<StandIn> standIn =
        people.structure().user(other).flatMap(absent -> people.standIn(me, absent));
    if (standIn.isEmpty()) {
      return List.of();
    }
    List<Scope> both = new ArrayList<>(List.of(own.get()));
    Person.of(space, model, other, now)
        .ifPresent(absent -> both.add(Scope.of(absent, people, layout, standIn.get())));
    return both;
  }

  /** The roles and the organisation; what was read before a change is not kept. */
  private Model model(Workspace space, Moment now) {
    KnownModel known = model;
    if (known == null || !isGood(known, now)) {
      synchronized (this) {
        known = model;
        if (known == null || !isGood(known, now)) {
          long change = changesOfTheModel.get();
          known = new KnownModel(new Model(space, policy.withheld(space)), change);
          model = known;
        }
      }
    }
    return known.model();
  }

  private boolean isGood(KnownModel known, Moment now) {
    Structure structure = known.model().people().structure();
    return known.change() == changesOfTheModel.get()
        && !now.day().isBefore(structure.day())
        && now.day().isBefore(structure.goodUntil());
  }

  /** The tenant's records, all of them. */
  Workspace space() {
    Workspace known = space;
    if (known == null) {
      known = policy.space(self);
      space = known;
    }
    return known;
  }
}
