package io.crmkit.catalog;

import static io.crmkit.testing.Fixtures.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.Crm;
import io.crmkit.CrmBuilder;
import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.testing.CrmTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductSourceTest extends CrmTest {
  /** The ERP of a host. */
  private static final class Erp implements ProductSource {
    private final Map<String, SourceProduct> products = new TreeMap<>();
    private final List<Collection<String>> asked = new ArrayList<>();
    private boolean away;

    void sells(String id, String name, String price) {
      products.put(id, new SourceProduct(id, name, "N-" + id, "piece", eur(price), true));
    }

    @Override
    public Map<String, SourceProduct> find(String tenant, Collection<String> externalIds) {
      asked.add(List.copyOf(externalIds));
      if (away) {
        throw new IllegalStateException("the ERP is away");
      }
      Map<String, SourceProduct> found = new TreeMap<>(products);
      found.keySet().retainAll(externalIds);
      return found;
    }

    @Override
    public Found search(String tenant, String words, @Nullable String after, int limit) {
      List<SourceProduct> all =
          products.values().stream()
              .filter(product -> product.name().contains(words))
              .filter(product -> after == null || product.externalId().compareTo(after) > 0)
              .toList();
      List<SourceProduct> page = all.subList(0, Math.min(limit, all.size()));
      return new Found(page, all.size() > limit ? page.get(page.size() - 1).externalId() : null);
    }
  }

  private final Erp erp = new Erp();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.products(erp);
  }

  @Test
  void a_product_of_the_hosts_erp_is_used_like_one_that_is_kept_here() {
    erp.sells("4711", "Lamp", "50");
    Product lamp = ada.catalog().mounted("4711");
    assertEquals("Lamp", lamp.get(Product.NAME));
    assertEquals(
        eur("50.00"),
        ada.catalog()
            .price(lamp, null, BigDecimal.ONE, null, LocalDate.of(2027, 3, 1), "EUR")
            .price());
    assertEquals(List.of(lamp), ada.catalog().search("lamp").list());
    assertThrows(NotFoundException.class, () -> ada.catalog().mounted("4712"));
  }

  @Test
  void many_products_cost_one_question_and_none_within_the_hour() {
    for (int i = 100; i < 150; i++) {
      erp.sells("" + i, "Product " + i, "1");
    }
    List<String> ids = List.copyOf(erp.products.keySet());
    assertEquals(50, ada.catalog().mounted(ids).size());
    assertEquals(1, erp.asked.size());
    assertEquals(50, ada.catalog().mounted(ids).size());
    assertEquals(1, erp.asked.size());
    erp.sells("150", "Product 150", "1");
    ada.catalog().mounted(List.of("100", "150"));
    assertEquals(List.of("150"), erp.asked.get(1));
  }

  @Test
  void a_shadow_follows_the_erp_after_an_hour_and_is_discontinued_where_the_erp_has_none() {
    erp.sells("1", "Lamp", "50");
    Product lamp = ada.catalog().mounted("1");
    erp.sells("1", "Lamp of 2027", "55");
    clock.advance(Duration.ofMinutes(59));
    assertEquals("Lamp", ada.catalog().mounted("1").get(Product.NAME));
    clock.advance(Duration.ofMinutes(1));
    Product renamed = ada.catalog().mounted("1");
    assertEquals(lamp.ref(), renamed.ref());
    assertEquals("Lamp of 2027", renamed.get(Product.NAME));
    assertEquals(eur("55.00"), renamed.get(Product.LIST_PRICE));
    erp.products.clear();
    clock.advance(Duration.ofHours(1));
    Product gone = ada.catalog().mounted("1");
    assertEquals(lamp.ref(), gone.ref());
    assertEquals(false, gone.get(Product.ACTIVE));
  }

  @Test
  void shadows_stay_in_use_while_the_erp_is_away() {
    erp.sells("1", "Lamp", "50");
    Product lamp = ada.catalog().mounted("1");
    clock.advance(Duration.ofDays(1));
    erp.away = true;
    assertEquals(lamp, ada.catalog().mounted("1"));
    assertThrows(IllegalStateException.class, () -> ada.catalog().mounted("2"));
  }

  @Test
  void the_erp_is_searched_page_by_page_and_nothing_found_is_kept() {
    erp.sells("1", "Lamp A", "1");
    erp.sells("2", "Lamp B", "2");
    erp.sells("3", "Chair", "3");
    ProductSource.Found first = ada.catalog().searchSource("Lamp", null, 1);
    assertEquals("Lamp A", first.products().get(0).name());
    ProductSource.Found second = ada.catalog().searchSource("Lamp", first.next(), 1);
    assertEquals("Lamp B", second.products().get(0).name());
    assertEquals(null, second.next());
    assertEquals(0, ada.catalog().query().count());
    try (Crm own = Crm.inMemory()) {
      assertThrows(
          InvalidRequestException.class,
          () -> own.as("ada").catalog().searchSource("Lamp", null, 1));
    }
  }
}
