package io.crmkit.kernel.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.value.Money;
import io.crmkit.testing.Star;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What comes first has no greater rank, or an index in memory would lose it. */
class KindRanksTest {
  private static final Instant SOME_DAY = Instant.parse("2027-03-01T08:00:00Z");

  private static <T> void assertRanksFollow(Kind<T> kind, T a, T b) {
    int order = Integer.signum(kind.compare(a, b));
    int ranks = Long.compare(kind.rank(a), kind.rank(b));
    assertTrue(ranks == order || ranks == 0, () -> a + " and " + b + ": " + order + ", " + ranks);
    if (kind.ranksFully()) {
      assertTrue(ranks == order && kind.rank(a) < Long.MAX_VALUE, () -> a + " and " + b);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abA0 éｆ｡王\uD83D\uDE00\uD842\uDFB7\uFFFF\u0001")
        .ofMaxLength(5);
  }

  @Property
  void of_texts(@ForAll("texts") String a, @ForAll("texts") String b) {
    assertRanksFollow(Kinds.TEXT, a, b);
  }

  @Property
  void of_whole_numbers(@ForAll long a, @ForAll long b) {
    assertRanksFollow(Kinds.INTEGER, a, b);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers()
            .between(BigInteger.TEN.pow(27).negate(), BigInteger.TEN.pow(27))
            .edgeCases(some -> some.add(BigInteger.ONE, BigInteger.ZERO));
    return Arbitraries.integers()
        .between(0, 8)
        .flatMap(scale -> digits.map(number -> new BigDecimal(number, scale)));
  }

  @Property
  void of_decimals(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    assertRanksFollow(Kinds.DECIMAL, a, b);
    assertRanksFollow(Kinds.DECIMAL, a, a.add(BigDecimal.ONE.movePointLeft(8)));
  }

  @Provide
  Arbitrary<Money> amounts() {
    return Combinators.combine(
            Arbitraries.oneOf(decimals(), Arbitraries.integers().map(BigDecimal::valueOf)),
            Arbitraries.of("AED", "CHF", "EUR", "ZMW"))
        .as(KindRanksTest::money);
  }

  private static Money money(BigDecimal amount, String currency) {
    return Money.of(amount.remainder(BigDecimal.TEN.pow(20)), currency);
  }

  @Property
  void of_amounts(@ForAll("amounts") Money a, @ForAll("amounts") Money b) {
    assertRanksFollow(Kinds.MONEY, a, b);
    assertRanksFollow(Kinds.MONEY, a, Money.of(b.amount(), a.currency()));
    assertRanksFollow(Kinds.MONEY, a, Money.of(a.amount().negate(), a.currency()));
  }

  @Property
  void of_dates(@ForAll("days") LocalDate a, @ForAll("days") LocalDate b) {
    assertRanksFollow(Kinds.DATE, a, b);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(-719_162, 2_932_896) // the years 1 to 9999
        .map(LocalDate::ofEpochDay);
  }

  @Property
  void of_moments(@ForAll("moments") Instant a, @ForAll("moments") Instant b) {
    assertRanksFollow(Kinds.INSTANT, a, b);
    assertTrue(Kinds.INSTANT.rank(Instant.MIN) < Kinds.INSTANT.rank(a));
    assertTrue(Kinds.INSTANT.rank(a) < Kinds.INSTANT.rank(Instant.MAX));
  }

  @Provide
  Arbitrary<Instant> moments() {
    Arbitrary<Instant> any =
        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L).map(Instant::ofEpochSecond);
    Arbitrary<Instant> close =
        Arbitraries.longs().between(-3, 3).map(micros -> SOME_DAY.plus(micros, ChronoUnit.MICROS));
    return Arbitraries.oneOf(any, close);
  }

  @Property
  void of_yes_and_no(@ForAll boolean a, @ForAll boolean b) {
    assertRanksFollow(Kinds.BOOLEAN, a, b);
  }

  @Property
  void of_identities(@ForAll long high, @ForAll long low, @ForAll long other) {
    Kind<Ref<Star>> refs = Kinds.ref(() -> Star.TYPE);
    assertRanksFollow(refs, Star.TYPE.ref(high, low), Star.TYPE.ref(other, low));
    assertRanksFollow(refs, Star.TYPE.ref(high, low), Star.TYPE.ref(high, other));
    assertRanksFollow(Kinds.UUID_VALUE, new UUID(high, low), new UUID(other, low));
    assertRanksFollow(Kinds.UUID_VALUE, new UUID(high, low), new UUID(high, other));
  }
}
