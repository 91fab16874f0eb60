package io.crmkit.analytics;

import io.crmkit.kernel.value.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money that is kept apart by currency: one exact amount for each, never one over several.
 * Immutable; equal where every amount is.
 */
public final class MoneyBag {
  /** No money at all, in no currency. */
  public static final MoneyBag EMPTY = new MoneyBag(new TreeMap<>());

  private final SortedMap<String, Money> byCurrency;

  private MoneyBag(SortedMap<String, Money> byCurrency) {
    this.byCurrency = byCurrency;
  }

  /** The sum of {@code amounts}, by currency. */
  public static MoneyBag of(Money... amounts) {
    return of(List.of(amounts));
  }

  /** The sum of {@code amounts}, by currency. */
  public static MoneyBag of(Collection<Money> amounts) {
    return EMPTY.plus(amounts);
  }

  /**
   * The sum with {@code amount} added.
   *
   * @throws IllegalArgumentException if the sum is out of the bounds of {@link Money}
   */
  public MoneyBag plus(Money amount) {
    return plus(List.of(amount));
  }

  /**
   * The sum of both, currency by currency.
   *
   * @throws IllegalArgumentException if a sum is out of the bounds of {@link Money}
   */
  public MoneyBag plus(MoneyBag other) {
    return plus(other.byCurrency.values());
  }

  private MoneyBag plus(Collection<Money> amounts) {
    if (amounts.isEmpty()) {
      return this;
    }
    SortedMap<String, Money> sums = new TreeMap<>(byCurrency);
    amounts.forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
    return new MoneyBag(sums);
  }

  /**
   * The amount in one currency; zero where there is none.
   *
   * @param currency an ISO 4217 code in capitals
   * @throws IllegalArgumentException if the currency is unknown
   */
  public Money in(String currency) {
    Money amount = byCurrency.get(currency);
    return amount == null ? Money.zero(currency) : amount;
  }

  /**
   * The one amount there is; empty where there is none.
   *
   * @throws IllegalStateException where there are several currencies, naming them and the remedy
   */
  public Optional<Money> single() {
    if (byCurrency.size() > 1) {
      throw new IllegalStateException(
          "There are amounts in "
              + byCurrency.keySet()
              + ", which make no single sum: ask for one currency with in(currency), or narrow the"
              + " records down to one");
    }
    return byCurrency.values().stream().findAny();
  }

  /** The amounts, one for each currency, in the order of the codes; a list of its own. */
  public List<Money> amounts() {
    return new ArrayList<>(byCurrency.values());
  }

  /** The codes of the currencies, sorted; a set of its own. */
  public Set<String> currencies() {
    return new TreeSet<>(byCurrency.keySet());
  }

  /** Whether there is no amount in any currency; an amount of zero is one. */
  public boolean isEmpty() {
    return byCurrency.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MoneyBag that && byCurrency.equals(that.byCurrency);
  }

  @Override
  public int hashCode() {
    return byCurrency.hashCode();
  }

  /** The amounts, such as {@code [EUR 12000.00, USD 500]}. */
  @Override
  public String toString() {
    return byCurrency.values().toString();
  }
}
