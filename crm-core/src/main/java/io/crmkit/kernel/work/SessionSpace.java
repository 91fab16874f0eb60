package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.event.CrmEvent;
import io.crmkit.kernel.record.Layout;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each verb a transaction of its own. */
final class SessionSpace extends Workspace {
  private volatile @Nullable ReadDoor door;

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
  public void publish(CrmEvent event) {
    run(unit -> unit.publish(event));
  }

  /** Good as long as the layout is: a door holds nothing of what was read through it. */
  @Override
  ReadDoor reading() {
    Layout layout = layout();
    ReadDoor last = door;
    if (last == null || last.layout() != layout) {
      last =
          new ReadDoor(
              engine, context(), layout, engine.store().reader(context().tenant(), layout));
      door = last;
    }
    return last;
  }
}
