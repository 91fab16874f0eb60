package io.crmkit.catalog;

import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.testing.CrmTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest extends CrmTest {
  @Test
  void a_product_is_offered_until_it_is_retired() {
    Product lamp =
        ada.catalog()
            .create(
                aProduct("Lamp")
                    .andThen(
                        d ->
                            d.set(Product.CODE, "L-1")
                                .set(Product.LIST_PRICE, eur("49.90"))
                                .set(Product.UNIT, "piece")));
    Product fan = ada.catalog().create(aProduct("Fan"));
    assertEquals(List.of(lamp, fan), ada.catalog().offered().list());
    Product retired = ada.catalog().retire(lamp);
    assertEquals(false, retired.get(Product.ACTIVE));
    assertEquals(List.of(fan), ada.catalog().offered().list());
    assertEquals(retired, ada.catalog().get(lamp.ref()));
    assertEquals(retired, ada.catalog().retire(retired));
  }

  @Test
  void product_numbers_are_unique_and_units_are_codes() {
    ada.catalog().create(aProduct("Lamp").andThen(d -> d.set(Product.CODE, "L-1")));
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().create(aProduct("Lamp").andThen(d -> d.set(Product.CODE, "L-1"))));
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().create(aProduct("Lamp").andThen(d -> d.set(Product.UNIT, "barrel"))));
  }

  @Test
  void a_product_is_found_by_name_number_and_description() {
    Product lamp =
        ada.catalog()
            .create(
                aProduct("Desk lamp")
                    .andThen(
                        d -> d.set(Product.CODE, "DL-7").set(Product.DESCRIPTION, "warm light")));
    for (String words : List.of("lamp desk", "dl-7", "WARM", "light lamp")) {
      assertEquals(List.of(lamp), ada.catalog().query().search(words).list(), words);
    }
    assertEquals(List.of(), ada.catalog().query().search("lamp cold").list());
  }
}
