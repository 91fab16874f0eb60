package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.layout.Layouts;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.store.StoreReader;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each verb a transaction of its own. */
final class SessionSpace extends Workspace {
  private record Opened(Layouts.Held held, ReadDoor door) {}

  private volatile @Nullable Opened opened;

  SessionSpace(Engine engine, CallContext context) {
    super(engine, context);
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
    try (UnitSpace unit = new UnitSpace(engine, context(), layout())) {
      T result = work.apply(unit);
      unit.commit();
      return result;
    }
  }

  @Override
  public <T> T rehearse(Function<? super Workspace, T> work) {
    try (UnitSpace unit = new UnitSpace(engine, context(), layout())) {
      T result = work.apply(unit);
      unit.check();
      return result;
    }
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
    policy().enter(context());
    return opened().door();
  }

  /** Good as long as the layout is: a door holds nothing of what was read through it. */
  private Opened opened() {
    Opened last = opened;
    if (last == null || !engine.layouts().isGood(last.held())) {
      String tenant = context().tenant();
      Layouts.Held held = engine.layouts().of(tenant);
      Layout layout = held.layout();
      StoreReader reader = engine.store().reader(tenant, layout);
      last = new Opened(held, new ReadDoor(engine, policy(), context(), layout, reader));
      opened = last;
    }
    return last;
  }
}
