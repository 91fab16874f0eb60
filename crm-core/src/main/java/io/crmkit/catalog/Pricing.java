package io.crmkit.catalog;

import io.crmkit.catalog.PriceRefusal.Reason;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of a product in a price book: a function of nothing but its two arguments.
 *
 * <p>Of the rules that hold for currency, day, customer, quantity and unit, <b>one makes the
 * price</b>, the first by this order; the order of the rows in the book does not matter:
 *
 * <ol>
 *   <li>one about the product, then about its category, then about a category above, then about
 *       everything;
 *   <li>one for the customer, then for the customer's group, then for everybody;
 *   <li>one by the very unit asked for;
 *   <li>the one with the higher quantity break;
 *   <li>the one in force since the later day;
 *   <li>the one whose list has the greater priority;
 *   <li>the one whose list has the lower code, then the older row.
 * </ol>
 *
 * <p>A rule that changes the <b>list price</b> starts from the fixed price for everybody without a
 * quantity break that comes first by the same order, else from the price that the product itself
 * names. A price with tax is never made from one without. Then each list that comes <b>on top</b>
 * does what its first rule says, the greater priority first. All of this is exact; the result is
 * <b>rounded</b> once, as the list says that made the price.
 */
public final class Pricing {
  private record Candidate(PriceRule rule, int target, Ratio ratio, boolean sameUnit) {
    PriceFormula formula() {
      return rule.formula().per(ratio);
    }

    /** A fixed price for everybody from the first piece on. */
    boolean isListPrice() {
      return rule.formula().isFixed() && rule.terms().audience() == 2 && rule.from().signum() == 0;
    }
  }

