package io.crmkit.catalog;

import io.crmkit.kernel.value.Ratio;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units of one product and what they have to do with each other. Immutable, thread-safe.
 *
 * <p>A conversion is used both ways and through others: with “a box is 12 pieces” and “a pallet is
 * 40 boxes” a pallet is 480 pieces. The way with the fewest steps counts; of several that long, one
 * by what the product says itself, then the one through the unit first in the alphabet.
 */
public final class Units {
  /** No conversions. */
  public static final Units NONE = new Units(List.of());

  /**
   * What one unit is.
   *
   * @param unit the unit explained
   * @param factor how many of {@code of} are in one; more than zero
   * @param of the unit it is explained by
   * @param own true where it is said of this product, false where of all
   */
  public record Conversion(String unit, BigDecimal factor, String of, boolean own) {}

  private record Step(String to, Ratio ratio) {}

  private final List<Conversion> conversions;

  private Units(List<Conversion> conversions) {
    this.conversions = conversions;
  }

  /** The units that {@code conversions} explain, in whatever order. */
  public static Units of(List<Conversion> conversions) {
    return conversions.isEmpty()
        ? NONE
        : new Units(
            conversions.stream()
                .sorted(
                    Comparator.comparing((Conversion c) -> !c.own())
                        .thenComparing(Conversion::unit)
                        .thenComparing(Conversion::of)
                        .thenComparing(Conversion::factor))
                .toList());
  }

  /** How many of {@code to} are in one of {@code from}; empty where nothing says so. */
  public Optional<Ratio> ratio(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(Ratio.ONE);
    }
    Map<String, Ratio> reached = new HashMap<>(Map.of(from, Ratio.ONE));
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String unit = next.remove();
      Ratio soFar = reached.getOrDefault(unit, Ratio.ONE);
      for (Conversion conversion : conversions) {
        Step step = step(conversion, unit);
        if (step != null && !reached.containsKey(step.to())) {
          reached.put(step.to(), soFar.times(step.ratio()));
          next.add(step.to());
        }
      }
      Ratio found = reached.get(to);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * A quantity in another unit: exact, or to 34 digits where no decimal is exact; empty where
   * nothing says what the units have to do with each other.
   */
  public Optional<BigDecimal> convert(BigDecimal quantity, String from, String to) {
    return ratio(from, to).map(ratio -> ratio.of(quantity));
  }

  private static @Nullable Step step(Conversion c, String from) {
    Ratio ratio = new Ratio(c.factor(), BigDecimal.ONE);
    if (c.unit().equals(from)) {
      return new Step(c.of(), ratio);
    }
    return c.of().equals(from) ? new Step(c.unit(), ratio.inverse()) : null;
  }
}
