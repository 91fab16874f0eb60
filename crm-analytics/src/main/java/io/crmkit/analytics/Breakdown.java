package io.crmkit.analytics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure for each value that records have in common: won deals by seller, by quarter, by region.
 * In the order of the values, the records without a value last. Immutable.
 *
 * @param <K> the type of the values
 * @param <F> the type of the figures
 */
public final class Breakdown<K, F> implements Iterable<Breakdown.Slice<K, F>> {
  /**
   * The figure of the records that have one value.
   *
   * @param key the value; null for the records that have none
   * @param figure what was measured of them
   */
  public record Slice<K, F>(@Nullable K key, F figure) {
    /** Checks that there is a figure. */
    public Slice {
      Objects.requireNonNull(figure, "figure");
    }
  }

  private final Map<@Nullable K, F> figures;
  private final F nothing;
  private final BinaryOperator<F> plus;

  private Breakdown(Map<@Nullable K, F> figures, F nothing, BinaryOperator<F> plus) {
    this.figures = figures;
    this.nothing = nothing;
    this.plus = plus;
  }

  /**
   * A breakdown of these figures.
   *
   * @param figures by value, in order; the key null stands for records without a value. Copied
   * @param nothing the figure of no records
   * @param plus puts the figures of different records together
   */
  public static <K, F> Breakdown<K, F> of(
      Map<@Nullable K, F> figures, F nothing, BinaryOperator<F> plus) {
    return new Breakdown<>(new LinkedHashMap<>(figures), nothing, plus);
  }

  /** The figures with their values, in order. */
  public List<Slice<K, F>> slices() {
    return stream().toList();
  }

  private Stream<Slice<K, F>> stream() {
    return figures.entrySet().stream().map(e -> new Slice<>(e.getKey(), e.getValue()));
  }

  /** The figure of the records with the value {@code key}; that of no records where none has it. */
  public F get(K key) {
    return figures.getOrDefault(Objects.requireNonNull(key, "key"), nothing);
  }

  /** The figure of the records without a value; that of no records where every one has a value. */
  public F missing() {
    return figures.getOrDefault(null, nothing);
  }

  /** The values, in order. */
  public List<K> keys() {
    return figures.keySet().stream().filter(Objects::nonNull).toList();
  }

  /** The figure of all records together. */
  public F total() {
    return figures.values().stream().reduce(nothing, plus);
  }

  @Override
  public Iterator<Slice<K, F>> iterator() {
    return slices().iterator();
  }

  /** The figures by value, such as {@code {2027-01-01=…, 2027-04-01=…}}. */
  @Override
  public String toString() {
    return figures.toString();
  }
}
