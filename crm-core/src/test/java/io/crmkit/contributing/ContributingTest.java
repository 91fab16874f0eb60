package io.crmkit.contributing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.Crm;
import io.crmkit.Session;
import io.crmkit.customer.Customer;
import io.crmkit.kernel.access.AccessPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md shows is this code, word for word. */
class ContributingTest {
  private static final Path HERE = Path.of("src/test/java/io/crmkit/contributing");
  private static final Path TEXT = Path.of("../CONTRIBUTING.md");

  @Test
  void a_record_type_in_one_file_does_what_it_says() {
    // example:begin
    try (Crm crm = Crm.builder().policy(AccessPolicy.open()).module(new SiteModule()).open()) {
      Session ada = crm.as("ada");
      Customer acme = ada.customers().create(c -> c.set(Customer.NAME, "Acme GmbH"));
      Site plant =
          ada.records(Site.TYPE).create(s -> s.set(Site.NAME, "Plant 2").set(Site.CUSTOMER, acme));
      // example:end
      assertEquals(plant, ada.records(Site.TYPE).where(Site.CUSTOMER.is(acme)).first().get());
      assertEquals(1, ada.records(Site.TYPE).history(plant.ref()).size());
    }
  }

  @Test
  void the_text_quotes_it() throws IOException {
    String text = withoutLayout(Files.readString(TEXT));
    String use = Files.readString(HERE.resolve("ContributingTest.java"));
    int begin = use.indexOf("// example:begin") + "// example:begin".length();
    assertQuoted(text, use.substring(begin, use.indexOf("// example:end")) + "}```");
    assertQuoted(text, code("Site.java"));
    assertQuoted(text, code("SiteModule.java"));
  }

  private static void assertQuoted(String text, String code) {
    assertTrue(text.contains(withoutLayout(code)), "CONTRIBUTING.md does not quote " + code);
  }

  /** A class without its package and imports. */
  private static String code(String file) throws IOException {
    String source = Files.readString(HERE.resolve(file));
    String lastImport = source.substring(source.lastIndexOf("import "));
    return lastImport.substring(lastImport.indexOf('\n'));
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", "");
  }
}
