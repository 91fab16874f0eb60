package io.crmkit.document;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a document, named and computed as in EN 16931 (BR-CO-10 to BR-CO-17) and UBL. The
 * order of lines does not matter to them. Immutable.
 *
 * <p>The net amount of a line is quantity × price ÷ base quantity, less its discount and allowance,
 * plus its charge, with quantity × price and discount rounded each.
 *
 * @param lines the net amount of each line, in the order of lines
 * @param groups the sum of each group of lines, in the order of their first lines; lines without a
 *     group are in none of them
 * @param lineTotal the sum of the lines
 * @param allowances what is taken off the document
 * @param charges what is added to the document
 * @param taxExclusive line total less allowances plus charges
 * @param taxGroups the taxes, the highest rate first
 * @param tax the sum of the taxes
 * @param taxInclusive with tax
 * @param prepaid what has been paid already
 * @param rounding what is added so that the amount to pay can be paid
 * @param payable what is left to pay
 */
public record Totals(
    List<Money> lines,
    Map<Object, Money> groups,
    Money lineTotal,
    Money allowances,
    Money charges,
    Money taxExclusive,
    List<TaxGroup> taxGroups,
    Money tax,
    Money taxInclusive,
    Money prepaid,
    Money rounding,
    Money payable) {
  /** Copies the lists. */
  public Totals {
    lines = List.copyOf(lines);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    taxGroups = List.copyOf(taxGroups);
  }

  /**
   * Adds a document up.
   *
   * @param currency of all amounts, an ISO 4217 code
   * @param rule how to round
   * @param lines its lines
   * @param adjustments its allowances and charges
   * @param prepaid what has been paid already
   * @throws InvalidRequestException where an amount is of another currency, or a sum too large
   */
  public static Totals of(
      String currency,
      RoundingRule rule,
      List<DocumentLine> lines,
      List<Adjustment> adjustments,
      Money prepaid) {
    Adding adding = new Adding(currency, rule);
    lines.forEach(adding::line);
    adjustments.forEach(adding::adjustment);
    return adding.totals(adding.amount(prepaid));
  }

  /** As the other, with nothing paid already. */
  public static Totals of(
      String currency, RoundingRule rule, List<DocumentLine> lines, List<Adjustment> adjustments) {
    return of(currency, rule, lines, adjustments, Money.zero(currency));
  }

  /** The sum of the lines of a group; nothing where it has none. */
  public Money group(@Nullable Object group) {
    return Objects.requireNonNullElseGet(
        group == null ? null : groups.get(group), () -> Money.zero(lineTotal.currency()));
  }

  /** The sums in the making. */
  private static final class Adding {
    private static final class Taxed {
      private BigDecimal taxable = BigDecimal.ZERO;
      private BigDecimal rounded = BigDecimal.ZERO;
    }

    private final String currency;
    private final RoundingRule rule;
    private final List<Money> lines = new ArrayList<>();
    private final Map<Object, BigDecimal> groups = new LinkedHashMap<>();
    private final Map<Tax, Taxed> taxes = new TreeMap<>();
    private BigDecimal lineTotal = BigDecimal.ZERO;
    private BigDecimal allowances = BigDecimal.ZERO;
    private BigDecimal charges = BigDecimal.ZERO;

    Adding(String currency, RoundingRule rule) {
      this.currency = currency;
      this.rule = rule;
    }

    void line(DocumentLine line) {
      BigDecimal price = line.quantity().multiply(amount(line.unitPrice()));
      BigDecimal gross =
          price.divide(line.baseQuantity(), rule.decimals(), rule.mode()); // rounds what is exact
      BigDecimal discount =
          line.discountPercent().signum() == 0
              ? BigDecimal.ZERO
              : price
                  .multiply(line.discountPercent())
                  .divide(line.baseQuantity().movePointRight(2), rule.decimals(), rule.mode());
      BigDecimal net =
          gross
              .subtract(discount)
              .subtract(rule.round(amount(line.allowance())))
              .add(rule.round(amount(line.charge())));
      lines.add(money(net));
      lineTotal = lineTotal.add(net);
      if (line.group() != null) {
        groups.merge(line.group(), net, BigDecimal::add);
      }
      tax(line.tax(), net);
    }

    void adjustment(Adjustment adjustment) {
      BigDecimal amount = rule.round(amount(adjustment.amount()));
      if (adjustment.charge()) {
        charges = charges.add(amount);
        tax(adjustment.tax(), amount);
      } else {
        allowances = allowances.add(amount);
        tax(adjustment.tax(), amount.negate());
      }
    }

    private void tax(Tax tax, BigDecimal net) {
      Taxed taxed = taxes.computeIfAbsent(tax, t -> new Taxed());
      taxed.taxable = taxed.taxable.add(net);
      taxed.rounded = taxed.rounded.add(taxOf(tax, net));
    }

    private BigDecimal taxOf(Tax tax, BigDecimal net) {
      return rule.round(net.multiply(tax.rate()).movePointLeft(2));
    }

    Totals totals(BigDecimal prepaid) {
      List<TaxGroup> taxGroups = new ArrayList<>();
      BigDecimal allTax = BigDecimal.ZERO;
      for (Map.Entry<Tax, Taxed> each : taxes.entrySet()) {
        Taxed taxed = each.getValue();
        BigDecimal tax =
            rule.taxPer() == RoundingRule.TaxPer.LINE
                ? taxed.rounded
                : taxOf(each.getKey(), taxed.taxable);
        taxGroups.add(new TaxGroup(each.getKey(), money(taxed.taxable), money(tax)));
        allTax = allTax.add(tax);
      }
      BigDecimal exclusive = lineTotal.subtract(allowances).add(charges);
      BigDecimal inclusive = exclusive.add(allTax);
      BigDecimal open = inclusive.subtract(prepaid);
      BigDecimal rounding = rule.toStep(open);
      Map<Object, Money> subtotals = new LinkedHashMap<>();
      groups.forEach((group, sum) -> subtotals.put(group, money(sum)));
      return new Totals(
          lines,
          subtotals,
          money(lineTotal),
          money(allowances),
          money(charges),
          money(exclusive),
          taxGroups,
          money(allTax),
          money(inclusive),
          money(prepaid),
          money(rounding),
          money(open.add(rounding)));
    }

    BigDecimal amount(Money money) {
      if (!money.currency().equals(currency)) {
        throw new InvalidRequestException("document.currency", money, currency);
      }
      return money.amount();
    }

    private Money money(BigDecimal amount) {
      try {
        return Money.of(amount, currency);
      } catch (IllegalArgumentException large) {
        throw new InvalidRequestException("document.too_large", amount.precision());
      }
    }
  }
}
