package io.crmkit.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every document. */
class TotalsLawTest {
  record Paper(
      String currency, RoundingRule rule, List<DocumentLine> lines, List<Adjustment> adjustments) {
    Totals totals() {
      return Totals.of(currency, rule, lines, adjustments);
    }
  }

  @Property(tries = 500)
  void the_order_of_lines_does_not_matter(@ForAll("papers") Paper paper, @ForAll Random chance) {
    List<DocumentLine> lines = new ArrayList<>(paper.lines());
    List<Adjustment> adjustments = new ArrayList<>(paper.adjustments());
    Collections.shuffle(lines, chance);
    Collections.shuffle(adjustments, chance);
    Totals totals = paper.totals();
    Totals other = Totals.of(paper.currency(), paper.rule(), lines, adjustments);
    assertEquals(totals.taxGroups(), other.taxGroups());
    assertEquals(totals.groups(), other.groups());
    assertEquals(totals.payable(), other.payable());
    assertEquals(new HashSet<>(totals.lines()), new HashSet<>(other.lines()));
  }

  @Property(tries = 500)
  void no_money_is_made_and_none_lost(@ForAll("papers") Paper paper) {
    Totals totals = paper.totals();
    String currency = paper.currency();
    Money nothing = Money.zero(currency);
    assertEquals(totals.lines().stream().reduce(nothing, Money::plus), totals.lineTotal());
    assertEquals(
        totals.lineTotal().minus(totals.allowances()).plus(totals.charges()),
        totals.taxExclusive());
    assertEquals(
        totals.taxGroups().stream().map(TaxGroup::taxable).reduce(nothing, Money::plus),
        totals.taxExclusive());
    assertEquals(
        totals.taxGroups().stream().map(TaxGroup::amount).reduce(nothing, Money::plus),
        totals.tax());
    assertEquals(totals.taxExclusive().plus(totals.tax()), totals.taxInclusive());
    assertEquals(
        totals.taxInclusive().minus(totals.prepaid()).plus(totals.rounding()), totals.payable());
  }

  @Property(tries = 500)
  void the_groups_and_the_lines_without_one_are_the_document(@ForAll("papers") Paper paper) {
    Totals totals = paper.totals();
    Money sum = Money.zero(paper.currency());
    for (Money group : totals.groups().values()) {
      sum = sum.plus(group);
    }
    for (int i = 0; i < paper.lines().size(); i++) {
      if (paper.lines().get(i).group() == null) {
        sum = sum.plus(totals.lines().get(i));
      }
    }
    assertEquals(totals.lineTotal(), sum);
  }

  @Property(tries = 500)
  void two_halves_of_a_document_are_the_document_where_tax_is_per_line(
      @ForAll("papers") Paper paper) {
    RoundingRule rule = paper.rule().taxPer(RoundingRule.TaxPer.LINE);
    RoundingRule plain = new RoundingRule(rule.taxPer(), rule.mode(), rule.decimals(), null);
    int half = paper.lines().size() / 2;
    String currency = paper.currency();
    Totals whole = Totals.of(currency, plain, paper.lines(), paper.adjustments());
    Totals first = Totals.of(currency, plain, paper.lines().subList(0, half), List.of());
    Totals rest =
        Totals.of(
            currency,
            plain,
            paper.lines().subList(half, paper.lines().size()),
            paper.adjustments());
    assertEquals(whole.payable(), first.payable().plus(rest.payable()));
  }

  @Property(tries = 500)
  void per_line_and_per_group_differ_by_half_a_unit_for_each_amount_at_the_most(
      @ForAll("papers") Paper paper) {
    Money perLine =
        Totals.of(
                paper.currency(),
                paper.rule().taxPer(RoundingRule.TaxPer.LINE),
                paper.lines(),
                paper.adjustments())
            .tax();
    Totals perGroup =
        Totals.of(
            paper.currency(),
            paper.rule().taxPer(RoundingRule.TaxPer.TAX_GROUP),
            paper.lines(),
            paper.adjustments());
    int roundings = paper.lines().size() + paper.adjustments().size() + perGroup.taxGroups().size();
    BigDecimal bound =
        BigDecimal.ONE
            .movePointLeft(paper.rule().decimals())
            .multiply(BigDecimal.valueOf(roundings))
            .divide(BigDecimal.valueOf(2));
    BigDecimal difference = perLine.minus(perGroup.tax()).amount().abs();
    assertTrue(difference.compareTo(bound) <= 0, () -> difference + " > " + bound);
  }

