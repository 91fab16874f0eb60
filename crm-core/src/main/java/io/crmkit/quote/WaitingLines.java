package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines for products that wait to be written together, so that what they need to know is read once.
 * Not thread-safe.
 *
 * @param <K> what has been read
 */
public final class WaitingLines<K> {
  private final Function<Collection<Product>, K> reading;
  private final Map<Ref<Product>, Product> products = new LinkedHashMap<>();
  private final List<Consumer<K>> writing = new ArrayList<>();

  /**
   * Where lines wait.
   *
   * @param reading reads what lines for these products need to know
   */
  public WaitingLines(Function<Collection<Product>, K> reading) {
    this.reading = reading;
  }

  /** Lets a line wait. */
  public void add(Product product, Consumer<K> line) {
    products.put(product.ref(), product);
    writing.add(line);
  }

  /** Writes all that wait, in order. */
  public void write() {
    if (!writing.isEmpty()) {
      List<Consumer<K>> lines = List.copyOf(writing);
      K known = reading.apply(List.copyOf(products.values()));
      writing.clear();
      products.clear();
      lines.forEach(line -> line.accept(known));
    }
  }
}
