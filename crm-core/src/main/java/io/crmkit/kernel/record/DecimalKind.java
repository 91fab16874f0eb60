package io.crmkit.kernel.record;

import java.math.BigDecimal;

/** Exact decimals that fit DECIMAL(28,8). */
final class DecimalKind extends Kind<BigDecimal> {
  private static final int MAX_SCALE = 8;
  private static final int MAX_INTEGER_DIGITS = 20;

  DecimalKind() {
    super("decimal", BigDecimal.class, Storage.DECIMAL);
  }

  @Override
  public BigDecimal normalise(BigDecimal value) {
    if (value.scale() == 0 && value.precision() <= MAX_INTEGER_DIGITS) {
      return value.signum() == 0 ? BigDecimal.ZERO : value;
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > MAX_SCALE || plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
      throw new Refused("violation.decimal", Kinds.shorten(value.toString()));
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  @Override
  public int compare(BigDecimal a, BigDecimal b) {
    return a.compareTo(b);
  }

  @Override
  public long rank(BigDecimal value) {
    long bits = Double.doubleToLongBits(value.doubleValue());
    return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
  }

  @Override
  public String format(BigDecimal value) {
    return value.toPlainString();
  }

  @Override
  public BigDecimal parse(String text) {
    try {
      String number = text.strip();
      if (number.length() > 40) {
        throw new Refused("violation.decimal", Kinds.shorten(text));
      }
      return normalise(new BigDecimal(number));
    } catch (NumberFormatException bad) {
      throw new Refused("violation.decimal", Kinds.shorten(text));
    }
  }

  @Override
  public BigDecimal fromStored(Object stored) {
    return normalise((BigDecimal) stored);
  }
}
