package io.crmkit.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.persistence.SchemaTool;
import io.crmkit.persistence.dialect.Dialect;
import io.crmkit.persistence.dialect.Dialect.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripts that are committed say what the definitions say. Until they are released, {@code
 * SchemaTool generate} writes them anew; from then on what changes goes into a new script, which
 * {@code SchemaTool pending} writes on a database as it was, and {@link SchemaContract} sees that
 * nothing is left to do.
 */
class DriftTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theScriptsAreThoseOfTheDefinitions(Engine engine) throws IOException {
    SchemaTool.generate(folder, List.of());

    Map<String, String> committed = new TreeMap<>();
    Dialect dialect = Dialect.of(engine);
    for (Script script : Scripts.load("crmkit", Schema.class, "", dialect).all()) {
      committed.put(script.file(), script.text());
    }
    Map<String, String> generated = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(dialect.name()))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).toList()) {
        generated.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    assertEquals(generated, committed, "SchemaTool generate writes them anew");
  }
}
