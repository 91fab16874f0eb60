package io.crmkit.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RatesLawTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "CNY", "JPY", "KWD");

  private static String any(Random random) {
    return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
  }

  private static List<Rate> rates(Random random) {
    Map<String, Rate> rates = new LinkedHashMap<>();
    for (int n = random.nextInt(20); n > 0; n--) {
      Rate rate =
          new Rate(
              any(random),
              any(random),
              TODAY.minusDays(random.nextInt(15) - 3L),
              BigDecimal.valueOf(1 + random.nextInt(100_000), 3));
      if (!rate.from().equals(rate.to())) {
        rates.put(rate.from() + rate.to() + rate.day(), rate);
      }
    }
    return new ArrayList<>(rates.values());
  }

  private static Rates of(List<Rate> rates) {
    return Rates.of("EUR", RateBasis.CLOSING, rates);
  }

  @Property
  void the_order_of_the_rates_does_not_matter(@ForAll long seed) {
    Random random = new Random(seed);
    List<Rate> rates = rates(random);
    String from = any(random);
    String to = any(random);
    Optional<UsedRate> found = of(rates).find(from, to, TODAY);
    Collections.shuffle(rates, random);
    assertEquals(found, of(rates).find(from, to, TODAY));
  }

  @Property
  void no_rate_is_of_a_later_day_or_too_old(@ForAll long seed) {
    Random random = new Random(seed);
    for (Rate rate :
        of(rates(random))
            .find(any(random), any(random), TODAY)
            .map(UsedRate::rates)
            .orElse(List.of())) {
      assertFalse(rate.day().isAfter(TODAY));
      assertFalse(rate.day().isBefore(TODAY.minusDays(7)));
    }
  }

  @Property
  void a_rate_written_down_later_leaves_yesterdays_figures_as_they_were(@ForAll long seed) {
    Random random = new Random(seed);
    List<Rate> rates = rates(random);
    String from = any(random);
    String to = any(random);
    rates.removeIf(rate -> rate.day().isAfter(TODAY));
    Optional<UsedRate> before = of(rates).find(from, to, TODAY);
    rates.add(new Rate("USD", "EUR", TODAY.plusDays(1), BigDecimal.TEN));
    assertEquals(before, of(rates).find(from, to, TODAY));
  }

  @Property
  void there_and_back_is_one_exactly(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Rate> oneWay = new LinkedHashMap<>();
    for (Rate rate : rates(random)) {
      boolean forward = rate.from().compareTo(rate.to()) < 0;
      String pair = forward ? rate.from() + rate.to() : rate.to() + rate.from();
      oneWay.put(pair + rate.day(), rate);
    }
    Rates rates = of(new ArrayList<>(oneWay.values()));
    String from = any(random);
    String to = any(random);
    Optional<UsedRate> there = rates.find(from, to, TODAY);
    Optional<UsedRate> back = rates.find(to, from, TODAY);
    assertEquals(there.isPresent(), back.isPresent());
    if (there.isPresent()) {
      Ratio both = there.get().ratio().times(back.orElseThrow().ratio());
      assertEquals(0, both.compare(BigDecimal.ONE, BigDecimal.ONE));
    }
  }

  @Property
  void a_total_is_within_half_a_unit_of_the_sum_of_its_parts(@ForAll long seed) {
    Random random = new Random(seed);
    Rates rates = of(rates(random));
    List<Money> amounts = new ArrayList<>();
    BigDecimal exact = BigDecimal.ZERO;
    for (int n = 0; n < 5; n++) {
      Money amount = Money.of(BigDecimal.valueOf(random.nextInt(1_000_000), 2), any(random));
      Optional<UsedRate> rate = rates.find(amount.currency(), "EUR", TODAY);
      if (rate.isPresent()) {
        amounts.add(amount);
        exact = exact.add(rate.get().ratio().of(amount.amount()));
      }
    }
    BigDecimal total = rates.total(amounts, "EUR", TODAY).total().amount();
    assertTrue(total.subtract(exact).abs().compareTo(new BigDecimal("0.005")) <= 0);
  }
}
