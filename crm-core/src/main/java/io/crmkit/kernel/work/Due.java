package io.crmkit.kernel.work;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what is due for a {@link Job}: page by page, each record in units of work of its
 * own. Several nodes may do so at once; a record that another one has changed is left to it or to
 * the next run, and a record that fails keeps no other from its turn.
 */
public final class Due<E extends Entity<E>> {
  private static final int PAGE = 200;

  private final Supplier<Query<E>> due;
  private final ToIntFunction<E> step;
  private final Set<Ref<E>> failed = new HashSet<>();
  private @Nullable RuntimeException failure;
  private int done;

  private Due(Supplier<Query<E>> due, ToIntFunction<E> step) {
    this.due = due;
    this.step = step;
  }

  /**
   * Takes steps until nothing is due.
   *
   * @param due what is due, the most urgent first; asked again for each page
   * @param step does one thing that makes the record due no more, or later, in a unit of work;
   *     gives how many things it did
   * @return how many things were done
   * @throws RuntimeException the first failure of a step, after all others have had their turn;
   *     that of a store at once
   */
  public static <E extends Entity<E>> int each(Supplier<Query<E>> due, ToIntFunction<E> step) {
    return new Due<>(due, step).all();
  }

  private int all() {
    boolean moved = true;
    while (moved) {
      moved = page();
    }
    if (failure != null) {
      throw failure;
    }
    return done;
  }

  /** False where nothing of a page was due any more. */
  private boolean page() {
    int before = done + failed.size();
    // those that failed stay due and would fill the page
    for (E record : due.get().limit(PAGE + failed.size()).list()) {
      if (!failed.contains(record.ref())) {
        take(record);
      }
    }
    return done + failed.size() > before;
  }

  private void take(E record) {
    try {
      done += step.applyAsInt(record);
    } catch (ConflictException another) {
      // was here first
    } catch (StoreException broken) {
      throw broken;
    } catch (RuntimeException its) {
      failed.add(record.ref());
      failure = failure == null ? its : failure;
    }
  }
}
