package io.crmkit.privacy;

import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Link;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is to go when its time is over, and what has to stay until then: the rules. */
public final class Retention extends Records<RetentionRule> {
  Retention(Workspace space) {
    super(space, RetentionRule.TYPE);
  }

  /**
   * How many records a rule would concern today: those that would go, or those that it keeps.
   * Nothing is done.
   */
  public long concerned(RetentionRule rule) {
    space().require(Privacy.ERASE);
    Erasing all = PrivacyModule.all(space());
    return count(all, type(rule), rule);
  }

  /** The records that a rule would concern today, the oldest at most; nothing is done. */
  public List<Ref<?>> concerned(RetentionRule rule, int limit) {
    space().require(Privacy.ERASE);
    Erasing all = PrivacyModule.all(space());
    return refs(all, type(rule), rule, limit);
  }

  private <E extends Entity<E>> long count(Erasing all, EntityType<E> type, RetentionRule rule) {
    return all.count(type, condition(space(), type, rule));
  }

  private <E extends Entity<E>> List<Ref<?>> refs(
      Erasing all, EntityType<E> type, RetentionRule rule, int limit) {
    return all.list(type, condition(space(), type, rule), limit).stream()
        .<Ref<?>>map(Entity::ref)
        .toList();
  }

  private EntityType<?> type(RetentionRule rule) {
    return space().layout().type(rule.require(RetentionRule.RECORD_TYPE));
  }

  /** Which records a rule concerns now: those past their time, or those it keeps until then. */
  static <E extends Entity<E>> Condition<E> condition(
      Workspace space, EntityType<E> type, RetentionRule rule) {
    Instant end = space.now().minus(Duration.ofDays(rule.require(RetentionRule.DAYS)));
    boolean keeps = rule.require(RetentionRule.ACTION) == RetentionRule.Action.KEEP;
    Condition<E> time = keeps ? type.updatedAt().moreThan(end) : type.updatedAt().atMost(end);
    Json json = rule.get(RetentionRule.CONDITION);
    return json == null
        ? time
        : time.and(ConditionJson.read(type, json.toString(), space.layout()));
  }

  /** Follows every active rule; what has to be kept, or is in the way of others, stays. */
  int follow() {
    int done = 0;
    for (RetentionRule rule :
        space()
            .own(RetentionRule.DEF, RetentionRule.TYPE)
            .where(
                RetentionRule.ACTIVE.is(true),
                RetentionRule.ACTION.isNot(RetentionRule.Action.KEEP))
            .list()) {
      done += follow(rule, type(rule));
    }
    return done;
  }

  private <E extends Entity<E>> int follow(RetentionRule rule, EntityType<E> type) {
    Erasing all = PrivacyModule.all(space());
    Condition<E> condition = condition(space(), type, rule);
    int done = 0;
    List<E> batch = all.list(type, condition, Concerned.BATCH);
    while (!batch.isEmpty()) {
      for (E each : batch) {
        done += done(rule, each) ? 1 : 0;
      }
      Ref<E> last = batch.get(batch.size() - 1).ref();
      batch = all.list(type, condition.and(type.id().moreThan(last)), Concerned.BATCH);
    }
    return done;
  }

  private <E extends Entity<E>> boolean done(RetentionRule rule, E record) {
    try {
      if (rule.require(RetentionRule.ACTION) == RetentionRule.Action.PURGE) {
        PrivacyModule.all(space()).purge(record);
        space().call(unit -> hanging(unit, record.ref(), new Keeping(unit))); // once it is certain
        return true;
      } else if (Privacy.isPerson(record)) {
        String name = rule.require(RetentionRule.NAME);
        new Privacy(space()).erased(record.ref(), draft -> draft.set(Erasure.RULE, name));
        return true;
      }
      return space().call(unit -> erased(unit, record));
    } catch (InvalidRequestException | ValidationException | ConflictException stays) {
      return false;
    }
  }

  /** With what hangs on it; what concerns it besides has a time of its own. */
  private static <E extends Entity<E>> boolean erased(Workspace unit, E record) {
    Keeping keeping = new Keeping(unit);
    keeping.requireNone(record);
    int gone = hanging(unit, record.ref(), keeping);
    return PrivacyModule.all(unit).erase(record) || gone > 0;
  }

  /** Erases what hangs on a record, but for what has to stay. */
  private static int hanging(Workspace unit, Ref<?> record, Keeping keeping) {
    int gone = 0;
    for (PersonalStore store : PrivacyModule.all(unit).stores()) {
      gone +=
          store.erase(
              unit, record, each -> keeping.keeps(each) || !hangsOn(each, record, unit.layout()));
    }
    return gone;
  }

  @SuppressWarnings("unchecked") // every entity is one of its own class
  private static <E extends Entity<E>> boolean hangsOn(
      Entity<?> each, Ref<?> record, Layout layout) {
    return each.type().links().stream()
        .anyMatch(link -> ((Link<E>) link).of((E) each, layout).filter(record::equals).isPresent());
  }
}
