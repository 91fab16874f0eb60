package io.crmkit.sales;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.error.Violation;
import io.crmkit.kernel.query.ConditionJson;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stages ask of the opportunities that enter, stay in and leave them. */
final class StageGate {
  private StageGate() {}

  /** Refuses a move for which there is no way, or for which something is missing. */
  static void requireWay(Opportunity deal, Stages stages, Stage to, @Nullable String reason) {
    Stage from = stages.get(Objects.requireNonNull(deal.raw(Opportunity.STAGE)));
    Set<String> ways = from.leadsTo();
    if (!ways.isEmpty() && !ways.contains(to.code())) {
      throw new InvalidRequestException(
          "sales.no_way",
          deal.told(Opportunity.STAGE),
          to.code(),
          deal.told(Opportunity.STAGE, ways));
    }
    boolean back =
        from.category().closed() || (!to.category().closed() && to.position() < from.position());
    if (back) {
      requireRollback(stages.rollback(), deal, to, reason);
    } else if (to.category() != StageCategory.LOST) {
      requireConfirmed(deal, from);
    }
  }

  private static void requireRollback(
      Rollback policy, Opportunity deal, Stage to, @Nullable String reason) {
    switch (policy) {
      case ALLOWED -> {}
      case WITH_REASON -> {
        if (reason == null || reason.isBlank()) {
          throw new InvalidRequestException("sales.back_with_reason", deal.ref(), to.code());
        }
      }
      case REFUSED -> throw new InvalidRequestException("sales.no_way_back", deal.ref(), to.code());
    }
  }

  private static void requireConfirmed(Opportunity deal, Stage from) {
    List<Violation> open = new ArrayList<>();
    for (ExitCriterion criterion : from.exits()) {
      if (!deal.confirmed(from.code(), criterion.code())) {
        open.add(
            violation(
                Opportunity.CONFIRMED,
                "sales.not_confirmed",
                from.code(),
                criterion.code(),
                criterion.sentence()));
      }
    }
    if (!open.isEmpty()) {
      throw new ValidationException(open);
    }
  }

  /** Whatever changed in an opportunity, it has what its stage asks for. */
  static void check(Workspace space, @Nullable Opportunity before, @Nullable Opportunity after) {
    if (after == null || after.deleted()) {
      return;
    }
    Stage stage =
        new Revisions(space)
            .stages(Objects.requireNonNull(after.raw(Opportunity.PIPELINE)))
            .get(Objects.requireNonNull(after.raw(Opportunity.STAGE)));
    List<Violation> missing = new ArrayList<>();
    for (String name : stage.requires()) {
      Field<Opportunity, ?> field = space.layout().find(Opportunity.TYPE, name);
      if (field != null && after.raw(field) == null) {
        missing.add(violation(field, "sales.stage_requires", stage.code()));
      }
    }
    String guard = stage.guard();
    if (guard != null && missing.isEmpty() && !meets(space, after, guard)) {
      String asked = Objects.requireNonNullElse(stage.guardSentence(), guard);
      missing.add(violation(Opportunity.STAGE, "sales.stage_guard", stage.code(), asked));
    }
    if (!missing.isEmpty()) {
      throw new ValidationException(missing);
    }
  }

  private static boolean meets(Workspace space, Opportunity deal, String guard) {
    Condition<Opportunity> condition = ConditionJson.read(Opportunity.TYPE, guard, space.layout());
    return condition.selfContained()
        ? condition.test(deal)
        : space
            .own(Opportunity.DEF, Opportunity.TYPE)
            .where(Opportunity.TYPE.id().expr().is(deal.ref()), condition)
            .exists();
  }

  private static Violation violation(Field<Opportunity, ?> field, String code, Object... args) {
    return Violation.of(Opportunity.TYPE.name(), field.name(), code, args);
  }
}
