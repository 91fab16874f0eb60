package io.crmkit.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The products of a host that keeps them itself, in its ERP for example.
 *
 * <p>Deals, quotes and price lists need a record to refer to, so the library keeps a <b>shadow</b>
 * of every product that was ever used here: a {@link Product} with the {@link Product#EXTERNAL_ID}
 * and what a {@link SourceProduct} says. The shadow is compared with the source when the product is
 * used by {@link Catalog#mounted} and the last comparison is {@value #GOOD_FOR_MINUTES} minutes
 * ago; in between, and in every query, list and price, the shadow counts. A product that the source
 * no longer knows is discontinued here and stays. Where the source fails, shadows that there are
 * stay in use as they are.
 *
 * <p>Nothing else is kept: a search asks the source each time. Called from any thread, possibly
 * several at once.
 */
public interface ProductSource {
  /** For so long a shadow is used without asking. */
  int GOOD_FOR_MINUTES = 60;

  /**
   * Products by what the source calls them; asked once for many.
   *
   * @return those that there are
   */
  Map<String, SourceProduct> find(String tenant, Collection<String> externalIds);

  /**
   * A page of the products that some words lead to.
   *
   * @param after the {@link Found#next} of the page before, or null for the first
   * @param limit at most so many
   */
  Found search(String tenant, String words, @Nullable String after, int limit);

  /**
   * A page of products.
   *
   * @param products at most as many as were asked for
   * @param next where the next page begins, or null where this is the last
   */
  record Found(List<SourceProduct> products, @Nullable String next) {
    /** Copies the products. */
    public Found {
      products = List.copyOf(products);
    }
  }
}
