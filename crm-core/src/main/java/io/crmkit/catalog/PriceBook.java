package io.crmkit.catalog;

import io.crmkit.kernel.record.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of price lists, to be asked again and again. Immutable, thread-safe. */
public final class PriceBook {
  private final Map<Ref<?>, List<PriceRule>> byTarget = new HashMap<>();
  private final List<PriceRule> general = new ArrayList<>();

  private PriceBook(Iterable<PriceRule> rules) {
    for (PriceRule rule : rules) {
      if (rule.product() != null) {
        put(rule.product(), rule);
      } else if (rule.category() != null) {
        put(rule.category(), rule);
      } else {
        general.add(rule);
      }
    }
  }

  private void put(Ref<?> target, PriceRule rule) {
    byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(rule);
  }

  /** The rules, whose order does not matter. */
  public static PriceBook of(Iterable<PriceRule> rules) {
    return new PriceBook(rules);
  }

  /** The rules about a product, its categories and everything. */
  List<PriceRule> about(PriceRequest request) {
    List<PriceRule> all = new ArrayList<>(byTarget.getOrDefault(request.product(), List.of()));
    for (Ref<ProductCategory> category : request.categories()) {
      all.addAll(byTarget.getOrDefault(category, List.of()));
    }
    all.addAll(general);
    return all;
  }
}