  private static final Comparator<Candidate> MOST_SPECIFIC =
      Comparator.comparingInt(Candidate::target)
          .thenComparingInt(c -> c.rule().terms().audience())
          .thenComparing(c -> !c.sameUnit())
          .thenComparing(Pricing::higherBreak)
          .thenComparing(
              c -> c.rule().inForceSince(),
              Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
          .thenComparing(c -> c.rule().terms().priority(), Comparator.reverseOrder())
          .thenComparing(c -> c.rule().terms().list())
          .thenComparing(c -> c.rule().item());

  private static final Comparator<Candidate> IN_TURN =
      Comparator.<Candidate, Long>comparing(
              c -> c.rule().terms().priority(), Comparator.reverseOrder())
          .thenComparing(c -> c.rule().terms().list());

  private final PriceRequest request;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<PriceRefusal> refused = new ArrayList<>();
  private final List<PriceStep> steps = new ArrayList<>();

  private Pricing(PriceRequest request) {
    this.request = request;
  }

  /** The price of what is asked for, by the rules of {@code book}, and how it comes about. */
  public static PriceQuote price(PriceRequest request, PriceBook book) {
    Pricing pricing = new Pricing(request);
    for (PriceRule rule : book.about(request)) {
      pricing.consider(rule);
    }
    pricing.candidates.sort(MOST_SPECIFIC);
    return pricing.decide();
  }

  private void consider(PriceRule rule) {
    Ratio ratio = request.unitsPerUnit(rule.unit());
    Reason reason = reason(rule, ratio);
    if (reason != null) {
      refused.add(new PriceRefusal(rule, reason));
    } else {
      boolean sameUnit = Objects.requireNonNull(ratio).equals(Ratio.ONE);
      candidates.add(new Candidate(rule, target(rule), ratio, sameUnit));
    }
  }

  private @Nullable Reason reason(PriceRule rule, @Nullable Ratio ratio) {
    PriceTerms terms = rule.terms();
    if (!terms.currency().equals(request.currency())) {
      return Reason.OTHER_CURRENCY;
    }
    if (!rule.inForce(request.date())) {
      return Reason.NOT_IN_FORCE;
    }
    if (terms.customer() != null && !terms.customer().equals(request.customer())) {
      return Reason.OTHER_CUSTOMER;
    }
    if (terms.group() != null && !terms.group().equals(request.group())) {
      return Reason.OTHER_GROUP;
    }
    if (ratio == null) {
      return Reason.OTHER_UNIT;
    }
    return ratio.compare(request.quantity(), rule.from()) < 0 ? Reason.BELOW_QUANTITY : null;
  }

  private int target(PriceRule rule) {
    if (rule.product() != null) {
      return 0;
    }
    Ref<ProductCategory> category = rule.category();
    return category == null ? Integer.MAX_VALUE : 1 + request.categories().indexOf(category);
  }

  /** Breaks are in the units of their rules; compared in the unit asked for, by cross products. */
  private static int higherBreak(Candidate a, Candidate b) {
    BigDecimal left =
        a.rule().from().multiply(a.ratio().denominator()).multiply(b.ratio().numerator());
    BigDecimal right =
        b.rule().from().multiply(b.ratio().denominator()).multiply(a.ratio().numerator());
    return right.compareTo(left);
  }

  private PriceQuote decide() {
    Candidate winner = null;
    for (Candidate candidate : candidates) {
      if (!candidate.rule().terms().onTop()) {
        if (winner != null) {
          refuse(candidate, Reason.OVERRULED);
        } else if (makes(candidate)) {
          winner = candidate;
        }
      }
    }
    boolean tax = winner != null && winner.rule().terms().taxIncluded();
    PriceStep list = listPrice(tax);
    if (winner == null && list != null) {
      steps.add(list);
    }
    putOnTop(tax);
    return quote(winner, list, tax);
  }

  /** Makes the price by a rule; false, with the reason, where it cannot. */
  private boolean makes(Candidate candidate) {
    PriceFormula formula = candidate.formula();
    PriceStep list = formula.isFixed() ? null : listPrice(candidate.rule().terms().taxIncluded());
    if (list == null && !formula.isFixed()) {
      refuse(candidate, Reason.NO_LIST_PRICE);
      return false;
    }
    BigDecimal before = list == null ? BigDecimal.ZERO : list.after();
    PriceStep step = PriceStep.of(PriceStep.Kind.RULE, candidate.rule(), formula, before);
    if (step.after().signum() < 0) {
      refuse(candidate, Reason.BELOW_ZERO);
      return false;
    }
    if (list != null) {
      steps.add(list);
    }
    steps.add(step);
    return true;
  }

  private void putOnTop(boolean tax) {
    Set<String> done = new HashSet<>();
    List<Candidate> first = new ArrayList<>();
    for (Candidate candidate : candidates) {
      PriceTerms terms = candidate.rule().terms();
      if (!terms.onTop()) {
        continue;
      }
      boolean amount = candidate.rule().formula().plus().signum() != 0;
      if (steps.isEmpty() || (amount && terms.taxIncluded() != tax)) {
        refuse(candidate, Reason.NO_LIST_PRICE);
      } else if (done.add(terms.list())) {
        first.add(candidate);
      } else {
        refuse(candidate, Reason.OVERRULED);
      }
    }
    first.sort(IN_TURN);
    for (Candidate candidate : first) {
      BigDecimal before = steps.get(steps.size() - 1).after();
      PriceStep step =
          PriceStep.of(PriceStep.Kind.ON_TOP, candidate.rule(), candidate.formula(), before);
      if (step.after().signum() < 0) {
        refuse(candidate, Reason.BELOW_ZERO);
      } else {
        steps.add(step);
      }
    }
  }

  private @Nullable PriceStep listPrice(boolean tax) {
    for (Candidate candidate : candidates) {
      if (candidate.isListPrice() && candidate.rule().terms().taxIncluded() == tax) {
        return PriceStep.of(
            PriceStep.Kind.LIST_PRICE, candidate.rule(), candidate.formula(), BigDecimal.ZERO);
      }
    }
    Money own = request.listPrice();
    Ratio ratio = request.unitsPerUnit(null);
    if (tax || own == null || ratio == null || !own.currency().equals(request.currency())) {
      return null;
    }
    PriceFormula fixed = PriceFormula.fixed(ratio.of(own.amount()));
    return PriceStep.of(PriceStep.Kind.LIST_PRICE, null, fixed, BigDecimal.ZERO);
  }

  private PriceQuote quote(@Nullable Candidate winner, @Nullable PriceStep list, boolean tax) {
    Money price = null;
    if (!steps.isEmpty()) {
      BigDecimal exact = steps.get(steps.size() - 1).after();
      PriceRounding rounding = rounding(winner, list);
      BigDecimal rounded = rounding.round(exact);
      if (rounded.compareTo(exact) != 0) {
        PriceFormula same = new PriceFormula(BigDecimal.ONE, BigDecimal.ZERO);
        steps.add(new PriceStep(PriceStep.Kind.ROUNDING, null, same, rounding, rounded));
      }
      price = Money.of(rounded, request.currency()).plain();
    }
    refused.removeIf(r -> steps.stream().anyMatch(step -> r.rule().equals(step.rule())));
    refused.sort(
        Comparator.<PriceRefusal, String>comparing(r -> r.rule().terms().list())
            .thenComparing(r -> r.rule().item()));
    return new PriceQuote(request, price, shown(list), tax, steps, refused);
  }

  private PriceRounding rounding(@Nullable Candidate winner, @Nullable PriceStep list) {
    PriceRule rule = winner != null ? winner.rule() : list != null ? list.rule() : null;
    return rule == null ? PriceRounding.of(request.currency()) : rule.terms().rounding();
  }

  private @Nullable Money shown(@Nullable PriceStep list) {
    return list == null
        ? null
        : Money.of(
                list.after().setScale(Money.MAX_DECIMALS, RoundingMode.HALF_UP), request.currency())
            .plain();
  }

  private void refuse(Candidate candidate, Reason reason) {
    refused.add(new PriceRefusal(candidate.rule(), reason));
  }
}
