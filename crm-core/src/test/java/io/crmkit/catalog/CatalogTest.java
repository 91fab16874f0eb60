package io.crmkit.catalog;

import static io.crmkit.testing.Fixtures.aProduct;
import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.error.ValidationException;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

  @Test
  void a_product_is_offered_within_its_days() {
    LocalDate day = LocalDate.of(2027, 4, 1);
    Product seasonal =
        ada.catalog()
            .create(
                aProduct("Ice skates")
                    .andThen(
                        d ->
                            d.set(Product.SINCE, day.minusDays(1))
                                .set(Product.UNTIL, day.plusDays(1))));
    Product always = ada.catalog().create(aProduct("Lamp"));
    assertEquals(List.of(seasonal, always), ada.catalog().offeredOn(day).list());
    assertEquals(List.of(always), ada.catalog().offeredOn(day.plusDays(2)).list());
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().update(seasonal, d -> d.set(Product.UNTIL, day.minusDays(2))));
  }

  @Test
  void a_discontinued_product_leads_to_its_successor() {
    Product first = ada.catalog().create(aProduct("Lamp 1"));
    Product second = ada.catalog().create(aProduct("Lamp 2"));
    Product third = ada.catalog().create(aProduct("Lamp 3"));
    Product old = ada.catalog().retire(first, second);
    assertEquals(second, ada.catalog().current(old));
    Product older = ada.catalog().retire(second, third);
    assertEquals(third, ada.catalog().current(old));
    assertEquals(third, ada.catalog().current(third));
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().update(third, d -> d.set(Product.SUCCESSOR, older)));
  }

  @Test
  void the_products_of_a_category_are_those_of_all_below_it_as_well() {
    ProductCategory lights =
        ada.catalog().categories().create(d -> d.set(ProductCategory.NAME, "Lights"));
    ProductCategory desk =
        ada.catalog()
            .categories()
            .create(d -> d.set(ProductCategory.NAME, "Desk").set(ProductCategory.PARENT, lights));
    Product lamp =
        ada.catalog().create(aProduct("Lamp").andThen(d -> d.set(Product.CATEGORY, desk)));
    ada.catalog().create(aProduct("Chair"));
    assertEquals(List.of(lamp), ada.catalog().in(lights.ref()).list());
    assertThrows(
        ValidationException.class,
        () -> ada.catalog().categories().update(lights, d -> d.set(ProductCategory.PARENT, desk)));
  }

  @Test
  void units_convert_by_what_the_product_says_and_by_what_holds_for_all() {
    Product lamp = ada.catalog().create(aProduct("Lamp"));
    Product cup = ada.catalog().create(aProduct("Cup"));
    conversion(null, "day", "8", "hour");
    conversion(lamp, "box", "12", "piece");
    conversion(cup, "box", "6", "piece");
    Units units = ada.catalog().units(lamp.ref());
    assertEquals(
        new BigDecimal("24"), units.convert(new BigDecimal("2"), "box", "piece").orElseThrow());
    assertEquals(
        new BigDecimal("1.5"), units.convert(new BigDecimal("12"), "hour", "day").orElseThrow());
    assertTrue(units.convert(BigDecimal.ONE, "box", "hour").isEmpty());
    assertThrows(ValidationException.class, () -> conversion(cup, "box", "0", "piece"));
    assertThrows(ValidationException.class, () -> conversion(cup, "box", "1", "box"));
  }

  @Test
  void what_two_units_have_to_do_with_each_other_is_said_once_of_all_products_and_of_each() {
    Product cup = ada.catalog().create(aProduct("Cup"));
    conversion(null, "box", "12", "piece");
    assertThrows(ValidationException.class, () -> conversion(null, "box", "10", "piece"));
    assertThrows(ValidationException.class, () -> conversion(null, "piece", "5", "box"));
    conversion(cup, "box", "6", "piece");
    assertThrows(ValidationException.class, () -> conversion(cup, "piece", "5", "box"));
  }

  private void conversion(@Nullable Product product, String unit, String factor, String of) {
    ada.catalog()
        .conversions()
        .create(
            d ->
                d.setOrClear(UnitConversion.PRODUCT, product == null ? null : product.ref())
                    .set(UnitConversion.UNIT, unit)
                    .set(UnitConversion.FACTOR, new BigDecimal(factor))
                    .set(UnitConversion.OF, of));
  }

  @Test
  void a_product_has_names_in_several_languages_and_is_found_by_each() {
    Product lamp =
        ada.catalog()
            .create(aProduct("Desk lamp").andThen(d -> d.set(Product.DESCRIPTION, "Warm light")));
    ada.translations().put(lamp, Product.NAME, Locale.CHINESE, "台灯");
    ada.translations().put(lamp, Product.NAME, Locale.GERMAN, "Schreibtischlampe");
    ada.translations().put(lamp, Product.DESCRIPTION, Locale.GERMAN, "Warmes Licht");
    assertEquals("台灯", ada.translations().text(lamp, Product.NAME, Locale.SIMPLIFIED_CHINESE));
    assertEquals("Desk lamp", ada.translations().text(lamp, Product.NAME, Locale.FRENCH));
    for (String words : List.of("desk", "台灯", "schreibtischlampe licht", "WARM lamp")) {
      assertEquals(List.of(lamp), ada.catalog().search(words).list(), words);
    }
    assertEquals(List.of(), ada.catalog().search("lampe kalt").list());
  }
}
