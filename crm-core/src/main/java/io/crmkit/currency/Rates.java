package io.crmkit.currency;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rates of one basis, and what follows from them. A pure value: immutable, thread-safe.
 *
 * <p><b>Which rate.</b> The latest on or before the day asked for, not older than the basis allows.
 * Of a rate and its opposite ({@code EUR→USD}, {@code USD→EUR}) the later is used, of the same day
 * the one as it stands. Where there is neither, the way leads through the base currency, each half
 * found in the same manner. A later rate never reaches back, so a figure of last year stays what it
 * was.
 *
 * <p><b>Exactness.</b> A rate the other way round divides, it is not made a decimal first. An
 * amount is converted to 34 digits and rounded once, half up, to the smallest unit of the target
 * currency; a total is added up before it is rounded.
 */
public final class Rates {
  private record Pair(String from, String to) {}

  private record Leg(Rate rate, Ratio ratio) {}

  private final @Nullable String base;
  private final RateBasis basis;
  private final Map<Pair, NavigableMap<LocalDate, Rate>> byPair = new HashMap<>();

  private Rates(@Nullable String base, RateBasis basis, Collection<Rate> rates) {
    this.base = base;
    this.basis = basis;
    for (Rate rate : rates) {
      byPair
          .computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
          .put(rate.day(), rate);
    }
  }

  /**
   * Rates, at most one of a pair of currencies and a day.
   *
   * @param base the currency that leads from any to any other, or null for none
   * @param basis which rates these are
   */
  public static Rates of(@Nullable String base, RateBasis basis, Collection<Rate> rates) {
    return new Rates(base, basis, rates);
  }

  /** The basis. */
  public RateBasis basis() {
    return basis;
  }

  /** What one of {@code from} was worth in {@code to} on a day; empty where nothing says so. */
  public Optional<UsedRate> find(String from, String to, LocalDate day) {
    if (from.equals(to)) {
      return Optional.of(new UsedRate(from, to, Ratio.ONE, List.of()));
    }
    Leg direct = leg(from, to, day);
    if (direct != null) {
      return Optional.of(new UsedRate(from, to, direct.ratio(), List.of(direct.rate())));
    }
    Leg in = base == null ? null : leg(from, base, day);
    Leg out = base == null ? null : leg(base, to, day);
    return in == null || out == null
        ? Optional.empty()
        : Optional.of(
            new UsedRate(from, to, in.ratio().times(out.ratio()), List.of(in.rate(), out.rate())));
  }

  private @Nullable Leg leg(String from, String to, LocalDate day) {
    Rate there = latest(from, to, day);
    Rate back = latest(to, from, day);
    if (there != null && (back == null || !there.day().isBefore(back.day()))) {
      return new Leg(there, new Ratio(there.rate(), BigDecimal.ONE));
    }
    return back == null ? null : new Leg(back, new Ratio(BigDecimal.ONE, back.rate()));
  }

  private @Nullable Rate latest(String from, String to, LocalDate day) {
    NavigableMap<LocalDate, Rate> days = byPair.get(new Pair(from, to));
    Map.Entry<LocalDate, Rate> last = days == null ? null : days.floorEntry(day);
    return last == null || last.getKey().isBefore(day.minusDays(basis.maxAgeDays()))
        ? null
        : last.getValue();
  }

  /**
   * As {@link #find}.
   *
   * @throws InvalidRequestException where nothing says so, naming what is missing, or there is no
   *     such currency
   */
  public UsedRate get(String from, String to, LocalDate day) {
    return find(from, to, day)
        .orElseThrow(
            () -> {
              requireKnown(from);
              requireKnown(to);
              return new InvalidRequestException(
                  "currency.no_rate", from, to, basis.code(), day, basis.maxAgeDays());
            });
  }

  private static void requireKnown(String currency) {
    if (!Currencies.isKnown(currency)) {
      throw new InvalidRequestException("currency.unknown", currency);
    }
  }

  /**
   * An amount in another currency, rounded.
   *
   * @throws InvalidRequestException where there is no rate
   */
  public Money convert(Money amount, String to, LocalDate day) {
    return rounded(exact(amount, get(amount.currency(), to, day)), to);
  }

  /**
   * The sum of amounts in whatever currencies, all at the rates of one day.
   *
   * @throws InvalidRequestException where there is no rate
   */
  public MoneyTotal total(Collection<Money> amounts, String to, LocalDate day) {
    return totalDated(amounts.stream().map(amount -> new DatedMoney(amount, day)).toList(), to);
  }

  /**
   * The sum of amounts in whatever currencies, each at the rates of its own day.
   *
   * @throws InvalidRequestException where there is no rate
   */
  public MoneyTotal totalDated(Collection<DatedMoney> amounts, String to) {
    requireKnown(to);
    BigDecimal sum = BigDecimal.ZERO;
    List<MoneyTotal.Part> parts = new ArrayList<>();
    for (DatedMoney amount : amounts) {
      UsedRate rate = get(amount.amount().currency(), to, amount.day());
      BigDecimal converted = exact(amount.amount(), rate);
      sum = sum.add(converted);
      parts.add(new MoneyTotal.Part(amount.amount(), amount.day(), rate));
    }
    return new MoneyTotal(rounded(sum, to), parts);
  }

  private static BigDecimal exact(Money amount, UsedRate rate) {
    return rate.ratio().of(amount.amount());
  }

  private static Money rounded(BigDecimal amount, String to) {
    BigDecimal cut = amount.setScale(digits(to), RoundingMode.HALF_UP);
    return Money.of(cut, to);
  }

  private static int digits(String currency) {
    return Money.zero(currency).rounded(RoundingMode.UNNECESSARY).amount().scale();
  }
}
