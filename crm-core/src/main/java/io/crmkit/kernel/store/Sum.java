package io.crmkit.kernel.store;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kinds;
import io.crmkit.kernel.record.Refused;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An exact sum. */
abstract class Sum extends Tally {
  private static final int MEAN_DECIMALS = 8;

  private final Expr<?, ?> expr;
  private final Function<Row, ?> reader;
  private long count;

  Sum(Expr<?, ?> expr, Function<Row, ?> reader) {
    this.expr = expr;
    this.reader = reader;
  }

  @Override
  final void add(Row row) {
    Object value = reader.apply(row);
    if (value != null) {
      count++;
      addValue(value);
    }
  }

  @Override
  final @Nullable Object figure() {
    if (count == 0) {
      return null;
    }
    try {
      return total();
    } catch (ArithmeticException | IllegalArgumentException | Refused outOfBounds) {
      throw new InvalidRequestException("request.sum_overflow", expr.path());
    }
  }

  /** The mean to 8 decimals, half up; null where there was nothing to add. */
  final @Nullable BigDecimal mean() {
    if (count == 0) {
      return null;
    }
    BigDecimal mean =
        number().divide(BigDecimal.valueOf(count), MEAN_DECIMALS, RoundingMode.HALF_UP);
    return Kinds.DECIMAL.normalise(mean);
  }

  abstract void addValue(Object value);

  /** The sum in the kind of the values; fails in one of several ways where it does not fit. */
  abstract @Nullable Object total();

  /** The sum as a bare number. */
  abstract BigDecimal number();

  /** Adds in 64 bits and moves what overflows aside. */
  static final class OfLongs extends Sum {
    private long small;
    private BigInteger big = BigInteger.ZERO;

    OfLongs(Expr<?, ?> expr, Function<Row, ?> reader) {
      super(expr, reader);
    }

    @Override
    void addValue(Object value) {
      long added = (Long) value;
      long sum = small + added;
      if (((small ^ sum) & (added ^ sum)) < 0) {
        big = big.add(BigInteger.valueOf(small));
        sum = added;
      }
      small = sum;
    }

    private BigInteger exact() {
      return big.add(BigInteger.valueOf(small));
    }

    @Override
    Object total() {
      return exact().longValueExact();
    }

    @Override
    BigDecimal number() {
      return new BigDecimal(exact());
    }
  }

  static final class OfDecimals extends Sum {
    private BigDecimal sum = BigDecimal.ZERO;

    OfDecimals(Expr<?, ?> expr, Function<Row, ?> reader) {
      super(expr, reader);
    }

    @Override
    void addValue(Object value) {
      sum = sum.add((BigDecimal) value);
    }

    @Override
    @Nullable Object total() {
      return Kinds.DECIMAL.normalise(sum);
    }

    @Override
    BigDecimal number() {
      return sum;
    }
  }

  static final class OfMoney extends Sum {
    private @Nullable Money first;
    private BigDecimal sum = BigDecimal.ZERO;

    OfMoney(Expr<?, ?> expr, Function<Row, ?> reader) {
      super(expr, reader);
    }

    @Override
    void addValue(Object value) {
      Money money = (Money) value;
      if (first == null) {
        first = money;
      } else if (!first.currency().equals(money.currency())) {
        first.plus(money); // refuses, with the reason
      }
      sum = sum.add(money.amount());
    }

    @Override
    @Nullable Object total() {
      return first == null ? null : Money.of(sum, first.currency());
    }

    @Override
    BigDecimal number() {
      return sum;
    }
  }
}
