package io.crmkit.currency;

import static io.crmkit.testing.Fixtures.aCustomer;
import static io.crmkit.testing.Fixtures.aDeal;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.ValidationException;
import io.crmkit.kernel.value.CurrencyMismatchException;
import io.crmkit.kernel.value.Money;
import io.crmkit.sales.Opportunity;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrenciesTest extends CrmTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  @BeforeEach
  void theCompanyCountsInEuros() {
    ada.currencies().setCompany("EUR");
  }

  private void rate(String basis, String from, String to, LocalDate day, String rate) {
    ada.currencies().put(basis, new Rate(from, to, day, new BigDecimal(rate)), "ECB");
  }

  private Customer acme() {
    return ada.customers().create(aCustomer());
  }

  private void deal(Customer customer, Money amount, LocalDate closesOn) {
    ada.pipeline()
        .open(customer, aDeal("Deal", amount).andThen(d -> d.set(Opportunity.CLOSES_ON, closesOn)));
  }

  @Test
  void a_manager_sees_the_pipeline_in_one_currency_by_basis_and_day() {
    rate("closing", "EUR", "USD", TODAY.minusDays(2), "1.25");
    rate("closing", "EUR", "CNY", TODAY, "8");
    rate("budget", "EUR", "USD", LocalDate.of(2027, 1, 1), "1.20");
    rate("budget", "EUR", "CNY", LocalDate.of(2027, 1, 1), "7.5");
    Customer acme = acme();
    deal(acme, eur("100"), TODAY);
    deal(acme, Money.of("250", "USD"), TODAY);
    deal(acme, Money.of("1000", "USD"), TODAY);
    deal(acme, Money.of("800", "CNY"), TODAY);
    MoneyTotal closing =
        ada.currencies()
            .total(
                ada.opportunities().query(), Opportunity.AMOUNT, "EUR", RateBasis.CLOSING, TODAY);
    assertEquals(eur("1200.00"), closing.total());
    assertEquals(
        List.of(Money.of("800", "CNY"), eur("100"), Money.of("1250", "USD")),
        closing.parts().stream().map(MoneyTotal.Part::amount).toList());
    assertEquals(
        Money.of("10.00", "USD"),
        ada.currencies().convert(Money.of("64", "CNY"), "USD", RateBasis.CLOSING, TODAY));
    assertEquals(
        eur("1248.33"),
        ada.currencies()
            .total(ada.opportunities().query(), Opportunity.AMOUNT, "EUR", RateBasis.BUDGET, TODAY)
            .total());
    assertThrows(
        CurrencyMismatchException.class,
        () -> ada.opportunities().query().measure(Opportunity.AMOUNT.sum()));
  }

  @Test
  void each_deal_is_converted_at_the_rate_of_its_own_close_date() {
    rate("closing", "EUR", "USD", LocalDate.of(2027, 1, 31), "1.25");
    rate("closing", "EUR", "USD", LocalDate.of(2027, 2, 28), "1.60");
    Customer acme = acme();
    deal(acme, Money.of("100", "USD"), LocalDate.of(2027, 1, 31));
    deal(acme, Money.of("100", "USD"), LocalDate.of(2027, 2, 1));
    deal(acme, Money.of("160", "USD"), TODAY);
    deal(acme, eur("1"), LocalDate.of(2020, 1, 1));
    MoneyTotal total =
        ada.currencies()
            .total(
                ada.opportunities().query(),
                Opportunity.AMOUNT,
                "EUR",
                RateBasis.CLOSING,
                Opportunity.CLOSES_ON);
    assertEquals(eur("261.00"), total.total());
    ada.pipeline().open(acme, aDeal("Undated", eur("1")));
    assertThrows(
        InvalidRequestException.class,
        () ->
            ada.currencies()
                .total(
                    ada.opportunities().query(),
                    Opportunity.AMOUNT,
                    "EUR",
                    RateBasis.CLOSING,
                    Opportunity.CLOSES_ON));
    MoneyTotal none =
        ada.currencies()
            .total(
                ada.opportunities().where(Opportunity.TITLE.is("None")),
                Opportunity.AMOUNT,
                "EUR",
                RateBasis.CLOSING,
                Opportunity.CLOSES_ON);
    assertTrue(none.total().isZero());
  }

  @Test
  void a_missing_or_too_old_rate_is_refused_and_not_guessed() {
    rate("closing", "EUR", "USD", TODAY.minusDays(8), "1.25");
    rate("closing", "EUR", "GBP", TODAY.plusDays(1), "0.8");
    for (String to : List.of("USD", "GBP", "JPY")) {
      InvalidRequestException refused =
          assertThrows(
              InvalidRequestException.class,
              () -> ada.currencies().convert(eur("1"), to, RateBasis.CLOSING, TODAY));
      assertEquals("currency.no_rate", refused.code());
    }
    assertEquals(
        Money.of("1.25", "USD"),
        ada.currencies().convert(eur("1"), "USD", RateBasis.CLOSING.maxAge(8), TODAY));
  }

  @Test
  void a_rate_written_down_again_is_corrected_and_the_audit_keeps_both() {
    ExchangeRate first =
        ada.currencies()
            .put("closing", new Rate("EUR", "USD", TODAY, new BigDecimal("1.2")), "ECB");
    ExchangeRate second =
        ada.currencies()
            .put("closing", new Rate("EUR", "USD", TODAY, new BigDecimal("1.21")), "ECB");
    assertEquals(first.ref(), second.ref());
    assertEquals(2, ada.currencies().history(first.ref()).size());
  }

  @Test
  void rates_that_make_no_sense_are_refused() {
    assertThrows(ValidationException.class, () -> rate("closing", "EUR", "USD", TODAY, "0"));
    assertThrows(ValidationException.class, () -> rate("closing", "EUR", "EUR", TODAY, "1"));
    assertThrows(ValidationException.class, () -> rate("closing", "EUR", "XXY", TODAY, "1"));
    assertThrows(ValidationException.class, () -> rate("hoped", "EUR", "USD", TODAY, "1"));
  }

  @Test
  void the_company_has_one_currency_which_may_be_changed() {
    assertEquals("EUR", ada.currencies().company());
    ada.currencies().setCompany("CNY");
    assertEquals("CNY", ada.currencies().company());
    assertEquals(1, ada.records(CompanyCurrency.TYPE).query().count());
    assertThrows(ValidationException.class, () -> ada.currencies().setCompany("cny"));
    assertThrows(
        ValidationException.class,
        () ->
            ada.records(CompanyCurrency.TYPE).create(d -> d.set(CompanyCurrency.CURRENCY, "USD")));
  }

  @Test
  void a_currency_that_there_is_not_is_named_instead_of_a_missing_rate() {
    LocalDate day = LocalDate.of(2027, 3, 1);
    for (String none : List.of("usd", "ZZZ", "")) {
      String refusal =
          assertThrows(
                  InvalidRequestException.class,
                  () ->
                      ada.currencies().convert(Money.of("1", "EUR"), none, RateBasis.CLOSING, day))
              .code();
      assertEquals("currency.unknown", refusal);
      assertThrows(
          InvalidRequestException.class,
          () ->
              ada.currencies()
                  .total(
                      ada.opportunities().query(),
                      Opportunity.AMOUNT,
                      none,
                      RateBasis.CLOSING,
                      Opportunity.CLOSED_ON));
    }
  }
}
