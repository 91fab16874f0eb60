package io.crmkit.examples.pipeline;

import io.crmkit.catalog.Catalog;
import io.crmkit.catalog.Product;
import io.crmkit.exchange.Cell;
import io.crmkit.exchange.CsvImport;
import io.crmkit.exchange.ImportReport;
import io.crmkit.exchange.ImportRow;
import io.crmkit.kernel.value.Money;
import io.crmkit.kernel.work.Workspace;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The rows of {@code products.csv}: products with their list price. */
final class ProductRows {
  private final String currency;
  private final Map<String, Product> imported = new HashMap<>();

  ProductRows(String currency) {
    this.currency = currency;
  }

  /** The products that are in, by name. */
  Map<String, Product> imported() {
    return imported;
  }

  ImportReport run(CsvImport file, Workspace space) throws IOException {
    return file.columns("series", "sales_price")
        .key("product")
        .fills("product", Product.NAME)
        .fills("series", Product.FAMILY)
        .run(space, this::row);
  }

  private void row(Workspace work, ImportRow row) {
    Cell<String> name = row.text("product").required();
    Cell<String> series = row.text("series");
    Cell<Money> price = row.money("sales_price", currency);
    row.check();
    Product made =
        new Catalog(work)
            .create(
                p ->
                    p.set(Product.NAME, name.value())
                        .setOrClear(Product.FAMILY, series.orNull())
                        .setOrClear(Product.LIST_PRICE, price.orNull()));
    row.whenImported(() -> imported.put(name.value(), made));
  }
}
