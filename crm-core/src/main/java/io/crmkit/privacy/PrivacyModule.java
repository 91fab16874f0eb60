package io.crmkit.privacy;

import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Due;
import io.crmkit.kernel.work.Erasing;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.permission.RolePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rights of people to what is kept about them. */
public final class PrivacyModule implements CrmModule {
  private final RolePolicy roles;
  private volatile Erasing.@Nullable Key key;

  /**
   * The module.
   *
   * @param roles keeps what is restricted from all who lack the permission to see it
   */
  public PrivacyModule(RolePolicy roles) {
    this.roles = roles;
  }

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
        ConsentEntry.TYPE,
        LegalHold.TYPE,
        Suppression.TYPE,
        Erasure.TYPE,
        RetentionRule.TYPE,
        Restriction.TYPE);
  }

  @Override
  public Map<String, List<String>> codes() {
    return Map.of(
        "consent_purpose", List.of("newsletter", "phone_call", "profiling", "sharing", "survey"));
  }

  @Override
  public List<String> permissions() {
    return List.of(
        Privacy.ERASE,
        Privacy.REPORT,
        Privacy.HOLD,
        Privacy.CONSENT,
        Privacy.RESTRICT,
        Privacy.RESTRICTED);
  }

  @Override
  public List<Job> jobs() {
    return List.of(
        Job.of("privacy.erasure", PrivacyModule::goOn),
        Job.of("privacy.retention", space -> new Retention(space).follow()));
  }

  private static int goOn(Workspace space) {
    return Due.each(
        () ->
            space
                .own(Erasure.DEF, Erasure.TYPE)
                .where(
                    Erasure.STATE
                        .is(Erasure.State.WAITING)
                        .and(Erasure.RESUMES_AT.atMost(space.now()))
                        .or(Erasure.STATE.is(Erasure.State.RUNNING))),
        run -> {
          Eraser.finished(space, run);
          return 1;
        });
  }

  private static List<Ref<?>> restricted(Workspace all) {
    List<Ref<?>> records = new ArrayList<>();
    for (Restriction each : all.records(Restriction.TYPE).query().list()) {
      records.add(
          all.layout()
              .type(each.require(Restriction.SUBJECT_TYPE))
              .ref(each.require(Restriction.SUBJECT_ID)));
    }
    return records;
  }

  @Override
  public void register(Hooks hooks) {
    key = hooks.everything();
    roles.withhold(hooks, Restriction.TYPE, Privacy.RESTRICTED, PrivacyModule::restricted);
    hooks.beforeCommit(
        type -> type.person() != null || !type.about().isEmpty(), new PrivacyGuard());
  }

  private static final class PrivacyGuard implements Hooks.WideGuard {
    @Override
    public <E extends Entity<E>> void check(
        Workspace work, EntityType<E> type, @Nullable E before, @Nullable E after) {
      if (after == null) {
        if (before != null) {
          new Keeping(work).requireNone(before);
        }
      } else if (type.person() != null && !after.deleted()) {
        Suppressions.check(work, type, before, after);
      }
    }
  }
}
