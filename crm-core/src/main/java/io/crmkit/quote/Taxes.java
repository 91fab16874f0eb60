package io.crmkit.quote;

import io.crmkit.catalog.Product;
import io.crmkit.document.Tax;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.work.Workspace;
import java.util.HashMap;
import java.util.Map;

/** The taxes of today; each is looked up once. Not thread-safe. */
public final class Taxes {
  private final Workspace space;
  private final Tax usual;
  private final Map<String, Tax> known = new HashMap<>();

  /** The taxes of a document that begins with {@code terms}. */
  public Taxes(Workspace space, QuoteTerms terms) {
    this.space = space;
    this.usual =
        new Tax(terms.require(QuoteTerms.TAX_CATEGORY), terms.require(QuoteTerms.TAX_RATE));
  }

  /** The tax of whatever says nothing else. */
  public Tax usual() {
    return usual;
  }

  /**
   * The tax of a product, see {@link TaxRate}.
   *
   * @throws InvalidRequestException where nobody has said what its tax category means today
   */
  public Tax of(Product product) {
    String code = Product.TAX_CATEGORY.of(product.snapshot().row());
    return code == null ? usual : known.computeIfAbsent(code, this::find);
  }

  private Tax find(String code) {
    return space
        .own(TaxRate.DEF, TaxRate.TYPE)
        .where(TaxRate.PRODUCT_TAX.is(code), TaxRate.on(space.today()))
        .orderBy(TaxRate.SINCE.desc())
        .first()
        .map(TaxRate::tax)
        .orElseGet(() -> built(code));
  }

  private Tax built(String code) {
    return switch (code) {
      case "standard" -> usual;
      case "zero" -> Tax.none("Z");
      case "exempt" -> Tax.none("E");
      default -> throw new InvalidRequestException("quote.no_tax", code);
    };
  }
}
