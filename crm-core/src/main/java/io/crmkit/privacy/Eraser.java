package io.crmkit.privacy;

import io.crmkit.kernel.audit.AuditEntry;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.PersonalStore;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries one erasure through, in units of work small enough to be repeated. What is erased already
 * is passed over, so it may be interrupted anywhere and begun again.
 */
final class Eraser {
  private static final String HISTORY = "history";
  private static final String MARKS = "suppression";
  private static final String KEPT = "kept";

  /** Nobody knows when a hold will be released. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private final Workspace space;
  private final Keeping keeping;
  private final Map<Ref<?>, Instant> kept = new HashMap<>();
  private Erasure run;

  private Eraser(Workspace space, Erasure run) {
    this.space = space;
    this.keeping = new Keeping(space);
    this.run = run;
  }

  /**
   * Begins an erasure: from here on it will be carried through.
   *
   * @param why says the ground or the rule
   */
  static <E extends Entity<E>> Erasure begun(
      Workspace space, E person, Consumer<Draft<Erasure>> why) {
    Erasing all = PrivacyModule.all(space);
    Set<String> fingerprints = new LinkedHashSet<>();
    for (String mark : Marks.own(person, space.layout(), all)) {
      fingerprints.add(all.newFingerprint(mark));
    }
    return space.call(
        unit -> {
          new Keeping(unit).requireNone(person);
          Suppressions.add(unit, fingerprints);
          return unit.own(Erasure.DEF, Erasure.TYPE)
              .create(
                  draft ->
                      why.accept(
                          draft
                              .unlock(Erasure.DEF)
                              .set(Erasure.SUBJECT_TYPE, person.type().name())
                              .set(Erasure.SUBJECT_ID, person.ref().id())
                              .set(Erasure.STATE, Erasure.State.RUNNING)
                              .set(Erasure.COUNTS, Json.of(Map.of(MARKS, fingerprints.size())))));
        });
  }

  /** Does what is left of it. */
  static Erasure finished(Workspace space, Erasure run) {
    return run.isDone() ? run : new Eraser(space, run).finish();
  }

  private Erasure finish() {
    EntityType<?> type = space.layout().type(run.require(Erasure.SUBJECT_TYPE));
    return finish(type.ref(run.require(Erasure.SUBJECT_ID)));
  }

  private <E extends Entity<E>> Erasure finish(Ref<E> person) {
    Erasing all = PrivacyModule.all(space);
    new Concerned(all, space.layout())
        .visit(
            person,
            new Concerned.Visitor() {
              @Override
              public <X extends Entity<X>> void visit(EntityType<X> type, List<X> records) {
                run = space.call(unit -> erased(unit, records, false));
              }
            });
    run =
        space.call(
            unit -> erased(unit, PrivacyModule.all(unit).find(person).stream().toList(), true));
    return run;
  }

  private <E extends Entity<E>> Erasure erased(Workspace unit, List<E> records, boolean last) {
    Erasing all = PrivacyModule.all(unit);
    Map<String, Long> counts = new LinkedHashMap<>(run.counts());
    for (E each : records) {
      if (keeps(each)) {
        continue;
      }
      for (PersonalStore store : all.stores()) {
        add(counts, store.name(), store.erase(unit, each.ref(), this::keeps));
      }
      if (all.erase(each)) {
        add(counts, each.type().name(), 1);
        add(counts, HISTORY, all.count(AuditEntry.TYPE, AuditEntry.RECORD_ID.is(each.ref().id())));
      }
    }
    if (last) {
      counts.remove(KEPT);
      add(counts, KEPT, kept.size());
    }
    return unit.own(Erasure.DEF, Erasure.TYPE)
        .update(
            run,
            draft -> {
              draft.unlock(Erasure.DEF).set(Erasure.COUNTS, Json.of(counts));
              if (last && kept.isEmpty()) {
                draft
                    .set(Erasure.STATE, Erasure.State.DONE)
                    .set(Erasure.DONE_AT, unit.now())
                    .setOrClear(Erasure.RESUMES_AT, null);
              } else if (last) {
                draft
                    .set(Erasure.STATE, Erasure.State.WAITING)
                    .set(Erasure.RESUMES_AT, Collections.min(kept.values()));
              }
            });
  }

  private boolean keeps(Entity<?> record) {
    Optional<Keeping.Ground> ground = keeping.ground(record);
    ground.ifPresent(
        why ->
            kept.put(
                record.ref(),
                Objects.requireNonNullElseGet(why.until(), () -> space.now().plus(LOOK_AGAIN))));
    return ground.isPresent();
  }

  private static void add(Map<String, Long> counts, String name, long more) {
    if (more > 0) {
      counts.merge(name, more, Long::sum);
    }
  }
}
