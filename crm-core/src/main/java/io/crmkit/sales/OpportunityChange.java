package io.crmkit.sales;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact: at this moment the amount, the expected close, the chances or the owner of an opportunity
 * became other ones. Of what did not change, neither value is there. Moves from stage to stage,
 * with the chances that come of them, are {@link StageChange}s; who did it is {@code created_by}.
 */
public final class OpportunityChange extends Entity<OpportunityChange> {
  private static final Definition<OpportunityChange> DEF =
      Definition.of("opportunity_change", OpportunityChange::new).journal();

  /** Which opportunity. */
  public static final RefField<OpportunityChange, Opportunity> OPPORTUNITY =
      DEF.ref("opportunity", () -> Opportunity.TYPE).required().managed().add();

  /** When. */
  public static final InstantField<OpportunityChange> AT =
      DEF.instant("at").required().indexed().managed().add();

  /** The amount before. */
  public static final MoneyField<OpportunityChange> AMOUNT_BEFORE =
      DEF.money("amount_before").managed().copyOf(() -> Opportunity.AMOUNT).add();

  /** The amount since. */
  public static final MoneyField<OpportunityChange> AMOUNT_AFTER =
      DEF.money("amount_after").managed().copyOf(() -> Opportunity.AMOUNT).add();

  /** The expected close before. */
  public static final DateField<OpportunityChange> CLOSES_ON_BEFORE =
      DEF.date("closes_on_before").managed().copyOf(() -> Opportunity.CLOSES_ON).add();

  /** The expected close since. */
  public static final DateField<OpportunityChange> CLOSES_ON_AFTER =
      DEF.date("closes_on_after").managed().copyOf(() -> Opportunity.CLOSES_ON).add();

  /** The chances before. */
  public static final NumberField<OpportunityChange, BigDecimal> PROBABILITY_BEFORE =
      DEF.decimal("probability_before").managed().copyOf(() -> Opportunity.PROBABILITY).add();

  /** The chances since. */
  public static final NumberField<OpportunityChange, BigDecimal> PROBABILITY_AFTER =
      DEF.decimal("probability_after").managed().copyOf(() -> Opportunity.PROBABILITY).add();

  /** The owner before. */
  public static final RefField<OpportunityChange, User> OWNER_BEFORE =
      DEF.ref("owner_before", () -> User.TYPE).managed().copyOf(() -> Opportunity.OWNER).add();

  /** The owner since. */
  public static final RefField<OpportunityChange, User> OWNER_AFTER =
      DEF.ref("owner_after", () -> User.TYPE).managed().copyOf(() -> Opportunity.OWNER).add();

  /** Why, in the actor's words. */
  public static final TextField<OpportunityChange> REASON =
      DEF.text("reason").max(1000).managed().personal().add();

  /** The type. */
  public static final EntityType<OpportunityChange> TYPE = DEF.partOf(OPPORTUNITY).seal();

  private OpportunityChange(Snapshot snapshot) {
    super(snapshot);
  }

  /** Writes the fact of a unit of work, where it changed something that is to be remembered. */
  static void note(Workspace space, @Nullable Opportunity before, @Nullable Opportunity after) {
    if (before == null || after == null) {
      return;
    }
    boolean moved = differs(before, after, Opportunity.STAGE);
    boolean chances = !moved && differs(before, after, Opportunity.PROBABILITY);
    if (chances
        || differs(before, after, Opportunity.AMOUNT)
        || differs(before, after, Opportunity.CLOSES_ON)
        || differs(before, after, Opportunity.OWNER)) {
      space
          .own(DEF, TYPE)
          .create(
              d -> {
                d.unlock(DEF)
                    .set(OPPORTUNITY, after)
                    .set(AT, space.now())
                    .setOrClear(REASON, space.context().reason());
                put(d, before, after, Opportunity.AMOUNT, AMOUNT_BEFORE, AMOUNT_AFTER);
                put(d, before, after, Opportunity.CLOSES_ON, CLOSES_ON_BEFORE, CLOSES_ON_AFTER);
                put(d, before, after, Opportunity.OWNER, OWNER_BEFORE, OWNER_AFTER);
                if (chances) {
                  put(
                      d,
                      before,
                      after,
                      Opportunity.PROBABILITY,
                      PROBABILITY_BEFORE,
                      PROBABILITY_AFTER);
                }
              });
    }
  }

  private static boolean differs(
      Opportunity before, Opportunity after, Field<Opportunity, ?> field) {
    return !Objects.equals(before.raw(field), after.raw(field));
  }

  private static <T> void put(
      Draft<OpportunityChange> d,
      Opportunity before,
      Opportunity after,
      Field<Opportunity, T> what,
      Field<OpportunityChange, T> then,
      Field<OpportunityChange, T> now) {
    if (differs(before, after, what)) {
      d.setOrClear(then, before.raw(what)).setOrClear(now, after.raw(what));
    }
  }
}
