package io.crmkit.kernel.record;

import io.crmkit.kernel.value.Money;

/** Amounts, ordered by currency first. */
final class MoneyKind extends Kind<Money> {
  MoneyKind() {
    super("money", Money.class, Storage.MONEY);
  }

  @Override
  public Money normalise(Money value) {
    return value.plain();
  }

  @Override
  public int compare(Money a, Money b) {
    int order = a.currency().compareTo(b.currency());
    return order != 0 ? order : a.amount().compareTo(b.amount());
  }

  /** The currency, three capitals, before the amount. */
  @Override
  public long rank(Money value) {
    long currency = 0;
    for (int i = 0; i < 3; i++) {
      currency = 26 * currency + value.currency().charAt(i) - 'A';
    }
    long amount = Kinds.DECIMAL.rank(value.amount()) ^ Long.MIN_VALUE; // as if unsigned
    return currency << 48 | amount >>> 16;
  }

  @Override
  public String format(Money value) {
    return value.toString();
  }

  @Override
  public Money parse(String text) {
    try {
      return Money.parse(text.strip());
    } catch (IllegalArgumentException bad) {
      throw new Refused("violation.money", Kinds.shorten(text));
    }
  }

  @Override
  public boolean storedAsIs() {
    return true;
  }
}
