package io.crmkit;

import io.crmkit.kernel.access.CallContext;
import io.crmkit.kernel.work.Engine;
import io.crmkit.kernel.work.Retry;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works in somebody's name. Each verb is a transaction of its own; {@link #run} and {@link #call}
 * put several into one. Costs nothing to make, holds nothing, thread-safe.
 */
public final class Session extends Features {
  private final Engine engine;
  private final CallContext context;

  Session(Engine engine, CallContext context) {
    super(engine.workspace(context));
    this.engine = engine;
    this.context = context;
  }

  /** In whose name this is. */
  public CallContext context() {
    return context;
  }

  /** The same with a reason, which the audit keeps. */
  public Session because(String reason) {
    return new Session(engine, context.because(reason));
  }

  /** The same, standing in for somebody else, which the audit keeps. */
  public Session onBehalfOf(String other) {
    return new Session(engine, context.onBehalfOf(other));
  }

  /** The same through another door of the host, which the audit keeps. */
  public Session from(String origin) {
    return new Session(engine, context.from(origin));
  }

  /**
   * Runs one unit of work: all of it or, where it throws, nothing.
   *
   * @throws io.crmkit.kernel.error.ConflictException where somebody else was first; see {@link
   *     #retry}
   */
  public void run(Consumer<Work> work) {
    workspace().run(space -> work.accept(new Work(space)));
  }

  /** As {@link #run}, with a result. */
  public <T> T call(Function<Work, T> work) {
    return workspace().call(space -> work.apply(new Work(space)));
  }

  /**
   * Runs one unit of work and, where somebody else was first or the store failed for a moment, runs
   * the whole of it again, with a short random pause in between. The work must read what it changes
   * itself and have no effect outside.
   *
   * <p>Within a transaction of the host it is run once: a deadlock may have undone what the host
   * did before, so the host alone can begin anew.
   *
   * @param attempts how often at the most, from 1
   */
  public <T> T retry(int attempts, Function<Work, T> work) {
    return Retry.call(workspace(), attempts, space -> work.apply(new Work(space)));
  }
}
