package io.crmkit.permission;

import io.crmkit.kernel.access.AccessPolicy;
import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.FieldRight;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.access.Standing;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.record.Veil;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets people do what their roles grant and others share with them, and nothing else. Thread-safe.
 */
public final class RolePolicy implements AccessPolicy {
  /** So long another node may not know what was changed here, unless the host says otherwise. */
  public static final Duration BOUND = Duration.ofSeconds(1);

  private final Set<String> administrators;
  private final boolean alone;
  private final long bound;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<String, Authority> tenants = new ConcurrentHashMap<>();
  private volatile @Nullable Function<CallContext, Workspace> spaces;
  private volatile Function<Workspace, Withheld> withheld =
      space -> new Withheld(null, "", Set.of());

  /**
   * @param administrators the actors who may do everything, whatever roles there are
   * @param alone true where there is no other node, so that all changes are heard of at once
   * @param bound how long another node may go on by what was changed meanwhile; with zero, every
   *     unit of work looks first
   * @param clock the time
   * @param zone where days begin and end
   */
  public RolePolicy(
      Set<String> administrators, boolean alone, Duration bound, Clock clock, ZoneId zone) {
    this.administrators = Set.copyOf(administrators);
    this.alone = alone;
    this.bound = bound.toMillis();
    this.clock = clock;
    this.zone = zone;
  }

  /** Says where the roles are: called once, by whoever opens the CRM. */
  public void open(Function<CallContext, Workspace> where) {
    spaces = where;
  }

  /**
   * Keeps records, with what is about them, from all who lack a permission, whatever their roles
   * grant.
   *
   * @param hooks of the module that knows the records
   * @param said the type of the records that say so: a change of these is in force as one of roles
   * @param permission who has it is kept from nothing
   * @param which the records
   */
  public void withhold(
      Hooks hooks,
      EntityType<?> said,
      String permission,
      Function<Workspace, Collection<Ref<?>>> which) {
    hooks.watch(List.of(said), new Marks(true, tenant -> changed(tenant, true)));
    withheld = space -> new Withheld(said, permission, which.apply(space));
  }

  Withheld withheld(Workspace all) {
    return withheld.apply(all);
  }

  boolean isAdministrator(String actor) {
    return administrators.contains(actor);
  }

  Moment now(Workspace space) {
    return Moment.of(space, zone);
  }

  long millis() {
    return clock.millis();
  }

  boolean alone() {
    return alone;
  }

  long bound() {
    return bound;
  }

  Workspace space(CallContext self) {
    Function<CallContext, Workspace> opened = spaces;
    if (opened == null) {
      throw new IllegalStateException("the policy is asked before the CRM is open");
    }
    return opened.apply(self);
  }

  Authority authority(String tenant) {
    Authority known = tenants.get(tenant);
    return known != null
        ? known
        : tenants.computeIfAbsent(tenant, name -> new Authority(this, name));
  }

  void changed(String tenant, boolean ofTheModel) {
    authority(tenant).changed(ofTheModel);
  }

  Rights rights(CallContext who) {
    return of(who).rights();
  }

  @Override
  public ActorPolicy of(CallContext who) {
    return new ActorPolicy(this, who);
  }

  @Override
  public Standing enter(CallContext who, Layout layout) {
    return of(who).enter(who, layout);
  }

  @Override
  public boolean allows(CallContext who, Operation operation, EntityType<?> type) {
    return of(who).allows(who, operation, type);
  }

  @Override
  public <E extends Entity<E>> Condition<E> rows(
      CallContext who, Operation operation, EntityType<E> type) {
    return of(who).rows(who, operation, type);
  }

  @Override
  public <E extends Entity<E>> boolean may(
      CallContext who, Operation operation, EntityType<E> type, Row row, Lookup lookup) {
    return of(who).may(who, operation, type, row, lookup);
  }

  @Override
  public FieldRight field(CallContext who, Field<?, ?> field) {
    return of(who).field(who, field);
  }

  @Override
  public Veil veil(CallContext who, EntityType<?> type) {
    return of(who).veil(who, type);
  }

  @Override
  public boolean permits(CallContext who, String permission) {
    return of(who).permits(who, permission);
  }

  @Override
  public String toString() {
    return "roles, and everything for " + administrators;
  }
}
