package io.crmkit.kernel.work;

import java.util.function.ToIntFunction;

/**
 * Something that the clock brings about: what expires, what is to be reminded of, what has to be
 * escalated. The library starts no thread; the host calls it from a timer of its own.
 *
 * <p>Several nodes may run the same job at the same moment, and a node may die in the middle of it,
 * so a job does what is due in small units of work and each of them depends on the versions of what
 * it changes: the second to come finds nothing left to do. {@link Due} does it so.
 */
public interface Job {
  /**
   * A job.
   *
   * @param name the name, for example {@code "quote.expiry"}
   * @param work see {@link #runDue}
   */
  static Job of(String name, ToIntFunction<Workspace> work) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int runDue(Workspace space) {
        return work.applyAsInt(space);
      }
    };
  }

  /** The name, for example {@code "quote.expiry"}. */
  String name();

  /**
   * Does what is due by {@link Workspace#now}.
   *
   * @param space the tenant, in the name of the host; features use {@link Workspace#own}, since
   *     nobody's rights are meant
   * @return how many things were done
   */
  int runDue(Workspace space);
}
