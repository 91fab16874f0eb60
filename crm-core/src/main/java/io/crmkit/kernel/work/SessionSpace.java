package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Layout;
import java.time.Instant;
import java.util.function.Function;

/** Each verb a transaction of its own. */
final class SessionSpace extends Workspace {
  SessionSpace(Engine engine, CallContext context) {
    super(engine, context);
  }

  @Override
  public Instant now() {
    return engine.now();
  }

  @Override
  public Layout layout() {
    return engine.layout(context().tenant());
  }

  @Override
  public <T> T call(Function<? super Workspace, T> work) {
    try (UnitSpace unit = new UnitSpace(engine, context())) {
      T result = work.apply(unit);
      unit.commit();
      return result;
    }
  }

  @Override
  public <T> T rehearse(Function<? super Workspace, T> work) {
    try (UnitSpace unit = new UnitSpace(engine, context())) {
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
  ReadDoor reading() {
    Layout layout = layout();
    return new ReadDoor(
        engine, context(), layout, engine.store().reader(context().tenant(), layout));
  }
}
