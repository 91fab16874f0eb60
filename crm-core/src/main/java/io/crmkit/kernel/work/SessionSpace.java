package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.access.Standing;
import io.crmkit.kernel.audit.AccessEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.StoreReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each verb a transaction of its own. */
final class SessionSpace extends Workspace {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSpace.class);

  /** A door holds nothing of what was read through it, so it is good as long as the layout is. */
  private record Opened(Layouts.Held held, StoreReader reader, ReadDoor door) {}

  /** What need not be found out again for every question. */
  private record Entered(Opened opened, Standing standing, long until) {
    boolean isGood(Engine engine) {
      return standing.isCurrent()
          && engine.layouts().isCurrent(opened.held)
          && engine.isWithin(standing.since(), until);
    }
  }

  private final boolean guarded;
  private volatile @Nullable Opened opened;
  private volatile @Nullable Entered entered;

  SessionSpace(Engine engine, CallContext context, boolean guarded) {
    super(engine, context, engine.policy().of(context));
    this.guarded = guarded;
  }

  @Override
  public Instant now() {
    return engine.now();
  }

  @Override
  public Layout layout() {
    return opened().held().layout();
  }

  @Override
  public <T> T call(Function<? super Workspace, T> work) {
    UnitSpace unit = new UnitSpace(this, layout());
    try (unit) {
      T result = work.apply(unit);
      unit.commit();
      return result;
    } catch (RuntimeException | Error failure) {
      keepAfter(unit, failure);
      throw failure;
    }
  }

  @Override
  public <T> T rehearse(Function<? super Workspace, T> work) {
    UnitSpace unit = new UnitSpace(this, layout());
    T result;
    try (unit) {
      result = work.apply(unit);
      unit.check();
    } catch (RuntimeException | Error failure) {
      keepAfter(unit, failure);
      throw failure;
    }
    keep(unit.accesses());
    return result;
  }

  /** What was seen in a unit was seen, and what was refused was tried, although the unit failed. */
  private void keepAfter(UnitSpace unit, Throwable failure) {
    try {
      keep(unit.accesses());
    } catch (RuntimeException lost) {
      LOG.warn("{} facts of access could not be kept", unit.accesses().size(), lost);
      failure.addSuppressed(lost);
    }
  }

  private void keep(List<Access> accesses) {
    if (accesses.isEmpty()) {
      return;
    }
    try (UnitSpace small = new UnitSpace(this, layout())) {
      accesses.forEach(small::note);
      small.commit();
    }
  }

  /** A refusal stays a refusal where it cannot be written down; what was seen is not shown then. */
  @Override
  void note(Access access) {
    try {
      keep(List.of(access));
    } catch (RuntimeException lost) {
      if (access.kind() != AccessEntry.Kind.DENIED) {
        throw lost;
      }
      LOG.warn("A denied attempt could not be kept", lost);
    }
  }

  @Override
  public Optional<UUID> workId() {
    return Optional.empty();
  }

  @Override
  public void publish(CrmEvent event) {
    run(unit -> unit.publish(event));
  }

  @Override
  public <T> T requiring(Operation also, Supplier<T> part) {
    throw new InvalidRequestException("request.unit_needed");
  }

  @Override
  ReadDoor reading() {
    return entered().opened().door();
  }

  @Override
  <E extends Entity<E>> boolean may(Operation operation, EntityType<E> type, Row row) {
    Entered now = entered();
    Lookup lookup = now.opened().reader()::find;
    return now.standing().policy().may(context(), operation, type, row, lookup);
  }

  private Entered entered() {
    Entered last = entered;
    if (last == null || !last.isGood(engine)) {
      Opened open = opened();
      Standing standing = policy().enter(context(), open.held().layout());
      last = new Entered(open, standing, Math.min(standing.until(), open.held().until()));
      entered = last;
    }
    return last;
  }

  private Opened opened() {
    Opened last = opened;
    if (last == null || !engine.layouts().isGood(last.held())) {
      String tenant = context().tenant();
      if (guarded) {
        engine.admit(tenant);
      }
      Layouts.Held held = engine.layouts().of(tenant);
      Layout layout = held.layout();
      StoreReader reader = engine.store().reader(tenant, layout);
      last = new Opened(held, reader, new ReadDoor(this, layout, reader));
      opened = last;
    }
    return last;
  }
}
