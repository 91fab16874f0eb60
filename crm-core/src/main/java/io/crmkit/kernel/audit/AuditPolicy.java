package io.crmkit.kernel.audit;

import io.crmkit.kernel.record.EntityType;
import java.util.HashSet;
import java.util.Set;

/**
 * What is audited besides changes, which always are. Immutable.
 *
 * <p>What is seen or refused in a unit of work is written with it and, where the unit fails, in a
 * small transaction after it. A read on a session is written before its result is given, and fails
 * where that cannot be; a refusal stays a refusal. Of one actor at most 60 denied attempts in a
 * minute are written on each node; the next one says how many were not. Within a transaction of the
 * host all of this shares the fate of that transaction. What a feature reads of its own types for
 * itself is not audited as read by the actor.
 *
 * <pre>{@code
 * AuditPolicy.standard().records(Contact.TYPE).lists(Contact.TYPE)
 * }</pre>
 */
public final class AuditPolicy {
  private static final AuditPolicy STANDARD =
      new AuditPolicy(true, true, false, Set.of(), Set.of());
  private static final AuditPolicy CHANGES =
      new AuditPolicy(false, false, false, Set.of(), Set.of());

  private final boolean exports;
  private final boolean denied;
  private final boolean unseen;
  private final Set<String> records;
  private final Set<String> lists;

  private AuditPolicy(
      boolean exports, boolean denied, boolean unseen, Set<String> records, Set<String> lists) {
    this.exports = exports;
    this.denied = denied;
    this.unseen = unseen;
    this.records = records;
    this.lists = lists;
  }

  /** Exports and denied attempts; no reads. */
  public static AuditPolicy standard() {
    return STANDARD;
  }

  /** Nothing but changes. */
  public static AuditPolicy changesOnly() {
    return CHANGES;
  }

  /** Also every read of a single record of these types. */
  public AuditPolicy records(EntityType<?>... types) {
    return new AuditPolicy(exports, denied, unseen, with(records, types), lists);
  }

  /** Also every list, count and figure of records of these types. */
  public AuditPolicy lists(EntityType<?>... types) {
    return new AuditPolicy(exports, denied, unseen, records, with(lists, types));
  }

  /**
   * Also that somebody named a record which is there and which they do not see, as a denied
   * attempt: to them it is not found, as one that does not exist. It is a look into the store more
   * for each record that is not found.
   */
  public AuditPolicy unseen() {
    return new AuditPolicy(exports, true, true, records, lists);
  }

  private static Set<String> with(Set<String> names, EntityType<?>... types) {
    Set<String> all = new HashSet<>(names);
    for (EntityType<?> type : types) {
      all.add(type.name());
    }
    return Set.copyOf(all);
  }

  /** True where {@code kind} is recorded for records of {@code type}. */
  public boolean wants(AccessEntry.Kind kind, EntityType<?> type) {
    return switch (kind) {
      case READ -> !records.isEmpty() && records.contains(type.name());
      case LIST, FIGURES -> !lists.isEmpty() && lists.contains(type.name());
      case EXPORT -> exports || lists.contains(type.name());
      case DENIED -> denied;
    };
  }

  /** True where denied attempts are recorded. */
  public boolean wantsDenied() {
    return denied;
  }

  /** True where it is recorded that somebody named a record that they do not see. */
  public boolean wantsUnseen() {
    return unseen;
  }
}
