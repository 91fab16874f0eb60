package io.crmkit.quote;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.CrmModule;
import io.crmkit.kernel.work.Guards;
import io.crmkit.kernel.work.Hooks;
import io.crmkit.kernel.work.Job;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.numbering.NumberRange;
import io.crmkit.org.OrgModule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Quotes and what they consist of. */
public final class QuoteModule implements CrmModule {
  /** The right to approve discounts above the limit. */
  public static final String APPROVE_DISCOUNT = "quote.approve_discount";

  @Override
  public String name() {
    return "quote";
  }

  @Override
  public List<EntityType<?>> types() {
    return List.of(
        QuoteTerms.TYPE,
        TaxRate.TYPE,
        Quote.TYPE,
        QuoteGroup.TYPE,
        QuoteLine.TYPE,
        QuoteAdjustment.TYPE);
  }

  @Override
  public List<String> permissions() {
    return List.of(APPROVE_DISCOUNT);
  }

  @Override
  public List<Job> jobs() {
    return List.of(new Expiry());
  }

  @Override
  public void register(Hooks hooks) {
    hooks
        .prepare(Quote.TYPE, OrgModule.ownedByActor(Quote.OWNER))
        .prepare(QuoteLine.TYPE, LineNet::prepare)
        .beforeCommit(Quote.TYPE, QuoteModule::keepSent)
        .beforeCommit(Quote.TYPE, NumberRange.kept(Quote.NUMBER))
        .beforeCommitOfParts(
            Quote.TYPE,
            QuoteModule::keepSums,
            QuoteLine.QUOTE,
            QuoteGroup.QUOTE,
            QuoteAdjustment.QUOTE);
  }

  private static void keepSent(Workspace unit, @Nullable Quote before, @Nullable Quote after) {
    if (before == null) {
      return;
    }
    if (after == null || (after.deleted() && !before.deleted())) {
      if (!before.is(QuoteState.DRAFT) || before.must(Quote.REVISION) > 1) {
        throw new InvalidRequestException("quote.stays", unit.shown(before).named());
      }
    } else if (!before.is(QuoteState.DRAFT)) {
      requireSame(unit, before, after);
    } else if (!Objects.equals(before.raw(Quote.PREPAID), after.raw(Quote.PREPAID))) {
      Sums.refresh(unit, after);
    }
  }

  /** All but who looks after it, and what has been merged into something else. */
  private static void requireSame(Workspace unit, Quote before, Quote after) {
    for (Field<Quote, ?> field : unit.layout().fields(Quote.TYPE)) {
      Object old = before.raw(field);
      boolean free =
          field.managed()
              || field.equals(Quote.OWNER)
              || (old instanceof Ref<?> ref
                  && after.raw(field) != null
                  && Guards.isGone(unit, ref));
      if (!free && !Objects.equals(old, after.raw(field))) {
        throw new InvalidRequestException("quote.never_changes", unit.shown(before).named(), field);
      }
    }
  }

  private static void keepSums(Workspace unit, @Nullable Quote before, @Nullable Quote after) {
    if (before != null) {
      Quotes.requireDraft(unit, before);
    }
    if (after != null && !after.deleted()) {
      Sums.refresh(unit, after);
    }
  }
}
