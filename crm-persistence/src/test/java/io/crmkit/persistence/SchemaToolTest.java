package io.crmkit.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.work.CrmModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaToolTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** A vendor's record type. */
  public static final class Site extends Entity<Site> {
    private static final Definition<Site> DEF = Definition.of("site", Site::new);

    static {
      DEF.text("name").max(80).indexed().add();
    }

    static final EntityType<Site> TYPE = DEF.seal();

    private Site(Snapshot snapshot) {
      super(snapshot);
    }
  }

  /** A vendor's module. */
  public static final class SiteModule implements CrmModule {
    @Override
    public String name() {
      return "site";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of(Site.TYPE);
    }
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return SchemaTool.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String[] on(String verb, String... more) {
    List<String> arguments =
        List.of(
            verb, "--url", "jdbc:h2:" + folder.resolve("crm") + ";WRITE_DELAY=0", "--user", "sa");
    return Stream.concat(arguments.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql", "mariadb"})
  void printsTheScriptWithPrefixAndSchema(String database) {
    assertEquals(0, run("print", "--database", database, "--prefix", "erp_", "--schema", "sales"));

    String script = out.toString(StandardCharsets.UTF_8);
    String quote = database.equals("mariadb") ? "`" : "\"";
    assertTrue(
        script.contains(
            "create table if not exists " + quote + "sales" + quote + "." + quote + "erp_customer"),
        () -> script);
  }

  @Test
  void appliesValidatesAndFindsNothingMoreToDo() {
    assertEquals(1, run(on("validate")));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("has not run"));

    assertEquals(0, run(on("apply")), err::toString);
    assertEquals(0, run(on("validate")), err::toString);
    assertEquals(0, run(on("pending")), err::toString);
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aVendorsModuleGetsItsScriptsTheSameWay() throws IOException {
    String module = SiteModule.class.getName();
    assertEquals(0, run(on("apply")), err::toString);

    assertEquals(0, run(on("pending", "--module", module)), err::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"crm_site\""));
    assertEquals(0, run("generate", folder.toString(), "--module", module), err::toString);
    String script = Files.readString(folder.resolve("postgresql/V001__record_types.sql"));
    assertTrue(script.contains("${schema}\"${prefix}site\""), script);
    assertEquals(0, run(on("apply", "--module", module)), err::toString);
    assertEquals(0, run(on("validate", "--module", module)), err::toString);
  }

  @Test
  void saysWhatIsMissingInACommand() {
    assertEquals(1, run());
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("print, pending"));
    assertEquals(1, run("print"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("--database"));
    assertEquals(1, run("print", "--database", "oracle"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("h2, postgresql or mariadb"));
    assertEquals(1, run("print", "--colour", "red"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("the options are"));
  }
}
