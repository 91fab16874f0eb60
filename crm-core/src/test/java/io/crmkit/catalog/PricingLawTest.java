package io.crmkit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.customer.Customer;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class PricingLawTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Units UNITS =
      Units.of(
          List.of(
              new Units.Conversion("box", new BigDecimal("12"), "piece", true),
              new Units.Conversion("pallet", new BigDecimal("7.5"), "box", false)));

  private static <E extends Entity<E>> Ref<E> ref(EntityType<E> type, int n) {
    return type.ref(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | n);
  }

  private static @Nullable LocalDate day(Random random, int from) {
    return random.nextInt(3) > 0 ? null : TODAY.plusDays(random.nextInt(20) - from);
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static PriceTerms terms(Random random, int n) {
    int audience = random.nextInt(3);
    return new PriceTerms(
        "list " + n,
        random.nextInt(4) == 0 ? "USD" : "EUR",
        audience == 0 ? ref(Customer.TYPE, random.nextInt(2)) : null,
        audience == 1 ? any(random, List.of("retail", "wholesale")) : null,
        day(random, 15),
        day(random, 5),
        random.nextInt(3),
        random.nextInt(4) == 0,
        random.nextInt(4) == 0,
        any(
            random,
            List.of(
                PriceRounding.of("EUR"),
                new PriceRounding(new BigDecimal("0.05"), RoundingMode.DOWN),
                new PriceRounding(BigDecimal.TEN, RoundingMode.HALF_EVEN))));
  }

  private static PriceFormula formula(Random random, boolean onTop) {
    BigDecimal number = BigDecimal.valueOf(random.nextInt(9000), 2);
    return switch (random.nextInt(onTop ? 3 : 4)) {
      case 0 -> PriceFormula.discount(number);
      case 1 -> PriceFormula.markup(number);
      case 2 -> new PriceFormula(new BigDecimal("0.8"), number.subtract(BigDecimal.TEN));
      default -> PriceFormula.fixed(number);
    };
  }

  private static List<PriceRule> rules(Random random) {
    List<PriceRule> rules = new ArrayList<>();
    List<PriceTerms> lists = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      lists.add(terms(random, n));
    }
    for (int n = random.nextInt(25); n > 0; n--) {
      PriceTerms terms = any(random, lists);
      int target = random.nextInt(3);
      rules.add(
          new PriceRule(
              ref(PriceListItem.TYPE, n),
              terms,
              target == 0 ? ref(Product.TYPE, random.nextInt(2)) : null,
              target == 1 ? ref(ProductCategory.TYPE, random.nextInt(4)) : null,
              random.nextBoolean() ? null : any(random, List.of("piece", "box", "hour")),
              BigDecimal.valueOf(any(random, List.of(0L, 0L, 5L, 10L, 100L))),
              day(random, 15),
              day(random, 5),
              formula(random, terms.onTop())));
    }
    return rules;
  }

  private static PriceRequest request(Random random, int quantity) {
    PriceRequest plain =
        PriceRequest.of(ref(Product.TYPE, 0), BigDecimal.valueOf(quantity), TODAY, "EUR")
            .about(
                List.of(ref(ProductCategory.TYPE, 0), ref(ProductCategory.TYPE, 1)),
                random.nextInt(4) == 0 ? null : Money.of("100", any(random, List.of("EUR", "USD"))),
                "piece",
                UNITS)
            .in(any(random, List.of("piece", "box", "pallet")));
    return random.nextBoolean() ? plain : plain.forCustomer(ref(Customer.TYPE, 0), "retail");
  }

  @Property
  void the_order_of_the_rows_does_not_matter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int quantity) {
    Random random = new Random(seed);
    List<PriceRule> rules = rules(random);
    PriceRequest request = request(random, quantity);
    PriceQuote quote = Pricing.price(request, PriceBook.of(rules));
    Collections.shuffle(rules, random);
    assertEquals(quote, Pricing.price(request, PriceBook.of(rules)));
  }

  @Property
  void no_rule_out_of_force_or_for_others_or_in_other_currencies_makes_a_price(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int quantity) {
    Random random = new Random(seed);
    List<PriceRule> rules = rules(random);
    PriceRequest request = request(random, quantity);
    PriceQuote quote = Pricing.price(request, PriceBook.of(rules));
    for (PriceStep step : quote.applied()) {
      PriceRule rule = step.rule();
      if (rule != null) {
        PriceTerms terms = rule.terms();
        assertEquals("EUR", terms.currency());
        assertFalse(isAfter(rule.since()) || isAfter(terms.since()));
        assertFalse(isBefore(rule.until()) || isBefore(terms.until()));
        assertTrue(terms.customer() == null || terms.customer().equals(request.customer()));
        assertTrue(terms.group() == null || terms.group().equals(request.group()));
        assertTrue(rule.product() == null || rule.product().equals(request.product()));
        assertTrue(rule.category() == null || request.categories().contains(rule.category()));
      }
    }
    rules.removeIf(rule -> !rule.terms().currency().equals("EUR"));
    assertEquals(quote.unitPrice(), Pricing.price(request, PriceBook.of(rules)).unitPrice());
  }

  private static boolean isAfter(@Nullable LocalDate day) {
    return day != null && day.isAfter(TODAY);
  }

  private static boolean isBefore(@Nullable LocalDate day) {
    return day != null && day.isBefore(TODAY);
  }

  @Property
  void more_never_falls_back_to_a_lower_break(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int quantity,
      @ForAll @IntRange(min = 0, max = 200) int more) {
    Random random = new Random(seed);
    PriceTerms terms = PriceTerms.of("breaks", "EUR");
    List<PriceRule> rules = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      rules.add(
          new PriceRule(
              ref(PriceListItem.TYPE, n),
              terms,
              ref(Product.TYPE, 0),
              null,
              any(random, List.of("piece", "box")),
              BigDecimal.valueOf(random.nextInt(30)),
              null,
              null,
              PriceFormula.fixed(BigDecimal.ONE)));
    }
    PriceRequest request =
        PriceRequest.of(ref(Product.TYPE, 0), BigDecimal.valueOf(quantity), TODAY, "EUR")
            .about(List.of(), Money.of("100", "EUR"), "piece", UNITS);
    PriceQuote few = Pricing.price(request, PriceBook.of(rules));
    PriceQuote many =
        Pricing.price(
            request.withQuantity(BigDecimal.valueOf(quantity + more)), PriceBook.of(rules));
    PriceRule low = few.applied().get(0).rule();
    PriceRule high = many.applied().get(0).rule();
    if (low != null && high != null && "piece".equals(low.unit()) == "piece".equals(high.unit())) {
      assertTrue(low.from().compareTo(high.from()) <= 0);
    }
    assertFalse(low != null && high == null);
  }

  @Property
  void doing_the_steps_again_makes_the_price_again(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int quantity) {
    Random random = new Random(seed);
    List<PriceRule> rules = rules(random);
    PriceQuote quote = Pricing.price(request(random, quantity), PriceBook.of(rules));
    BigDecimal amount = BigDecimal.ZERO;
    for (PriceStep step : quote.applied()) {
      amount = step.apply(amount);
      assertEquals(step.after(), amount);
    }
    assertEquals(quote.isFound(), !quote.applied().isEmpty());
    if (quote.isFound()) {
      assertEquals(Money.of(amount, "EUR"), quote.price());
      assertFalse(quote.price().isNegative());
    }
  }

  @Property
  void every_rule_about_the_product_is_told_once_either_applied_or_refused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int quantity) {
    Random random = new Random(seed);
    List<PriceRule> rules = rules(random);
    PriceRequest request = request(random, quantity);
    PriceQuote quote = Pricing.price(request, PriceBook.of(rules));
    List<PriceRule> told = new ArrayList<>();
    quote.applied().stream().map(PriceStep::rule).filter(r -> r != null).forEach(told::add);
    quote.refused().forEach(refusal -> told.add(refusal.rule()));
    List<PriceRule> about = new ArrayList<>();
    for (PriceRule rule : rules) {
      boolean other = rule.product() != null && !rule.product().equals(request.product());
      boolean elsewhere =
          rule.category() != null && !request.categories().contains(rule.category());
      if (!other && !elsewhere) {
        about.add(rule);
      }
    }
    told.sort((a, b) -> a.item().compareTo(b.item()));
    about.sort((a, b) -> a.item().compareTo(b.item()));
    assertEquals(about, told);
  }

  @Property
  void units_convert_there_and_back_without_loss(@ForAll @IntRange(min = 1) int quantity) {
    BigDecimal boxes = BigDecimal.valueOf(quantity);
    BigDecimal pieces = UNITS.convert(boxes, "box", "piece").orElseThrow();
    assertEquals(boxes.multiply(BigDecimal.valueOf(12)), pieces);
    assertEquals(0, boxes.compareTo(UNITS.convert(pieces, "piece", "box").orElseThrow()));
    assertEquals(
        0,
        BigDecimal.valueOf(90).compareTo(UNITS.convert(BigDecimal.ONE, "pallet", "piece").get()));
    assertTrue(UNITS.convert(boxes, "box", "hour").isEmpty());
  }
}
