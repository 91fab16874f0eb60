package io.crmkit.document;

import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private static final RoundingRule RULE = RoundingRule.of("EUR");

  private static DocumentLine line(String quantity, String price) {
    return DocumentLine.of(new BigDecimal(quantity), eur(price), Tax.standard("19"));
  }

  private static Totals of(RoundingRule rule, DocumentLine... lines) {
    return Totals.of("EUR", rule, List.of(lines), List.of());
  }

  @Test
  void a_discount_is_rounded_as_it_is_printed() {
    Totals totals = of(RULE, line("3", "9.99").discount(new BigDecimal("12.5")));
    assertEquals(eur("26.22"), totals.lineTotal()); // 29.97 - 3.75 (of 3.74625)
    assertEquals(eur("4.98"), totals.tax());
  }

  @Test
  void tax_per_line_and_tax_per_group_may_differ_by_a_cent() {
    DocumentLine[] lines = {line("1", "0.13"), line("1", "0.13"), line("1", "0.13")};
    assertEquals(eur("0.07"), of(RULE, lines).tax()); // 0.0741
    assertEquals(eur("0.06"), of(RULE.taxPer(RoundingRule.TaxPer.LINE), lines).tax()); // 3 × 0.02
  }

  @Test
  void a_half_goes_up_or_to_the_even_cent() {
    assertEquals(eur("0.13"), of(RULE, line("0.5", "0.25")).lineTotal());
    assertEquals(
        eur("0.12"), of(RULE.mode(RoundingMode.HALF_EVEN), line("0.5", "0.25")).lineTotal());
  }

  @Test
  void what_is_paid_in_coins_is_rounded_to_a_coin() {
    Totals totals = of(RULE.payableStep("0.05"), line("1", "8.42"));
    assertEquals(eur("10.02"), totals.taxInclusive());
    assertEquals(eur("-0.02"), totals.rounding());
    assertEquals(eur("10.00"), totals.payable());
  }

  @Test
  void an_empty_document_is_worth_nothing() {
    assertEquals(eur("0"), of(RULE).payable());
    assertEquals(List.of(), of(RULE).taxGroups());
  }

  @Test
  void another_currency_or_a_sum_beyond_all_bounds_is_refused() {
    assertEquals(
        "document.currency",
        assertThrows(
                InvalidRequestException.class,
                () ->
                    of(
                        RULE,
                        DocumentLine.of(BigDecimal.ONE, Money.of("1", "USD"), Tax.standard("19"))))
            .code());
    assertEquals(
        "document.too_large",
        assertThrows(
                InvalidRequestException.class,
                () -> of(RULE, line("99999999999", "99999999999.99")))
            .code());
  }

  @Test
  void values_without_a_meaning_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Tax.standard("101"));
    assertThrows(IllegalArgumentException.class, () -> Tax.standard("-1"));
    assertThrows(
        IllegalArgumentException.class, () -> line("1", "1").discount(new BigDecimal("101")));
    assertThrows(IllegalArgumentException.class, () -> line("1", "1").priceFor(BigDecimal.ZERO));
    assertThrows(IllegalArgumentException.class, () -> RULE.payableStep("0"));
  }
}
