package io.crmkit.kernel.store;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Kind;
import io.crmkit.kernel.record.Lookup;
import io.crmkit.kernel.record.Measure;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.value.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One figure of one group in the making. */
abstract class Tally {
  /** Counts a row in. */
  abstract void add(Row row);

  /** The figure; null where there was nothing to make it of. */
  abstract @Nullable Object figure();

  /** Makes empty tallies of a measure. */
  static Supplier<Tally> of(Measure<?, ?> measure, Lookup lookup) {
    if (measure.function() == Measure.Function.COUNT) {
      return Count::new;
    }
    Expr<?, ?> expr = Objects.requireNonNull(measure.expr(), "what to measure");
    Function<Row, ?> reader = expr.reader(lookup);
    return switch (measure.function()) {
      case COUNT -> Count::new;
      case COUNT_DISTINCT -> () -> new Distinct(reader);
      case MIN -> Extreme.of(expr, lookup, -1);
      case MAX -> Extreme.of(expr, lookup, 1);
      case SUM -> sum(expr, reader)::get;
      case AVG -> {
        Supplier<Sum> sum = sum(expr, reader);
        yield () -> new Mean(sum.get());
      }
    };
  }

  private static Supplier<Sum> sum(Expr<?, ?> expr, Function<Row, ?> reader) {
    Class<?> values = expr.kind().javaType();
    if (values == Long.class) {
      return () -> new Sum.OfLongs(expr, reader);
    }
    if (values == BigDecimal.class) {
      return () -> new Sum.OfDecimals(expr, reader);
    }
    if (values == Money.class) {
      return () -> new Sum.OfMoney(expr, reader);
    }
    throw new InvalidRequestException("request.not_a_number", expr.path());
  }

  private static final class Count extends Tally {
    private long count;

    @Override
    void add(Row row) {
      count++;
    }

    @Override
    Object figure() {
      return count;
    }
  }

  private static final class Distinct extends Tally {
    private final Function<Row, ?> reader;
    private final Set<Object> values = new HashSet<>();

    Distinct(Function<Row, ?> reader) {
      this.reader = reader;
    }

    @Override
    void add(Row row) {
      Object value = reader.apply(row);
      if (value != null) {
        values.add(value);
      }
    }

    @Override
    Object figure() {
      return (long) values.size();
    }
  }

  private static final class Extreme<T> extends Tally {
    private final Kind<T> kind;
    private final Function<Row, @Nullable T> reader;
    private final int sign;
    private @Nullable T best;

    Extreme(Kind<T> kind, Function<Row, @Nullable T> reader, int sign) {
      this.kind = kind;
      this.reader = reader;
      this.sign = sign;
    }

    static <T> Supplier<Tally> of(Expr<?, T> expr, Lookup lookup, int sign) {
      Function<Row, @Nullable T> reader = expr.reader(lookup);
      return () -> new Extreme<>(expr.kind(), reader, sign);
    }

    @Override
    void add(Row row) {
      T value = reader.apply(row);
      if (value == null || value == best) {
        return;
      }
      if (best == null || Integer.signum(kind.compare(value, best)) == sign) {
        best = value;
      }
    }

    @Override
    @Nullable Object figure() {
      return best;
    }
  }

  private static final class Mean extends Tally {
    private final Sum sum;

    Mean(Sum sum) {
      this.sum = sum;
    }

    @Override
    void add(Row row) {
      sum.add(row);
    }

    @Override
    @Nullable Object figure() {
      return sum.mean();
    }
  }
}
