package io.crmkit.service;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.org.User;

/** Somebody who takes cases out of a queue. */
public final class QueueMember extends Entity<QueueMember> {
  static final Definition<QueueMember> DEF = Definition.of("queue_member", QueueMember::new);

  /** The queue. */
  public static final RefField<QueueMember, CaseQueue> QUEUE =
      DEF.ref("queue", () -> CaseQueue.TYPE).required().immutable().add();

  /** Who. */
  public static final RefField<QueueMember, User> USER =
      DEF.ref("user", () -> User.TYPE).required().immutable().add();

  /** What they know about. */
  public static final TagsField<QueueMember> SKILLS = DEF.tags("skills").notPersonal().add();

  /** How many open cases of the queue they are given at the most; missing is no limit. */
  public static final NumberField<QueueMember, Long> CAPACITY =
      DEF.integer("capacity").atLeast(0L).add();

  /** The first day of an absence. */
  public static final DateField<QueueMember> AWAY_SINCE = DEF.date("away_since").add();

  /** The last day of an absence. */
  public static final DateField<QueueMember> AWAY_UNTIL = DEF.date("away_until").add();

  /** How many cases they were given; two dispatchers cannot both count it up. */
  public static final NumberField<QueueMember, Long> DISPATCHED =
      DEF.integer("dispatched").required().defaultTo(0L).managed().add();

  /** The type. */
  public static final EntityType<QueueMember> TYPE = seal();

  private static EntityType<QueueMember> seal() {
    DEF.period(AWAY_SINCE, AWAY_UNTIL);
    return DEF.partOf(QUEUE).unique("queue_user", QUEUE, USER).seal();
  }

  private QueueMember(Snapshot snapshot) {
    super(snapshot);
  }
}
