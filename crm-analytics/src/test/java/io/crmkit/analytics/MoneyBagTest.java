package io.crmkit.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoneyBagTest {
  private static final Money TEN_EUROS = Money.of("10", "EUR");
  private static final Money FIVE_DOLLARS = Money.of("5.50", "USD");

  @Test
  void keepsCurrenciesApart() {
    MoneyBag bag = MoneyBag.of(TEN_EUROS, FIVE_DOLLARS, TEN_EUROS);
    assertEquals(List.of(Money.of("20", "EUR"), FIVE_DOLLARS), bag.amounts());
    assertEquals(Set.of("EUR", "USD"), bag.currencies());
    assertEquals(Money.of("20", "EUR"), bag.in("EUR"));
    assertEquals(Money.zero("JPY"), bag.in("JPY"));
    assertEquals("[EUR 20, USD 5.50]", bag.toString());
  }

  @Test
  void givesTheOneAmountOrRefusesWithTheRemedy() {
    assertEquals(Optional.of(TEN_EUROS), MoneyBag.of(TEN_EUROS).single());
    assertEquals(Optional.empty(), MoneyBag.EMPTY.single());
    MoneyBag both = MoneyBag.of(TEN_EUROS).plus(FIVE_DOLLARS);
    String message = assertThrows(IllegalStateException.class, both::single).getMessage();
    assertTrue(message.contains("[EUR, USD]") && message.contains("in(currency)"), message);
  }

  @Test
  void isAValue() {
    MoneyBag bag = MoneyBag.of(TEN_EUROS);
    assertEquals(MoneyBag.of(Money.of("10.00", "EUR")), bag);
    assertEquals(MoneyBag.of(Money.of("10.00", "EUR")).hashCode(), bag.hashCode());
    bag.amounts().clear();
    bag.currencies().clear();
    bag.plus(FIVE_DOLLARS);
    assertEquals(Optional.of(TEN_EUROS), bag.single());
    assertTrue(MoneyBag.EMPTY.isEmpty() && !MoneyBag.of(Money.zero("EUR")).isEmpty());
  }

  @Test
  void isTheAmountOfATally() {
    Tally tally = new Tally(2, MoneyBag.of(TEN_EUROS)).plus(new Tally(1, MoneyBag.EMPTY));
    assertEquals(new Tally(3, MoneyBag.of(TEN_EUROS)), tally);
    assertEquals(TEN_EUROS, tally.amount("EUR"));
    assertEquals(Money.zero("USD"), tally.amount("USD"));
  }
}
