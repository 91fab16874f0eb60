package io.crmkit.privacy;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to stay at the moment: records that are held or that a rule keeps, and what is about
 * them. Remembers what it has found, so it is made anew for each unit of work or run.
 */
final class Keeping {
  /**
   * Why something stays.
   *
   * @param rule the name of the rule; null for a hold
   * @param until until when; null where nobody knows
   */
  record Ground(@Nullable String rule, @Nullable Instant until) {}

  private static final Ground HOLD = new Ground(null, null);

  private final Workspace space;
  private final Erasing all;
  private final Layout layout;
  private final boolean anyHeld;
  private final List<RetentionRule> rules;
  private final Map<Ref<?>, Optional<Ground>> found = new HashMap<>();

  Keeping(Workspace space) {
    this.space = space;
    this.all = PrivacyModule.all(space);
    this.layout = space.layout();
    this.anyHeld = space.own(LegalHold.DEF, LegalHold.TYPE).query().exists();
    this.rules =
        space
            .own(RetentionRule.DEF, RetentionRule.TYPE)
            .where(
                RetentionRule.ACTION.is(RetentionRule.Action.KEEP), RetentionRule.ACTIVE.is(true))
            .list();
  }

  /** Refuses where the record has to stay. */
  void requireNone(Entity<?> record) {
    Ground ground = ground(record).orElse(null);
    if (ground != null && ground.rule() == null) {
      throw new InvalidRequestException("privacy.held", record.ref());
    } else if (ground != null) {
      throw new InvalidRequestException(
          "privacy.kept", record.ref(), ground.rule(), ground.until());
    }
  }

  boolean keeps(Entity<?> record) {
    return ground(record).isPresent();
  }

  /** Why a record stays: the first ground that there is, its own or that of what it is about. */
  Optional<Ground> ground(Entity<?> record) {
    return anyHeld || !rules.isEmpty() ? typed(record) : Optional.empty();
  }

  @SuppressWarnings("unchecked") // every entity is one of its own class
  private <E extends Entity<E>> Optional<Ground> typed(Entity<?> record) {
    return its((E) record);
  }

  private <E extends Entity<E>> Optional<Ground> its(E record) {
    Optional<Ground> known = found.get(record.ref());
    if (known != null) {
      return known;
    }
    found.put(record.ref(), Optional.empty()); // a circle adds nothing
    Optional<Ground> ground = own(record);
    for (Ref<?> whole : ground.isPresent() ? List.<Ref<?>>of() : about(record)) {
      if (ground.isEmpty()) {
        ground = at(whole);
      }
    }
    found.put(record.ref(), ground);
    return ground;
  }

  private <E extends Entity<E>> Optional<Ground> at(Ref<E> ref) {
    return all.find(ref).flatMap(this::its);
  }

  private <E extends Entity<E>> List<Ref<?>> about(E record) {
    EntityType<E> type = record.type();
    List<Ref<?>> about = new ArrayList<>();
    for (RefField<E, ?> field : CustomRecord.about(layout, type)) {
      Optional.ofNullable(record.get(field)).ifPresent(about::add);
    }
    type.links().forEach(link -> link.of(record, layout).ifPresent(about::add));
    return about;
  }

  private <E extends Entity<E>> Optional<Ground> own(E record) {
    EntityType<E> type = record.type();
    if (anyHeld && isHeld(record.ref())) {
      return Optional.of(HOLD);
    }
    for (RetentionRule rule : rules) {
      if (rule.require(RetentionRule.RECORD_TYPE).equals(type.name())
          && Retention.condition(space, type, rule)
              .predicate(ref -> row(all, ref))
              .test(record.snapshot().row())) {
        Instant end = lastChange(record).plus(Duration.ofDays(rule.require(RetentionRule.DAYS)));
        if (end.isAfter(space.now())) {
          return Optional.of(new Ground(rule.require(RetentionRule.NAME), end));
        }
      }
    }
    return Optional.empty();
  }

  private static <X extends Entity<X>> @Nullable Row row(Erasing all, Ref<X> ref) {
    return all.find(ref).map(record -> record.snapshot().row()).orElse(null);
  }

  /** An erasure is none: what was erased in its time does not have to stay once more. */
  private <E extends Entity<E>> Instant lastChange(E record) {
    return all.history(record).stream()
        .filter(fact -> fact.get(AuditEntry.EVENT) != AuditEntry.Event.ERASED)
        .map(fact -> fact.require(AuditEntry.TYPE.createdAt()))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> record.require(record.type().updatedAt()));
  }

  private boolean isHeld(Ref<?> record) {
    return space
        .own(LegalHold.DEF, LegalHold.TYPE)
        .where(
            LegalHold.SUBJECT_ID.is(record.id()), LegalHold.SUBJECT_TYPE.is(record.type().name()))
        .exists();
  }
}
