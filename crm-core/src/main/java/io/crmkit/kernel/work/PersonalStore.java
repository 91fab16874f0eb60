package io.crmkit.kernel.work;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import java.util.List;
import java.util.function.Predicate;

/**
 * Personal data that is kept elsewhere than in fields, such as files: a feature that keeps some
 * registers this with {@link Hooks#personal}, and erasure and access reports reach it.
 */
public interface PersonalStore {
  /** The name in receipts and reports, for example {@code "attachment"}. */
  String name();

  /**
   * Erases what is kept about the record; called again after an interruption, then with the rest.
   *
   * @param space a unit of work that may write; files are removed once it is certain
   * @param record a person, a record about one, or a record whose time is over
   * @param kept true for records that have to stay for now, with what hangs on them
   * @return how many things were erased
   */
  int erase(Workspace space, Ref<?> record, Predicate<Entity<?>> kept);

  /** What is kept about the record, as it is told to the person. */
  List<Json> report(Workspace space, Ref<?> record);
}
