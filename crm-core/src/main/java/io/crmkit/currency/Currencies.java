package io.crmkit.currency;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Group;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates, and figures over several currencies; itself the records of the rates.
 *
 * <p>Sums are made by the store, by currency, and converted afterwards; so a total costs one query
 * for the sums and one for the rates. Rates are read in the feature's own right: who may see an
 * amount may see it converted.
 */
public final class Currencies extends Records<ExchangeRate> {
  /** The currencies as {@code space} sees them. */
  public Currencies(Workspace space) {
    super(space, ExchangeRate.TYPE);
  }

  /** True for the ISO 4217 code of a currency, in capitals. */
  public static boolean isKnown(String code) {
    try {
      Money.zero(code);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  /**
   * The currency that the company counts in: the base of cross rates.
   *
   * @throws InvalidRequestException where nobody has said
   */
  public String company() {
    return setting()
        .map(setting -> setting.require(CompanyCurrency.CURRENCY))
        .orElseThrow(() -> new InvalidRequestException("currency.no_company"));
  }

  /** Says which currency the company counts in. */
  public CompanyCurrency setCompany(String currency) {
    return space()
        .call(
            work -> {
              Records<CompanyCurrency> settings = work.records(CompanyCurrency.TYPE);
              return new Currencies(work)
                  .setting()
                  .map(s -> settings.update(s, d -> d.set(CompanyCurrency.CURRENCY, currency)))
                  .orElseGet(() -> settings.create(d -> d.set(CompanyCurrency.CURRENCY, currency)));
            });
  }

  private Optional<CompanyCurrency> setting() {
    return space()
        .own(CompanyCurrency.DEF, CompanyCurrency.TYPE)
        .where(CompanyCurrency.SETTING.is(CompanyCurrency.ONLY))
        .first();
  }

  /**
   * Writes down a rate; where there is one of that day and basis, it is corrected, which the audit
   * keeps.
   *
   * @param source who says so, or null
   */
  public ExchangeRate put(String basis, Rate rate, @Nullable String source) {
    return space()
        .call(
            work -> {
              Currencies inside = new Currencies(work);
              ExchangeRate known =
                  inside
                      .where(
                          ExchangeRate.BASIS.is(basis),
                          ExchangeRate.FROM.is(rate.from()),
                          ExchangeRate.TO.is(rate.to()),
                          ExchangeRate.DAY.is(rate.day()))
                      .first()
                      .orElse(null);
              return known == null
                  ? inside.create(
                      d ->
                          d.set(ExchangeRate.BASIS, basis)
                              .set(ExchangeRate.FROM, rate.from())
                              .set(ExchangeRate.TO, rate.to())
                              .set(ExchangeRate.DAY, rate.day())
                              .set(ExchangeRate.RATE, rate.rate())
                              .setOrClear(ExchangeRate.SOURCE, source))
                  : inside.update(
                      known,
                      d ->
                          d.set(ExchangeRate.RATE, rate.rate())
                              .setOrClear(ExchangeRate.SOURCE, source));
            });
  }

  /** The rates of a basis among {@code currencies} that are good on a day. */
  public Rates rates(RateBasis basis, Collection<String> currencies, LocalDate day) {
    return rates(basis, currencies, day, day);
  }

  /**
   * The rates of a basis among {@code currencies}, directly or through the currency of the company,
   * that are good on any day from {@code first} to {@code last}.
   */
  public Rates rates(
      RateBasis basis, Collection<String> currencies, LocalDate first, LocalDate last) {
    Optional<String> base = setting().map(s -> s.require(CompanyCurrency.CURRENCY));
    Set<String> all = new TreeSet<>(currencies);
    base.ifPresent(all::add);
    List<Rate> rates =
        space()
            .own(ExchangeRate.DEF, ExchangeRate.TYPE)
            .where(
                ExchangeRate.BASIS.is(basis.code()),
                ExchangeRate.DAY.atLeast(first.minusDays(basis.maxAgeDays())),
                ExchangeRate.DAY.atMost(last),
                ExchangeRate.FROM.in(all),
                ExchangeRate.TO.in(all))
            .list()
            .stream()
            .map(ExchangeRate::value)
            .toList();
    return Rates.of(base.orElse(null), basis, rates);
  }

  /**
   * An amount in another currency, at the rate of a day.
   *
   * @throws InvalidRequestException where there is no rate
   */
  public Money convert(Money amount, String to, RateBasis basis, LocalDate day) {
    return rates(basis, List.of(amount.currency(), to), day).convert(amount, to, day);
  }

  /**
   * The sum of a field of money over records in whatever currencies, all at the rates of one day.
   *
   * <pre>{@code
   * currencies.total(session.opportunities().query(), Opportunity.AMOUNT, "EUR", CLOSING, today);
   * }</pre>
   *
   * @throws InvalidRequestException where a rate is missing
   */
  public <E extends Entity<E>> MoneyTotal total(
      Query<E> records, MoneyField<E> field, String to, RateBasis basis, LocalDate day) {
    List<Money> sums = new ArrayList<>();
    for (Group<E> group : records.groupBy(field.currency()).measure(field.sum())) {
      Money sum = group.get(field.sum());
      if (sum != null) {
        sums.add(sum);
      }
    }
    Set<String> currencies = currencies(sums, to);
    return rates(basis, currencies, day).total(sums, to, day);
  }

  /**
   * The sum of a field of money over records in whatever currencies, each at the rate of its own
   * day, such as the one it was closed on; summed by currency and day in the store.
   *
   * @throws InvalidRequestException where a rate is missing, or a record with an amount has no such
   *     day
   */
  public <E extends Entity<E>> MoneyTotal total(
      Query<E> records, MoneyField<E> field, String to, RateBasis basis, DateField<E> day) {
    List<DatedMoney> sums = new ArrayList<>();
    for (Group<E> group : records.groupBy(field.currency(), day).measure(field.sum())) {
      Money sum = group.get(field.sum());
      LocalDate date = group.get(day);
      if (sum != null) {
        if (date == null) {
          throw new InvalidRequestException("currency.no_day", sum, day);
        }
        sums.add(new DatedMoney(sum, date));
      }
    }
    if (sums.isEmpty()) {
      return rates(basis, Set.of(to), LocalDate.EPOCH).totalDated(sums, to);
    }
    List<LocalDate> days = sums.stream().map(DatedMoney::day).toList();
    Set<String> currencies = currencies(sums.stream().map(DatedMoney::amount).toList(), to);
    return rates(basis, currencies, Collections.min(days), Collections.max(days))
        .totalDated(sums, to);
  }

  private static Set<String> currencies(List<Money> amounts, String to) {
    Set<String> all = new TreeSet<>(Set.of(to));
    amounts.forEach(amount -> all.add(amount.currency()));
    return all;
  }
}
