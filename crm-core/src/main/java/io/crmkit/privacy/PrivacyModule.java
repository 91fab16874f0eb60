package io.crmkit.privacy;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The rights of people to what is kept about them. */
public final class PrivacyModule implements CrmModule {
  private volatile Erasing.@Nullable Key key;

  /** Everything that is kept, for those classes that have asked whether the actor may. */
  static Erasing all(Workspace space) {
    return Objects.requireNonNull(space.module(PrivacyModule.class).key).in(space);
  }

  @Override
  public String name() {
    return "privacy";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        ConsentEntry.TYPE, LegalHold.TYPE, Suppression.TYPE, Erasure.TYPE, RetentionRule.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "consent_purpose", List.of("newsletter", "phone_call", "profiling", "sharing", "survey"));
  }

  @Override
  public List<String> permissions() {
    return List.of(Privacy.ERASE, Privacy.REPORT, Privacy.HOLD, Privacy.CONSENT);
  }

  @Override
  public List<Job> jobs() {
    return List.of(
        job("privacy.erasure", PrivacyModule::goOn),
        job("privacy.retention", space -> new Retention(space).follow()));
  }

  private static Job job(String name, ToIntFunction<Workspace> work) {
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

  private static int goOn(Workspace space) {
    List<Erasure> interrupted =
        space.own(Erasure.DEF, Erasure.TYPE).where(Erasure.STATE.is(Erasure.State.RUNNING)).list();
    interrupted.forEach(run -> Eraser.finished(space, run));
    return interrupted.size();
  }

  @Override
  public void register(Hooks hooks) {
    key = hooks.everything();
    hooks.beforeCommit(
        type -> type.person() != null || !type.about().isEmpty(), new PrivacyGuard());
  }

  private static final class PrivacyGuard implements Hooks.WideGuard {
    @Override
    public <E extends Entity<E>> void check(
        Workspace work, EntityType<E> type, @Nullable E before, @Nullable E after) {
      if (after == null) {
        if (before != null) {
          Holds.requireNone(work, type, before);
        }
      } else if (type.person() != null && !after.deleted()) {
        Suppressions.check(work, type, before, after);
      }
    }
  }
}
