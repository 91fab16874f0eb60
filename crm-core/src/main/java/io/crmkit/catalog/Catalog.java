package io.crmkit.catalog;

import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;

/** The products and services on offer. */
public final class Catalog extends Records<Product> {
  /** The catalogue as {@code space} sees it. */
  public Catalog(Workspace space) {
    super(space, Product.TYPE);
  }

  /** The products that are offered now. */
  public Query<Product> offered() {
    return where(Product.ACTIVE.is(true));
  }

  /** Takes a product off the offer; what was sold of it stays. */
  public Product retire(Product product) {
    return update(product, draft -> draft.set(Product.ACTIVE, false));
  }
}
