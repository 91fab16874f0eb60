package io.crmkit.custom;

import static io.crmkit.testing.Fixtures.aProduct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.CrmBuilder;
import io.crmkit.catalog.Product;
import io.crmkit.kernel.error.AccessDeniedException;
import io.crmkit.sales.Pipeline;
import io.crmkit.sales.Stage;
import io.crmkit.testing.CrmTest;
import io.crmkit.testing.TestPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationsTest extends CrmTest {
  private final TestPolicy policy = new TestPolicy();

  @Override
  protected void configure(CrmBuilder builder) {
    builder.policy(policy);
  }

  @Test
  void a_text_falls_back_from_the_country_to_the_language_and_to_the_record_itself() {
    Product lamp = ada.catalog().create(aProduct("Lamp"));
    Product chair = ada.catalog().create(aProduct("Chair"));
    Locale taiwan = Locale.TRADITIONAL_CHINESE;
    assertEquals("Lamp", ada.translations().text(lamp, Product.NAME, taiwan));
    ada.translations().put(lamp, Product.NAME, Locale.CHINESE, "台灯");
    assertEquals("台灯", ada.translations().text(lamp, Product.NAME, taiwan));
    ada.translations().put(lamp, Product.NAME, taiwan, "檯燈");
    ada.translations().put(lamp, Product.NAME, taiwan, "桌燈");
    assertEquals("桌燈", ada.translations().text(lamp, Product.NAME, taiwan));
    assertEquals("台灯", ada.translations().text(lamp, Product.NAME, Locale.CHINESE));
    assertEquals(
        Map.of(lamp.ref(), "桌燈", chair.ref(), "Chair"),
        ada.translations().texts(List.of(lamp, chair), Product.NAME, taiwan));
    assertNull(ada.translations().text(lamp, Product.DESCRIPTION, taiwan));
    ada.translations().remove(lamp, Product.NAME, taiwan);
    assertEquals("台灯", ada.translations().text(lamp, Product.NAME, taiwan));
    assertEquals(1, ada.catalog().get(lamp.ref()).version());
  }

  @Test
  void stages_and_codes_have_names_in_any_language() {
    Pipeline standard = ada.pipeline().get(Pipeline.STANDARD);
    Stage first = ada.pipeline().stages(standard.ref()).first();
    ada.translations().put(first, Stage.NAME, Locale.GERMAN, "Qualifizierung");
    assertEquals("Qualifizierung", ada.translations().text(first, Stage.NAME, Locale.GERMANY));
    ada.codes().rename("industry", "finance", Locale.GERMAN, "Finanzwesen");
    Map<String, String> german = ada.codes().labels("industry", Locale.GERMAN);
    assertEquals("Finanzwesen", german.get("finance"));
    assertEquals("Software", german.get("software"));
    assertEquals("软件", ada.codes().labels("industry", Locale.CHINESE).get("software"));
  }

  @Test
  void whoever_may_not_read_or_change_a_field_may_not_do_so_in_another_language() {
    Product lamp = ada.catalog().create(aProduct("Lamp"));
    ada.translations().put(lamp, Product.NAME, Locale.GERMAN, "Lampe");
    policy.lock("bob", Product.NAME);
    assertThrows(
        AccessDeniedException.class,
        () -> bob.translations().put(lamp, Product.NAME, Locale.GERMAN, "Leuchte"));
    assertEquals("Lampe", bob.translations().text(lamp, Product.NAME, Locale.GERMAN));
    policy.hide("bob", Product.NAME);
    Product veiled = bob.catalog().get(lamp.ref());
    assertNull(bob.translations().text(veiled, Product.NAME, Locale.GERMAN));
    assertThrows(
        AccessDeniedException.class, () -> bob.translations().mentions(Product.NAME, "lampe"));
  }
}