  @Property(tries = 500)
  void every_amount_has_the_decimals_of_the_rule_and_the_payable_one_fits_its_step(
      @ForAll("papers") Paper paper) {
    Totals totals = paper.totals();
    Set<Money> amounts = new HashSet<>(totals.lines());
    amounts.addAll(totals.groups().values());
    amounts.addAll(List.of(totals.tax(), totals.taxInclusive(), totals.taxExclusive()));
    for (Money amount : amounts) {
      assertEquals(amount, amount.rounded(paper.rule().decimals(), RoundingMode.UNNECESSARY));
    }
    BigDecimal step = paper.rule().payableStep();
    if (step != null) {
      assertEquals(0, totals.payable().amount().remainder(step).signum());
      BigDecimal twice = totals.rounding().amount().abs().multiply(BigDecimal.valueOf(2));
      assertTrue(twice.compareTo(step) <= 0, totals::toString);
    }
  }

  @Property(tries = 300)
  void a_document_with_every_sign_turned_has_every_sum_turned(@ForAll("papers") Paper paper) {
    List<DocumentLine> lines =
        paper.lines().stream()
            .map(
                l ->
                    new DocumentLine(
                        l.quantity().negate(),
                        l.unitPrice(),
                        l.baseQuantity(),
                        l.discountPercent(),
                        l.allowance().negate(),
                        l.charge().negate(),
                        l.tax(),
                        l.group()))
            .toList();
    List<Adjustment> adjustments =
        paper.adjustments().stream()
            .map(a -> new Adjustment(a.charge(), a.amount().negate(), a.tax()))
            .toList();
    Totals turned = Totals.of(paper.currency(), paper.rule(), lines, adjustments);
    assertEquals(paper.totals().payable().negate(), turned.payable());
    assertEquals(paper.totals().tax().negate(), turned.tax());
  }

  @Provide
  Arbitrary<Paper> papers() {
    return Arbitraries.of("EUR", "JPY", "KWD")
        .flatMap(
            currency ->
                Combinators.combine(
                        rules(currency),
                        lines(currency).list().ofMaxSize(12),
                        adjustments(currency).list().ofMaxSize(4))
                    .as((rule, lines, more) -> new Paper(currency, rule, lines, more)));
  }

  private static Arbitrary<RoundingRule> rules(String currency) {
    RoundingRule usual = RoundingRule.of(currency);
    return Combinators.combine(
            Arbitraries.of(RoundingRule.TaxPer.values()),
            Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN),
            Arbitraries.of("", "0.05", "1"))
        .as(
            (per, mode, step) -> {
              RoundingRule rule = usual.taxPer(per).mode(mode);
              return step.isEmpty() || usual.decimals() == 0 ? rule : rule.payableStep(step);
            });
  }

  private static Arbitrary<DocumentLine> lines(String currency) {
    Arbitrary<BigDecimal> quantities = decimals("-50", "1000", 3);
    Arbitrary<Money> prices = money(currency, "0", "5000", 4);
    Arbitrary<BigDecimal> bases = Arbitraries.of(BigDecimal.ONE, new BigDecimal("3"));
    Arbitrary<BigDecimal> discounts =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(BigDecimal.ZERO)), Tuple.of(1, decimals("0", "100", 2)));
    return Combinators.combine(
            quantities,
            prices,
            bases,
            discounts,
            money(currency, "0", "20", 2),
            money(currency, "0", "20", 2),
            taxes(),
            Arbitraries.of(1, 2, 3).injectNull(0.3))
        .as(DocumentLine::new);
  }

  private static Arbitrary<Adjustment> adjustments(String currency) {
    return Combinators.combine(
            Arbitraries.of(true, false), money(currency, "-50", "200", 2), taxes())
        .as(Adjustment::new);
  }

  private static Arbitrary<Tax> taxes() {
    return Arbitraries.of(
        Tax.standard("19"),
        Tax.standard("7.0"),
        Tax.standard("8.25"),
        Tax.none("E"),
        Tax.none("Z"));
  }

  private static Arbitrary<Money> money(String currency, String least, String most, int decimals) {
    return decimals(least, most, decimals).map(amount -> Money.of(amount, currency));
  }

  private static Arbitrary<BigDecimal> decimals(String least, String most, int decimals) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(least), new BigDecimal(most))
        .ofScale(decimals);
  }
}
