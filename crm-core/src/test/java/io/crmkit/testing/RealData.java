package io.crmkit.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds real-world data in {@code ../shared/data}, seen from the project's root.
 *
 * <p>The data is no part of the project. A test that needs it is skipped, and says so, where the
 * folder is absent.
 */
public final class RealData {
  private RealData() {}

  /** Returns the file or folder {@code name} of the data, or skips the calling test. */
  public static Path path(String name) {
    Path path = projectRoot().resolveSibling("shared").resolve("data").resolve(name);
    assumeTrue(
        Files.exists(path), () -> "skipped: real data ../shared/data/" + name + " is not present");
    return path;
  }

  private static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("crm-core")) ? here : here.getParent();
  }
}
