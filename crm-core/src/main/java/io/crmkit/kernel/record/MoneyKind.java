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
}
