package io.crmkit.kernel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void isMadeInManyWays() {
    assertEquals(eur("12000"), Money.of(12000, "EUR"));
    assertEquals(eur("12000"), Money.of(new BigDecimal("12000.00"), "EUR"));
    assertEquals(eur("12000"), Money.of(new BigDecimal("12E3"), Currency.getInstance("EUR")));
    assertEquals(eur("0"), Money.zero("EUR"));
    assertEquals("EUR", eur("1").currency());
    assertEquals(new BigDecimal("1.50"), eur("1.50").amount());
  }

  @Test
  void keepsTheDecimalsGivenButEqualsByValue() {
    assertEquals("EUR 12000.00", eur("12000.00").toString());
    assertEquals("EUR 12000", eur("1.2E4").toString());
    assertEquals(eur("1.5"), eur("1.500"));
    assertEquals(eur("1.5").hashCode(), eur("1.500").hashCode());
    assertEquals(eur("0").hashCode(), eur("-0.00").hashCode());
    assertNotEquals(eur("1"), Money.of(1, "USD"));
    assertNotEquals(eur("1"), new Object());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "EUR", "EUR ", "EUR12", "EUR  12", "12 EUR", "eur 12", "EUR 1,000", "EUR 12 "})
  void refusesToParseAnythingElse(String text) {
    refusal(() -> Money.parse(text));
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    assertEquals(
        "Not an amount: \"1.000,50\"; write digits with a point, without grouping or symbol,"
            + " as in \"12000.50\"",
        refusal(() -> eur("1.000,50")));
    assertEquals(
        "Unknown currency \"EURO\"; use an ISO 4217 code in capitals, as in \"EUR\"",
        refusal(() -> Money.zero("EURO")));
    assertTrue(refusal(() -> eur("123456789012345678901")).contains("123456789012345678901"));
  }

  @Test
  void namesBothCurrenciesOfAMismatch() {
    CurrencyMismatchException e =
        assertThrows(
            CurrencyMismatchException.class, () -> eur("1").compareAmount(Money.of(1, "JPY")));
    assertEquals("EUR", e.left());
    assertEquals("JPY", e.right());
    assertEquals("request.currencies", e.code());
    assertEquals(
        "EUR and JPY cannot be combined. Convert one of them with a rate of some day first, or group"
            + " by currency.",
        e.getMessage());
    assertEquals("EUR 和 JPY 不能合并计算。请先按某日汇率换算其中之一，或按货币分组。", e.message(Locale.CHINESE));
    assertThrows(CurrencyMismatchException.class, () -> eur("1").minus(Money.of(1, "JPY")));
    assertThrows(CurrencyMismatchException.class, () -> eur("0").max(Money.of(0, "JPY")));
  }

  @Test
  void staysWithinItsBounds() {
    String largest = "99999999999999999999.99999999";
    assertEquals("EUR " + largest, eur(largest).toString());
    refusal(() -> eur(largest).plus(eur("0.00000001")));
    refusal(() -> eur(largest).times(2));
    refusal(() -> eur("0.000000001"));
    refusal(() -> eur("0.1").times(new BigDecimal("0.00000001")));
    assertEquals("EUR 0.10000000", eur("0.1000000000000").toString());
    assertEquals("EUR 0", eur("0E+999999999").toString());
    assertEquals("EUR 0.00000000", eur("0E-999999999").toString());
  }

  @Test
  void refusesGiganticNumbersAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          refusal(() -> eur("1E+999999999"));
          refusal(() -> eur("1E-999999999"));
          refusal(() -> eur("9".repeat(5_000_000)));
          refusal(() -> Money.of(new BigDecimal("1E+2147483647"), "EUR"));
        });
  }

  @Test
  void calculatesExactly() {
    assertEquals(eur("0.3"), eur("0.1").plus(eur("0.2")));
    assertEquals(eur("-0.1"), eur("0.1").minus(eur("0.2")));
    assertEquals(eur("-5"), eur("5").negate());
    assertEquals(eur("22.80"), eur("120").times(new BigDecimal("0.19")));
    assertEquals(eur("360"), eur("120").times(3));
  }

  @Test
  void roundsToTheCurrencyOnlyWhenToldHow() {
    assertEquals("EUR 3.33", eur("10").dividedBy(3, RoundingMode.HALF_UP).toString());
    assertEquals(
        "EUR 3.3333", eur("10").dividedBy(new BigDecimal("3"), 4, RoundingMode.HALF_UP).toString());
    assertEquals("JPY 3", Money.of(10, "JPY").dividedBy(3, RoundingMode.HALF_UP).toString());
    assertEquals("KWD 3.333", Money.of(10, "KWD").dividedBy(3, RoundingMode.DOWN).toString());
    assertEquals("EUR 1.24", eur("1.235").rounded(RoundingMode.HALF_EVEN).toString());
    assertEquals("EUR 2.00", eur("2").rounded(RoundingMode.UNNECESSARY).toString());
    assertEquals("EUR 2.4", eur("2.35").rounded(1, RoundingMode.HALF_UP).toString());
    assertEquals("XAU 0.33333333", Money.of(1, "XAU").dividedBy(3, RoundingMode.DOWN).toString());
    assertEquals(
        "EUR 0.12",
        eur("0.99").times(new BigDecimal("0.123456789"), RoundingMode.HALF_UP).toString());
    assertThrows(ArithmeticException.class, () -> eur("1").dividedBy(0, RoundingMode.UP));
    refusal(() -> eur("1").rounded(9, RoundingMode.UP));
    refusal(() -> eur("1").rounded(-1, RoundingMode.UP));
  }

  @Test
  void allocatesWithoutLosingACent() {
    assertEquals(List.of(eur("3.34"), eur("3.33"), eur("3.33")), eur("10").allocate(1, 1, 1));
    assertEquals(List.of(eur("0.02"), eur("0.03")), eur("0.05").allocate(3, 7));
    assertEquals(List.of(eur("-3.34"), eur("-3.33"), eur("-3.33")), eur("-10").allocate(1, 1, 1));
    assertEquals(List.of(eur("0"), eur("0.01")), eur("0.01").allocate(0, 5));
    assertEquals(List.of(eur("0.0005"), eur("0.0005")), eur("0.0010").allocate(1, 1));
    assertEquals(
        List.of(Money.of(34, "JPY"), Money.of(33, "JPY"), Money.of(33, "JPY")),
        Money.of(100, "JPY").allocate(1, 1, 1));
    refusal(() -> eur("1").allocate());
    refusal(() -> eur("1").allocate(0, 0));
    refusal(() -> eur("1").allocate(2, -1));
  }

  @Test
  void comparesWithinOneCurrency() {
    assertTrue(eur("1").compareAmount(eur("2")) < 0);
    assertEquals(0, eur("1").compareAmount(eur("1.0")));
    Money one = eur("1");
    Money two = eur("2");
    assertSame(one, one.min(two));
    assertSame(two, one.max(two));
    assertSame(one, one.min(eur("1.00")));
    assertTrue(one.isPositive());
    assertTrue(one.negate().isNegative());
    assertTrue(Money.zero("EUR").isZero());
    assertFalse(Money.zero("EUR").isPositive() || Money.zero("EUR").isNegative());
  }

  @Property
  void parsesWhatItPrints(@ForAll("amounts") Money money) {
    Money again = Money.parse(money.toString());
    assertEquals(money, again);
    assertEquals(money.toString(), again.toString());
    assertEquals(money.hashCode(), again.hashCode());
  }

  @Property
  void addsBackWhatItSubtracts(@ForAll("amounts") Money a, @ForAll("amounts") Money b) {
    if (a.currency().equals(b.currency())) {
      assertEquals(a, a.minus(b).plus(b));
    } else {
      assertThrows(CurrencyMismatchException.class, () -> a.minus(b));
    }
  }

  @Property
  void sharesAddUpAndAreFair(
      @ForAll("amounts") Money money,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1000) Integer> ratios) {
    int[] parts = ratios.stream().mapToInt(Integer::intValue).toArray();
    int total = Arrays.stream(parts).sum();
    if (total == 0) {
      return;
    }
    List<Money> shares = money.allocate(parts);
    Money sum = shares.stream().reduce(Money.zero(money.currency()), Money::plus);
    assertEquals(money, sum);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(shares.get(0).amount().scale());
    for (int i = 0; i < parts.length; i++) {
      BigDecimal exactTimesTotal = money.amount().multiply(BigDecimal.valueOf(parts[i]));
      BigDecimal shareTimesTotal = shares.get(i).amount().multiply(BigDecimal.valueOf(total));
      BigDecimal off = exactTimesTotal.subtract(shareTimesTotal).abs();
      assertTrue(off.compareTo(unit.multiply(BigDecimal.valueOf(total))) < 0);
    }
  }

  @Provide
  Arbitrary<Money> amounts() {
    return Combinators.combine(
            Arbitraries.bigIntegers()
                .between(new BigInteger("-99999999999999999"), new BigInteger("99999999999999999")),
            Arbitraries.integers().between(0, 8),
            Arbitraries.of("EUR", "JPY", "KWD", "XAU"))
        .as((unscaled, scale, code) -> Money.of(new BigDecimal(unscaled, scale), code));
  }
}
