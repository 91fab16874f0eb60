package io.crmkit.kernel.work;

import io.crmkit.kernel.access.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of all modules, for the host's timer to run: once a minute is good for most.
 * Thread-safe; several nodes may call at once.
 */
public final class Jobs {
  /** In whose name jobs work; the audit shows it. */
  public static final String ACTOR = "system";

  /**
   * What became of a job.
   *
   * @param job its name
   * @param done how many things were done
   * @param failure why it ended early, or null; what was done before it stays done
   */
  public record Run(String job, int done, @Nullable RuntimeException failure) {
    /** Why it ended early; empty where it did not. */
    public Optional<RuntimeException> failed() {
      return Optional.ofNullable(failure);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final Engine engine;

  Jobs(Engine engine) {
    this.engine = engine;
  }

  /** Does what is due in the one tenant of a simple installation. */
  public List<Run> runDue() {
    return runDue(CallContext.DEFAULT_TENANT);
  }

  /** Does what is due in a tenant; a job that fails is logged and keeps no other from running. */
  public List<Run> runDue(String tenant) {
    Workspace space = engine.workspace(CallContext.of(tenant, ACTOR).from("jobs"));
    List<Run> runs = new ArrayList<>();
    for (Job job : engine.allJobs()) {
      runs.add(run(job, space));
    }
    return runs;
  }

  private static Run run(Job job, Workspace space) {
    try {
      return new Run(job.name(), job.runDue(space), null);
    } catch (RuntimeException failure) {
      LOG.warn("The job {} failed in tenant {}", job.name(), space.context().tenant(), failure);
      return new Run(job.name(), 0, failure);
    }
  }
}
